package io.ringwright.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/**
 * The median of several measurements, and how far they lie apart.
 *
 * @param least the smallest
 * @param median the one in the middle, or halfway between the two in the middle
 * @param most the greatest
 */
public record Score(double least, double median, double most) {

  /**
   * Of measurements in any order.
   *
   * @param measured at least one
   * @return their median and range
   */
  public static Score of(double[] measured) {
    double[] sorted = measured.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Score(sorted[0], median, sorted[sorted.length - 1]);
  }

  /** The median, and the range in brackets if there is one. */
  @Override
  public String toString() {
    return least == most
        ? text(median)
        : text(median) + " [" + text(least) + "-" + text(most) + "]";
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%.0f", value);
  }
}
