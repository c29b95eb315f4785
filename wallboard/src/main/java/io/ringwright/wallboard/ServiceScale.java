package io.ringwright.wallboard;

import java.time.Duration;
import java.util.List;

/**
 * Within which time calls are to be answered, and how many of them.
 *
 * <p>The service level of a scale is the share of calls answered within its time among those that
 * were answered or given up: the usual definition of call centres. Calls that went on elsewhere, by
 * a key or an overflow, count in neither.
 *
 * <p>Thread safety: immutable.
 *
 * @param within counted from the arrival, above zero
 * @param percent the goal, 1 to 100
 */
public record ServiceScale(Duration within, int percent) {

  /** Nineteen of twenty within 180 s, and nine of ten within 15 s. */
  public static final List<ServiceScale> STANDARD =
      List.of(
          new ServiceScale(Duration.ofSeconds(180), 95),
          new ServiceScale(Duration.ofSeconds(15), 90));

  /**
   * Checks the scale.
   *
   * @throws IllegalArgumentException if the time or the percentage is out of range
   */
  public ServiceScale {
    if (within.isNegative() || within.isZero() || percent < 1 || percent > 100) {
      throw new IllegalArgumentException(
          "a goal of "
              + percent
              + " % within "
              + within
              + " is not valid; expected 1 to 100 % and a time above zero");
    }
  }
}
