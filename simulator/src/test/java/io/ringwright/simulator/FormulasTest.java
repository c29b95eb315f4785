package io.ringwright.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The formulas that the simulator is held to give the values that others published. */
class FormulasTest {

  private static final Offset<Double> LAST_DIGIT = within(0.000_001);

  /** The example in the documentation of the R package ErlangC and of pyworkforce. */
  @Test
  void erlang_c_gives_the_published_example() {
    ErlangC example = new ErlangC(10, 14, 180);
    assertThat(example.shareThatWaits()).isEqualTo(0.174_131_933_595_049_8, within(1e-12));
    assertThat(example.answeredWithin(20)).isEqualTo(0.888_350_019_179_466_9, within(1e-12));
    assertThat(example.meanWait()).isEqualTo(7.835_937_011_772_24, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "5, 6, 0.587516, 105.753, 0.474267",
    "8, 10, 0.409180, 36.8262, 0.672354",
    "18, 20, 0.550769, 49.5692, 0.558979",
    "45, 50, 0.363864, 13.0991, 0.791232",
    "180, 200, 0.094471, 0.8502, 0.989762"
  })
  void erlang_c_gives_the_table(
      double load, int phones, double waits, double meanWait, double withinTwentySeconds) {
    ErlangC house = new ErlangC(load, phones, 180);
    assertThat(house.shareThatWaits()).isEqualTo(waits, LAST_DIGIT);
    assertThat(house.meanWait()).isEqualTo(meanWait, within(0.001));
    assertThat(house.answeredWithin(20)).isEqualTo(withinTwentySeconds, LAST_DIGIT);
  }

  /** Mandelbaum and Zeltyn: 48 calls a minute, 50 agents, a minute of talk, two of patience. */
  @Test
  void erlang_a_gives_the_published_example() {
    ErlangA example = new ErlangA(48, 50, 60, 120);
    assertThat(example.shareThatGivesUp()).isEqualTo(0.031, within(0.0005));
    assertThat(example.meanWait()).isEqualTo(3.7, within(0.05));
    assertThat(example.utilisation()).isEqualTo(0.93, within(0.005));
  }

  @ParameterizedTest
  @CsvSource({
    "8, 10, 120, 0.26241, 7.4527, 0.06211, 0.75032",
    "12, 10, 120, 0.69954, 26.9861, 0.22488, 0.93014",
    "45, 50, 60, 0.19092, 1.8125, 0.03021, 0.87281",
    "50, 50, 300, 0.57976, 14.7570, 0.04919, 0.95081"
  })
  void erlang_a_gives_the_table(
      double load,
      int phones,
      double patience,
      double waits,
      double meanWait,
      double up,
      double u) {
    ErlangA house = new ErlangA(load, phones, 180, patience);
    assertThat(house.shareThatWaits()).isEqualTo(waits, within(0.000_01));
    assertThat(house.meanWait()).isEqualTo(meanWait, within(0.0001));
    assertThat(house.shareThatGivesUp()).isEqualTo(up, within(0.000_01));
    assertThat(house.utilisation()).isEqualTo(u, within(0.000_01));
  }

  @Test
  void priorities_give_the_table_and_take_from_one_what_they_give_another() {
    ErlangC house = new ErlangC(18, 20, 180);
    double[] waits = house.meanWaits(0.2, 0.3, 0.5);
    assertThat(waits).containsExactly(new double[] {6.045, 10.991, 90.126}, within(0.001));
    assertThat(0.2 * waits[0] + 0.3 * waits[1] + 0.5 * waits[2])
        .isEqualTo(house.meanWait(), within(1e-9));
    assertThat(new ErlangC(8, 10, 180).meanWaits(0.25, 0.75))
        .containsExactly(new double[] {9.207, 46.033}, within(0.001));
  }
}
