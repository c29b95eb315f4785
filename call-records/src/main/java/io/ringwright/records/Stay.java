package io.ringwright.records;

import io.ringwright.call.Destination;
import java.time.Duration;
import java.time.Instant;

/**
 * The time for which a call stood at one extension or hunt group: it waited for it, or phones rang
 * for it. An overflow, a forwarding or a key that leads on begins the next stay. For hunt groups it
 * is what app_queue counts as one entry of a queue.
 *
 * <p>Thread safety: immutable.
 *
 * @param number which stay of the visit, from 0
 * @param at the extension or hunt group
 * @param entered when it began
 * @param position where it stood among those who wait
 * @param end how it ended
 */
public record Stay(int number, Destination at, Instant entered, Position position, End end) {

  /**
   * Positions among those who wait.
   *
   * @param first the first that was told; 1 for a call that never waited
   * @param last the last that was told. Positions are sampled when the channel of the caller asks
   */
  public record Position(int first, int last) {}

  /**
   * The end of a stay.
   *
   * @param at when
   * @param how how
   * @param word the key, the reason or the number that goes with it; empty for none
   */
  public record End(Instant at, How how, String word) {}

  /** How a stay ended. */
  public enum How {
    /** Somebody answered. */
    ANSWERED,
    /** The caller hung up. */
    ABANDONED,
    /** The caller pressed a key that led away. */
    LEFT_BY_KEY,
    /** The longest wait was over: it overflowed, or was rejected. */
    WAITED_TOO_LONG,
    /** Nobody is there who could answer: it overflowed, or was rejected. */
    NOBODY_THERE,
    /** A forwarding, a full queue or another rule led it on, or turned it away. */
    LED_ON,
    /** A supervisor, the dialplan or the host took it away. */
    TAKEN_AWAY,
    /** Nobody knows: no engine answered the dialplan in time, or the end was not told. */
    UNKNOWN
  }

  /**
   * For how long it lasted.
   *
   * @return zero or more
   */
  public Duration length() {
    return Duration.between(entered, end.at());
  }
}
