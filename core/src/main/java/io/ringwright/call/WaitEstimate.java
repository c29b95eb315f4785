package io.ringwright.call;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a call is expected to go on waiting: an interval and what it rests on, or unknown. Never
 * a number without a basis.
 *
 * <p>Thread safety: immutable.
 */
public sealed interface WaitEstimate {

  /**
   * The estimate where nothing is known of a queue.
   *
   * @return {@link Unknown#NOTHING_SEEN}
   */
  static WaitEstimate unknown() {
    return Unknown.NOTHING_SEEN;
  }

  /**
   * The interval in which eight of ten such waits end: one of ten ends earlier, one later. Counted
   * from the instant of the estimate.
   *
   * @param shortest not negative
   * @param longest not less than {@code shortest}
   * @param basis what it rests on, in words: how many departures were seen, over which time, for
   *     which position
   */
  record Between(Duration shortest, Duration longest, String basis) implements WaitEstimate {

    /**
     * Checks the interval.
     *
     * @throws IllegalArgumentException if it is negative or ends before it begins
     */
    public Between {
      if (shortest.isNegative() || longest.compareTo(shortest) < 0) {
        throw new IllegalArgumentException(
            "a wait between "
                + shortest
                + " and "
                + longest
                + " is not valid: expected zero or more, and the longest not below the shortest");
      }
    }

    /**
     * The middle of the interval, for those who can show one number only.
     *
     * @return half-way between shortest and longest
     */
    public Duration middle() {
      return shortest.plus(longest).dividedBy(2);
    }

    /**
     * Whether a wait ended where it was expected to end.
     *
     * @param waited how long the call went on waiting after the estimate
     * @return true from shortest to longest, both included
     */
    public boolean holds(Duration waited) {
      return waited.compareTo(shortest) >= 0 && waited.compareTo(longest) <= 0;
    }

    /**
     * The interval in whole seconds, not narrowed by the rounding.
     *
     * @return such as {@code 27 s and 2 min 34 s}
     */
    public String span() {
      return words(shortest.toSeconds())
          + " and "
          + words(longest.plusNanos(999_999_999).toSeconds());
    }

    /** The interval and the basis. */
    @Override
    public String toString() {
      return "between " + span() + " (" + basis + ")";
    }

    private static String words(long seconds) {
      long minutes = seconds / 60;
      long rest = seconds % 60;
      if (minutes == 0) {
        return rest + " s";
      }
      return minutes + " min" + (rest == 0 ? "" : " " + rest + " s");
    }
  }

  /**
   * Not enough was observed for an interval.
   *
   * @param why the reason, in words
   */
  record Unknown(String why) implements WaitEstimate {

    /** Unknown, because nothing was observed yet. */
    public static final Unknown NOTHING_SEEN = new Unknown("nothing was seen of this queue yet");

    @Override
    public String toString() {
      return "unknown (" + why + ")";
    }
  }

  /**
   * The interval, if there is one.
   *
   * @return empty if unknown
   */
  default Optional<Between> interval() {
    return this instanceof Between between ? Optional.of(between) : Optional.empty();
  }
}
