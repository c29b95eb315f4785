package io.ringwright.estimate;

/**
 * The outer tenths of Fisher's F distribution, in constant time.
 *
 * <p>Paulson's approximation (1942): the cube root of a chi-squared variable over its degrees of
 * freedom is nearly normal (Wilson and Hilferty, 1931), so the ratio of two of them leads to a
 * quadratic equation. Between its two roots lie 79 % to 81 % for every degree of freedom that is
 * asked of it here: at least 2 above and 10 below.
 */
final class FisherQuantile {

  /** Nine of ten draws of a standard normal variable are smaller. */
  private static final double NINE_TENTHS = 1.2815515655446004;

  private FisherQuantile() {}

  /**
   * Nine of ten draws are larger.
   *
   * @param above degrees of freedom of the numerator
   * @param below degrees of freedom of the denominator
   */
  static double low(double above, double below) {
    return root(above, below, -NINE_TENTHS);
  }

  /** Nine of ten draws are smaller. */
  static double high(double above, double below) {
    return root(above, below, NINE_TENTHS);
  }

  private static double root(double above, double below, double z) {
    double u = 2 / (9 * above);
    double v = 2 / (9 * below);
    double spread = u * (1 - v) * (1 - v) + v * (1 - u) * (1 - u) - z * z * u * v;
    double cubeRoot = ((1 - u) * (1 - v) + z * Math.sqrt(spread)) / ((1 - v) * (1 - v) - z * z * v);
    return cubeRoot * cubeRoot * cubeRoot;
  }
}
