package io.ringwright.simulator;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How a length of time varies from call to call: how long people talk, wait before they give up, or
 * take to pick up.
 *
 * <p>Thread safety: implementations may be used by many threads; whatever is random comes from the
 * generator.
 */
@FunctionalInterface
public interface TimeDistribution {

  /**
   * Draws one length of time.
   *
   * @param random where chance comes from; equal generators must give equal times
   * @return zero or more
   */
  Duration draw(RandomGenerator random);

  /**
   * Always the same.
   *
   * @param time zero or more
   * @return the distribution
   */
  static TimeDistribution fixed(Duration time) {
    return random -> time;
  }

  /**
   * Exponential: without memory, as the formulas of Erlang want it.
   *
   * @param mean the mean, above zero
   * @return the distribution
   */
  static TimeDistribution exponential(Duration mean) {
    double seconds = seconds(mean);
    return random -> ofSeconds(-Math.log1p(-random.nextDouble()) * seconds);
  }

  /**
   * Log-normal: what measured talk times look like, many short ones and a few that are very long.
   *
   * @param mean the mean, above zero
   * @param variation the standard deviation in relation to the mean, above zero; about 1 for talks
   * @return the distribution
   */
  static TimeDistribution logNormal(Duration mean, double variation) {
    double square = Math.log1p(variation * variation);
    double middle = Math.log(seconds(mean)) - square / 2;
    double width = Math.sqrt(square);
    return random -> ofSeconds(Math.exp(middle + width * random.nextGaussian()));
  }

  /**
   * One of these, each as likely as the others: times from your own call records.
   *
   * @param samples at least one
   * @return the distribution
   * @throws IllegalArgumentException if there is none
   */
  static TimeDistribution anyOf(List<Duration> samples) {
    List<Duration> kept = List.copyOf(samples);
    if (kept.isEmpty()) {
      throw new IllegalArgumentException("a distribution needs at least one sample, got none");
    }
    return random -> kept.get(random.nextInt(kept.size()));
  }

  /**
   * For ever: callers who never give up.
   *
   * @return the distribution
   */
  static TimeDistribution endless() {
    return fixed(Duration.ofSeconds(Long.MAX_VALUE));
  }

  private static double seconds(Duration mean) {
    if (mean.isZero() || mean.isNegative()) {
      throw new IllegalArgumentException("mean " + mean + " is not valid: expected above zero");
    }
    return mean.toNanos() / 1e9;
  }

  private static Duration ofSeconds(double seconds) {
    return Duration.ofNanos((long) (seconds * 1e9));
  }
}
