package io.ringwright.directory;

import io.ringwright.call.RingOutcome;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * What becomes of an extension whose phone takes no call through hunt groups several times in a
 * row, for every caller. An answer, a log-in, a pause and its end begin the counts anew.
 *
 * <p>Thread safety: immutable.
 *
 * @param remedies what follows after rings that ended with each outcome
 */
public record MissedRings(Map<RingOutcome, Remedy> remedies) {

  /**
   * After three without a reply left alone for a minute; after two that were rejected, found busy
   * or not reachable for 30 s; twice as long with each that follows, up to 2 minutes.
   */
  public static final MissedRings DEFAULT =
      new MissedRings(
          Map.of(
              RingOutcome.NO_REPLY, leaveAlone(3, Duration.ofMinutes(1)),
              RingOutcome.REJECTED, leaveAlone(2, Duration.ofSeconds(30)),
              RingOutcome.BUSY, leaveAlone(2, Duration.ofSeconds(30)),
              RingOutcome.NOT_REACHABLE, leaveAlone(2, Duration.ofSeconds(30))));

  /** Copies the map; of an outcome of which it says nothing, nothing follows. */
  public MissedRings {
    Map<RingOutcome, Remedy> all = new EnumMap<>(RingOutcome.class);
    all.putAll(remedies);
    for (RingOutcome outcome : RingOutcome.values()) {
      if (isMissed(outcome)) {
        all.putIfAbsent(outcome, Remedy.NOTHING);
      }
    }
    remedies = Map.copyOf(all);
  }

  private static Remedy leaveAlone(int after, Duration first) {
    return new Remedy.LeaveAlone(after, first, Duration.ofMinutes(2));
  }

  /**
   * What follows after rings that ended in one way.
   *
   * @param outcome how they ended
   * @return nothing, if nothing was set
   */
  public Remedy after(RingOutcome outcome) {
    return remedies.getOrDefault(outcome, Remedy.NOTHING);
  }

  /**
   * Whether a ring that ended so was missed: the phone rang, or should have, and the caller is
   * still there.
   *
   * @param outcome how a ring ended
   * @return true for no reply, rejected, busy and not reachable
   */
  public static boolean isMissed(RingOutcome outcome) {
    return switch (outcome) {
      case NO_REPLY, REJECTED, BUSY, NOT_REACHABLE -> true;
      case ANSWERED, ABANDONED -> false;
    };
  }

  /** What follows after so many missed rings in a row. */
  public sealed interface Remedy {

    /** Nothing follows. */
    Remedy NOTHING = new Nothing();

    /** Nothing follows. */
    record Nothing() implements Remedy {}

    /**
     * The extension is paused, until the person resumes.
     *
     * @param after how many missed rings in a row, 1 or more
     */
    record Pause(int after) implements Remedy {}

    /**
     * The extension is left alone by calls through hunt groups for a time.
     *
     * @param after how many missed rings in a row, 1 or more
     * @param first for how long, the first time; it doubles with each missed ring that follows
     * @param longest for how long at most
     */
    record LeaveAlone(int after, Duration first, Duration longest) implements Remedy {

      private static final int MOST_DOUBLINGS = 20;

      /**
       * For how long the extension is left alone.
       *
       * @param missed how many rings were missed in a row
       * @return zero if they are too few
       */
      public Duration time(int missed) {
        if (missed < after) {
          return Duration.ZERO;
        }
        Duration time = first.multipliedBy(1L << Math.min(missed - after, MOST_DOUBLINGS));
        return time.compareTo(longest) < 0 ? time : longest;
      }
    }
  }
}
