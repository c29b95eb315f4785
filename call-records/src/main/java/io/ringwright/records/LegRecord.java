package io.ringwright.records;

import io.ringwright.call.Destination;
import io.ringwright.call.Party;
import io.ringwright.call.Visit;
import io.ringwright.telling.RingStopped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One ring of a phone for a call, and the talk and the wrap-up that came of it. Whoever took the
 * caller over without a ring - after a transfer, say - has one too.
 *
 * <p>Thread safety: immutable.
 *
 * @param visit for which call
 * @param number which leg of the visit, from 0: with the visit the key of the record
 * @param phone whose phone
 * @param ring when it began, how long it rang, and how that ended
 * @param talk what came of it
 */
public record LegRecord(Visit visit, int number, Phone phone, Ring ring, Talk talk) {

  /**
   * Whose phone.
   *
   * @param party the extension and the device
   * @param standing where the call stood; empty where there was no ring that said it
   */
  public record Phone(Party party, Optional<Destination> standing) {}

  /**
   * A ring.
   *
   * @param began when the phone began to ring; without a ring, when the talk began
   * @param rang for how long; zero without a ring
   * @param end how it ended; empty without a ring
   */
  public record Ring(Instant began, Duration rang, Optional<RingStopped.Why> end) {}

  /**
   * A talk and the wrap-up after it.
   *
   * @param began when the talk began; empty if there was none
   * @param talked for how long
   * @param wrapUp how long the wrap-up lasted; zero if there was none
   */
  public record Talk(Optional<Instant> began, Duration talked, Duration wrapUp) {

    /** No talk. */
    static final Talk NONE = new Talk(Optional.empty(), Duration.ZERO, Duration.ZERO);
  }

  /**
   * The same leg with a wrap-up.
   *
   * @param time how long it lasted
   * @return a copy
   */
  LegRecord wrappedUp(Duration time) {
    return new LegRecord(visit, number, phone, ring, new Talk(talk.began(), talk.talked(), time));
  }
}
