package io.ringwright.simulator;

import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.random.RandomGenerator;

/** When calls arrive. */
@FunctionalInterface
interface Arrivals {

  /** The instants, counted from the beginning of the simulation; they may never end. */
  Iterator<Duration> drawnFrom(RandomGenerator random);

  /** A Poisson process with one rate for each hour, and then from the first again. */
  static Arrivals poisson(double... perHour) {
    double[] rates = perHour.clone();
    boolean valid =
        Arrays.stream(rates).allMatch(rate -> rate >= 0) && Arrays.stream(rates).sum() > 0;
    if (!valid) {
      throw new IllegalArgumentException(
          "rates " + Arrays.toString(rates) + " are not valid: expected one or more above zero");
    }
    return random -> new Poisson(rates, random);
  }

  /** Instants that are known. */
  static Arrivals given(List<Duration> instants) {
    List<Duration> kept = List.copyOf(instants);
    if (!kept.stream().sorted().toList().equals(kept)) {
      throw new IllegalArgumentException("arrivals are not in order: expected first to last");
    }
    return random -> kept.iterator();
  }

  /**
   * Draws how many calls the rates would bring on average until the next one comes, and walks
   * through the hours until they have brought them.
   */
  final class Poisson implements Iterator<Duration> {

    private static final double NANOS_OF_HOUR = 3_600e9;

    private final double[] rates;
    private final RandomGenerator random;
    private long hour;
    private double intoTheHour;

    Poisson(double[] rates, RandomGenerator random) {
      this.rates = rates;
      this.random = random;
    }

    @Override
    public boolean hasNext() {
      return true;
    }

    @Override
    public Duration next() {
      double calls = -Math.log1p(-random.nextDouble());
      double rate = rates[(int) (hour % rates.length)];
      while (calls >= (1 - intoTheHour) * rate) {
        calls -= (1 - intoTheHour) * rate;
        intoTheHour = 0;
        hour++;
        rate = rates[(int) (hour % rates.length)];
      }
      intoTheHour += calls / rate;
      return Duration.ofHours(hour).plusNanos((long) (intoTheHour * NANOS_OF_HOUR));
    }
  }
}
