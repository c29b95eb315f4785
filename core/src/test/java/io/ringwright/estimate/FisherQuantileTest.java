package io.ringwright.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FisherQuantileTest {

  private static final int[] POSITIONS = {1, 2, 3, 5, 10, 30, 100, 300};
  private static final double TENTH = Spread.AT_RANDOM.late();
  private static final int[] DEPARTURES = {5, 6, 8, 12, 20, 50};

  @Test
  void for_position_one_the_exact_quantiles_are_known() {
    // The chance to wait longer than x mean gaps after n departures is (1 + x/n)^-n.
    for (int n : DEPARTURES) {
      double tenth = n * (Math.pow(0.9, -1.0 / n) - 1);
      double nineTenths = n * (Math.pow(0.1, -1.0 / n) - 1);
      assertThat(FisherQuantile.at(2, 2.0 * n, -TENTH)).isCloseTo(tenth, within(0.01));
      assertThat(FisherQuantile.at(2, 2.0 * n, TENTH)).isCloseTo(nineTenths, within(0.06));
    }
  }

  @Test
  void a_tenth_lies_outside_on_either_side_as_the_exact_distribution_says() {
    for (int p : POSITIONS) {
      for (int n : DEPARTURES) {
        assertThat(below(FisherQuantile.at(2.0 * p, 2.0 * n, -TENTH), p, n))
            .as("below the low end, position %s, %s departures", p, n)
            .isCloseTo(0.1, within(0.01));
        assertThat(below(FisherQuantile.at(2.0 * p, 2.0 * n, TENTH), p, n))
            .as("below the high end, position %s, %s departures", p, n)
            .isCloseTo(0.9, within(0.005));
      }
    }
  }

  @Test
  void a_quantile_is_a_number_of_zero_or_more_wherever_it_is_asked() {
    for (double above : new double[] {0.4, 1, 2, 4, 20, 600}) {
      for (int n : DEPARTURES) {
        double before = 0;
        for (double z = -4; z <= 4; z += 0.25) {
          double here = FisherQuantile.at(above, 2.0 * n, z);
          assertThat(here).isGreaterThanOrEqualTo(before).isLessThan(1000);
          before = here;
        }
      }
    }
  }

  /** The distribution function of F(2p, 2n) for whole p and n: a sum of binomial probabilities. */
  private static double below(double f, int p, int n) {
    double x = f * p / (f * p + n);
    int tosses = p + n - 1;
    double sum = 0;
    for (int hits = p; hits <= tosses; hits++) {
      double log = 0;
      for (int i = 1; i <= hits; i++) {
        log += Math.log((double) (tosses - hits + i) / i);
      }
      sum += Math.exp(log + hits * Math.log(x) + (tosses - hits) * Math.log1p(-x));
    }
    return sum;
  }
}
