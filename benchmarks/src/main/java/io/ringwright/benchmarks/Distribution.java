package io.ringwright.benchmarks;

import java.util.Arrays;
import java.util.Collection;

/**
 * Durations in microseconds, by rank.
 *
 * <p>Thread safety: immutable.
 */
final class Distribution {

  private final long[] sorted;

  Distribution(Collection<Long> micros) {
    sorted = micros.stream().mapToLong(Long::longValue).sorted().toArray();
  }

  int size() {
    return sorted.length;
  }

  /** The duration that this share of all does not exceed, in milliseconds: the nearest rank. */
  double millis(double share) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted[Math.max(0, rank - 1)] / 1000.0;
  }

  double median() {
    return millis(0.5);
  }

  double max() {
    return millis(1);
  }

  @Override
  public String toString() {
    return Arrays.toString(sorted);
  }
}
