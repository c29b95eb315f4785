package io.ringwright.estimate;

import io.ringwright.call.Priority;
import io.ringwright.call.WaitEstimate;
import java.time.Duration;
import java.time.Instant;

/**
 * What was expected of a call when it joined, in little room: there are as many as waiting calls.
 *
 * <p>Thread safety: immutable.
 *
 * @param priority with which it joined
 * @param since when it joined
 * @param shortest milliseconds from then, or negative if nothing was known
 * @param longest milliseconds from then, or negative if nothing was known
 */
public record Expectation(Priority priority, Instant since, int shortest, int longest) {

  static Expectation of(Priority priority, Instant since, WaitEstimate estimate) {
    return estimate
        .interval()
        .map(in -> new Expectation(priority, since, millis(in.shortest()), millis(in.longest())))
        .orElseGet(() -> new Expectation(priority, since, -1, -1));
  }

  /** An estimate ends after four hours at the latest. */
  private static int millis(Duration wait) {
    return Math.toIntExact(wait.toMillis());
  }

  boolean known() {
    return longest >= 0;
  }
}
