package io.ringwright.directory;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How often something may be used within a time: for one number, and in all. It counts any span of
 * that length, not from full hour to full hour.
 *
 * <p>Thread safety: immutable.
 *
 * @param perNumber for one number, 1 or more
 * @param inAll for all numbers together, not below that for one, at most {@value #MOST}
 * @param within the time, 1 min to 24 h
 */
public record UseLimit(int perNumber, int inAll, Duration within) {

  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(24);

  /** The highest limit: each use is remembered for that time. */
  public static final int MOST = 10_000;

  /** No limit; nothing is remembered. */
  public static final UseLimit NONE = new UseLimit(0, 0, Duration.ofHours(1));

  /**
   * Checks the numbers; 0 and 0 are no limit.
   *
   * @throws IllegalArgumentException if one of them is out of range
   */
  public UseLimit {
    requireNonNull(within, "within is null: expected a time such as PT1H");
    boolean none = perNumber == 0 && inAll == 0;
    if (!none && (perNumber < 1 || inAll < perNumber || inAll > MOST)) {
      throw new IllegalArgumentException(
          "limit of "
              + perNumber
              + " per number and "
              + inAll
              + " in all is not valid: expected 1 or more, not more than in all, and at most "
              + MOST
              + " in all\nTake UseLimit.NONE for no limit.");
    }
    if (within.compareTo(SHORTEST) < 0 || within.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "time " + within + " of a limit is not valid: expected 1 min to 24 h");
    }
  }

  /**
   * A limit for any hour.
   *
   * @param perNumber for one number
   * @param inAll for all numbers together
   * @return the limit
   */
  public static UseLimit anHour(int perNumber, int inAll) {
    return new UseLimit(perNumber, inAll, Duration.ofHours(1));
  }

  /**
   * Whether everything is allowed.
   *
   * @return true for {@link #NONE}
   */
  public boolean isNone() {
    return inAll == 0;
  }
}
