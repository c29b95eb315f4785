package io.ringwright.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ringwright.call.EstimateScore;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Estimates held against the truth, with seeded randomness. */
class EstimateCoverageTest {

  private static final double FOR_EVER = 1e9;
  private static final double TALK = 180;

  @ParameterizedTest(name = "{0} phones, load {1}")
  @CsvSource({"1, 0.8", "1, 0.95", "3, 0.9", "10, 0.9", "10, 0.97", "50, 0.97"})
  void eight_of_ten_waits_end_within_the_interval(int phones, double load) {
    DoubleUnaryOperator talk = SimulatedQueue.atRandom(TALK);
    assertThat(coverage(phones, load, talk, FOR_EVER)).isCloseTo(0.8, within(0.025));
  }

  @ParameterizedTest(name = "{0} phones, load {1}, patience {2} s")
  @CsvSource({"3, 1.5, 120", "10, 1.0, 600", "10, 1.2, 180", "30, 2.0, 300"})
  void so_they_do_where_callers_give_up(int phones, double load, double patience) {
    DoubleUnaryOperator talk = SimulatedQueue.atRandom(TALK);
    assertThat(coverage(phones, load, talk, patience)).isCloseTo(0.8, within(0.035));
  }

  @ParameterizedTest(name = "{0} phones, load {1}")
  @CsvSource({"1, 0.9", "3, 0.9", "10, 0.9", "50, 0.9"})
  void where_talks_are_of_nearly_one_length_it_learns_to_be_surer(int phones, double load) {
    DoubleUnaryOperator talk = draw -> TALK * (2 + 2 * draw) / 3;
    assertThat(coverage(phones, load, talk, FOR_EVER)).isBetween(0.78, 0.87);
  }

  @ParameterizedTest(name = "{0} phones, load {1}")
  @CsvSource({"1, 0.9", "3, 0.9", "10, 0.9", "50, 0.9"})
  void where_one_talk_of_five_is_very_lengthyit_learns_to_be_less_sure(int phones, double load) {
    DoubleUnaryOperator brief = SimulatedQueue.atRandom(TALK / 4);
    DoubleUnaryOperator lengthy = SimulatedQueue.atRandom(TALK * 4);
    DoubleUnaryOperator talk =
        draw ->
            draw < 0.8 ? brief.applyAsDouble(draw / 0.8) : lengthy.applyAsDouble((draw - 0.8) * 5);
    assertThat(coverage(phones, load, talk, FOR_EVER)).isBetween(0.65, 0.85);
  }

  @Test
  void an_interval_from_five_departures_is_wide_enough_for_five_and_would_not_be_for_many() {
    SplittableRandom random = new SplittableRandom(1);
    int asFew = 0;
    int asMany = 0;
    for (int draw = 0; draw < 20_000; draw++) {
      double pace = departures(5, random) / 5;
      double perDeparture = departures(3, random) / 3 / pace;
      asFew += holds(perDeparture, 2 * 5) ? 1 : 0;
      asMany += holds(perDeparture, 2 * 1000) ? 1 : 0;
    }
    assertThat(asFew / 20_000.0).isCloseTo(0.8, within(0.01));
    assertThat(asMany / 20_000.0).isLessThan(0.7);
  }

  private static boolean holds(double ratio, double below) {
    return ratio >= FisherQuantile.at(6, below, -Spread.AT_RANDOM.early())
        && ratio <= FisherQuantile.at(6, below, Spread.AT_RANDOM.late());
  }

  private static double departures(int number, SplittableRandom random) {
    DoubleUnaryOperator gap = SimulatedQueue.atRandom(1);
    return random.doubles(number).map(gap).sum();
  }

  private static double coverage(
      int phones, double load, DoubleUnaryOperator talk, double patience) {
    EstimateScore[] scores =
        LongStream.range(0, 10)
            .mapToObj(seed -> new SimulatedQueue(seed, phones, talk, patience))
            .map(queue -> queue.run(3000, TALK / load / phones))
            .toArray(EstimateScore[]::new);
    double held = LongStream.range(0, 10).map(i -> scores[(int) i].held()).sum();
    return held / LongStream.range(0, 10).map(i -> scores[(int) i].judged()).sum();
  }
}
