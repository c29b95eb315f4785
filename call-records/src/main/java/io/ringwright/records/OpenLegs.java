package io.ringwright.records;

import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.Party;
import io.ringwright.call.Visit;
import io.ringwright.telling.RingStarted;
import io.ringwright.telling.RingStopped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The legs of a visit that are not over: those that ring, those that were answered and wait for
 * their talk, and the one that talks.
 *
 * <p>Thread safety: confined to its {@link CallBook}.
 */
final class OpenLegs {

  private final Visit visit;
  private int count;
  private final List<LegRecord> answered = new ArrayList<>();
  private final Map<Place, Destination> ringing = new HashMap<>();
  private @Nullable LegRecord talking;

  /** A phone, for a person. */
  private record Place(DirectoryNumber extension, Device device) {
    static Place of(RingStarted ring) {
      return new Place(ring.extension(), ring.device());
    }
  }

  OpenLegs(Visit visit) {
    this.visit = visit;
  }

  /** A phone begins to ring. */
  void ringBegun(RingStarted ring) {
    ringing.put(Place.of(ring), ring.standing());
  }

  /** The end of a ring, with where the call stood when it began. */
  RingStopped asBegun(RingStopped stopped) {
    RingStarted ring = stopped.ring();
    Destination standing = ringing.remove(Place.of(ring));
    return standing == null
        ? stopped
        : new RingStopped(
            new RingStarted(ring.visit(), ring.token(), ring.extension(), ring.device(), standing),
            stopped.why(),
            stopped.rang());
  }

  /** A ring is over. It is handed back if nothing can come of it. */
  Optional<LegRecord> ringOver(RingStopped stopped, Instant now) {
    RingStarted ring = stopped.ring();
    LegRecord leg =
        new LegRecord(
            visit,
            count++,
            new LegRecord.Phone(
                Party.of(ring.extension(), ring.device()), Optional.of(ring.standing())),
            new LegRecord.Ring(
                now.minus(stopped.rang()), stopped.rang(), Optional.of(stopped.why())),
            LegRecord.Talk.NONE);
    if (stopped.why() == RingStopped.Why.ANSWERED) {
      answered.add(leg);
      return Optional.empty();
    }
    return Optional.of(leg);
  }

  /** Somebody begins to talk: at a phone that rang, or at another one. */
  LegRecord talkBegun(Party with, Instant now) {
    LegRecord begun = rung(with).orElseGet(() -> unrung(with, now));
    answered.remove(begun);
    talking =
        new LegRecord(
            visit,
            begun.number(),
            begun.phone(),
            begun.ring(),
            new LegRecord.Talk(Optional.of(now), Duration.ZERO, Duration.ZERO));
    return begun;
  }

  private Optional<LegRecord> rung(Party with) {
    return answered.stream()
        .filter(leg -> leg.phone().party().extension().equals(with.extension()))
        .findFirst();
  }

  private LegRecord unrung(Party with, Instant now) {
    return new LegRecord(
        visit,
        count++,
        new LegRecord.Phone(with, Optional.<Destination>empty()),
        new LegRecord.Ring(now, Duration.ZERO, Optional.empty()),
        LegRecord.Talk.NONE);
  }

  /** The talk is over; its beginning may not have been told. */
  LegRecord talkEnded(Party with, Duration talked, Instant now) {
    LegRecord begun = talking == null ? unrung(with, now.minus(talked)) : talking;
    talking = null;
    return new LegRecord(
        visit,
        begun.number(),
        begun.phone(),
        begun.ring(),
        new LegRecord.Talk(
            begun.talk().began().or(() -> Optional.of(now.minus(talked))), talked, Duration.ZERO));
  }

  /** The visit is over: what is left. */
  List<LegRecord> rest() {
    List<LegRecord> left = new ArrayList<>(answered);
    if (talking != null) {
      left.add(talking);
    }
    answered.clear();
    talking = null;
    return left;
  }

  /** Whose talk it was. */
  static Optional<DirectoryNumber> extension(LegRecord leg) {
    return leg.phone().party().extension();
  }
}
