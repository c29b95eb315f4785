package io.ringwright.estimate;

import java.time.Duration;
import java.time.Instant;

/**
 * The time from one departure of a waiting queue to the next, counting only that in which somebody
 * waited.
 *
 * <p>Thread safety: immutable.
 *
 * @param end when the departure was that ended it; until when it was looked at, if it is open
 * @param busy seconds in which somebody waited, zero or more
 * @param gaveUp how many left without an answer, zero or more
 * @param waited seconds waited, summed over callers, zero or more
 */
public record Gap(Instant end, double busy, int gaveUp, double waited) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is below zero or no number
   */
  public Gap {
    if (!(busy >= 0 && waited >= 0 && gaveUp >= 0)) {
      throw new IllegalArgumentException(
          "gap until "
              + end
              + " is not valid: busy "
              + busy
              + ", gave up "
              + gaveUp
              + ", waited "
              + waited
              + "; expected zero or more");
    }
  }

  static Gap opened(Instant now) {
    return new Gap(now, 0, 0, 0);
  }

  Gap until(Instant now, int waiting) {
    if (!now.isAfter(end)) {
      return this;
    }
    double seconds = waiting == 0 ? 0 : seconds(Duration.between(end, now));
    return new Gap(now, busy + seconds, gaveUp, waited + seconds * waiting);
  }

  Gap withOneGone() {
    return new Gap(end, busy, gaveUp + 1, waited);
  }

  boolean isOld(Instant now) {
    return end.plus(ObservedQueue.MEMORY).isBefore(now);
  }

  private static double seconds(Duration passed) {
    return passed.toSeconds() + passed.toNanosPart() / 1e9;
  }
}
