package io.ringwright.simulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/**
 * A mean, and its standard error.
 *
 * <p>The standard error comes from batch means: the calls are cut, in the order of their arrival,
 * into twenty batches, each long enough to be nearly independent of the one before. The usual
 * formula takes calls that waited in the same queue for independent, and gives too small an error.
 *
 * <p>Thread safety: immutable.
 *
 * @param value the mean; not a number if there is nothing to take the mean of
 * @param standardError of the mean, in the same unit; not a number with fewer than two values
 */
public record Estimate(double value, double standardError) {

  private static final int BATCHES = 20;

  /** The mean of values in the order in which they arose. */
  static Estimate of(double[] values) {
    int batches = Math.min(BATCHES, values.length);
    double[] means = new double[batches];
    for (int batch = 0; batch < batches; batch++) {
      int from = (int) ((long) batch * values.length / batches);
      int to = (int) ((long) (batch + 1) * values.length / batches);
      means[batch] = mean(Arrays.copyOfRange(values, from, to));
    }
    double middle = mean(means);
    double squares = Arrays.stream(means).map(each -> (each - middle) * (each - middle)).sum();
    return new Estimate(mean(values), Math.sqrt(squares / (batches - 1) / batches));
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  /**
   * How many standard errors lie between this and a value that theory gives.
   *
   * @param theory the value
   * @return zero or more; up to 3 may be chance
   */
  public double distanceTo(double theory) {
    return Math.abs(value - theory) / standardError;
  }

  private String shown(int digits, DoubleUnaryOperator unit) {
    if (Double.isNaN(value)) {
      return "-";
    }
    String mean = String.format(Locale.ROOT, "%." + digits + "f", unit.applyAsDouble(value));
    return Double.isNaN(standardError)
        ? mean
        : mean
            + String.format(Locale.ROOT, " ± %." + digits + "f", unit.applyAsDouble(standardError));
  }

  String seconds() {
    return shown(1, seconds -> seconds) + " s";
  }

  String percent() {
    return shown(1, share -> share * 100) + " %";
  }

  @Override
  public String toString() {
    return shown(4, number -> number);
  }
}
