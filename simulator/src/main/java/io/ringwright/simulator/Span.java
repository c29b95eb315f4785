package io.ringwright.simulator;

import java.time.Duration;

/**
 * Which calls of a simulation count: after a warm-up, those of a given time, or a given number.
 *
 * <p>Thread safety: immutable.
 *
 * @param warmUp what happens before counts for nothing; zero or more
 * @param lasting for how long after the warm-up calls arrive; above zero
 * @param calls the most calls that arrive after the warm-up; above zero
 */
public record Span(Duration warmUp, Duration lasting, long calls) {

  private static final Duration CENTURY = Duration.ofDays(36_500);

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException if one is outside
   */
  public Span {
    if (warmUp.isNegative() || lasting.isNegative() || lasting.isZero() || calls <= 0) {
      throw new IllegalArgumentException(
          "span of "
              + lasting
              + " or "
              + calls
              + " calls after "
              + warmUp
              + " is not valid:"
              + " expected a warm-up of zero or more, and the rest above zero");
    }
  }

  /**
   * All calls that arrive within this time.
   *
   * @param time above zero
   * @return a span without a warm-up
   */
  public static Span of(Duration time) {
    return new Span(Duration.ZERO, time, Long.MAX_VALUE);
  }

  /**
   * So many calls, however long it takes.
   *
   * @param calls above zero
   * @return a span without a warm-up
   */
  public static Span ofCalls(long calls) {
    return new Span(Duration.ZERO, CENTURY, calls);
  }

  /**
   * The same after a warm-up.
   *
   * @param time zero or more
   * @return a changed copy
   */
  public Span after(Duration time) {
    return new Span(time, lasting, calls);
  }
}
