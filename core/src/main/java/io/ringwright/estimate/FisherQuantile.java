package io.ringwright.estimate;

/**
 * Quantiles of Fisher's F distribution, in constant time.
 *
 * <p>Paulson's approximation (1942): the cube root of a chi-squared variable over its degrees of
 * freedom is nearly normal (Wilson and Hilferty, 1931), so the ratio of two of them leads to a
 * quadratic equation. For at least 2 degrees of freedom above and 10 below the chances of the outer
 * tenths are right to a hundredth; for fewer above, down to 0.4, they are less exact.
 */
final class FisherQuantile {

  private FisherQuantile() {}

  /**
   * What is as probable as a standard normal variable below {@code z}.
   *
   * @param above degrees of freedom of the numerator, at least 0.4
   * @param below degrees of freedom of the denominator, at least 10
   * @param z the normal quantile, -4 to 4
   * @return zero or more
   */
  static double at(double above, double below, double z) {
    double u = 2 / (9 * above);
    double v = 2 / (9 * below);
    double spread = u * (1 - v) * (1 - v) + v * (1 - u) * (1 - u) - z * z * u * v;
    double cubeRoot = ((1 - u) * (1 - v) + z * Math.sqrt(spread)) / ((1 - v) * (1 - v) - z * z * v);
    return cubeRoot <= 0 ? 0 : cubeRoot * cubeRoot * cubeRoot;
  }
}
