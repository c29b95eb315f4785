package io.ringwright.benchmarks.engine;

import java.util.Arrays;

/** Durations by rank. */
final class Nanos {

  private final long[] sorted;

  /**
   * The first of what was measured.
   *
   * @param measured nanoseconds
   * @param count how many of them, at least one
   */
  Nanos(long[] measured, int count) {
    sorted = Arrays.copyOf(measured, count);
    Arrays.sort(sorted);
  }

  int size() {
    return sorted.length;
  }

  /** The duration that this share of all does not exceed, in microseconds: the nearest rank. */
  double micros(double share) {
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / 1e3;
  }
}
