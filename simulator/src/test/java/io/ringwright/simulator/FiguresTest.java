package io.ringwright.simulator;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ringwright.call.CallOutcome;
import io.ringwright.call.Priority;
import java.time.Duration;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FiguresTest {

  @Test
  void the_standard_error_of_independent_values_is_the_usual_one() {
    double[] lots = new SplittableRandom(1).doubles(100_000).toArray();
    Estimate mean = Estimate.of(lots);
    assertThat(mean.value()).isEqualTo(0.5, within(0.005));
    assertThat(mean.standardError()).isEqualTo(Math.sqrt(1 / 12.0 / 100_000), within(0.000_4));
    assertThat(mean.distanceTo(0.5)).isLessThan(3);
    assertThat(mean.distanceTo(0.6)).isGreaterThan(50);
  }

  @Test
  void values_that_hang_together_leave_more_to_chance() {
    double[] lots = new SplittableRandom(1).doubles(1000).toArray();
    double[] eachTenTimes = IntStream.range(0, 10_000).mapToDouble(i -> lots[i / 10]).toArray();
    assertThat(Estimate.of(eachTenTimes).standardError())
        .isEqualTo(Estimate.of(lots).standardError(), within(1e-9));
  }

  @Test
  void without_values_there_is_no_mean_and_from_one_no_error() {
    assertThat(Estimate.of(new double[0])).hasToString("-");
    assertThat(Estimate.of(new double[] {4})).hasToString("4.0000");
    assertThat(Estimate.of(new double[] {4, 6})).hasToString("5.0000 ± 1.0000");
  }

  @Test
  void a_call_is_lost_until_somebody_accounts_for_it() {
    CallRecord record = new CallRecord("any", Priority.NORMAL);
    assertThat(new CallFigures(List.of(record)).count(CallOutcome.LOST)).isEqualTo(1);
    record.ends(CallOutcome.ANSWERED, ofSeconds(3));
    assertThat(new CallFigures(List.of(record)).count(CallOutcome.LOST)).isZero();
  }

  @Test
  void quantiles_are_waits_that_occurred() {
    CallFigures calls = answeredAfter(4, 1, 3, 2);
    assertThat(calls.waitQuantile(0.25)).isEqualTo(ofSeconds(1));
    assertThat(calls.waitQuantile(0.5)).isEqualTo(ofSeconds(2));
    assertThat(calls.waitQuantile(0.9)).isEqualTo(ofSeconds(4));
    assertThat(answeredAfter().waitQuantile(0.9)).isZero();
  }

  @Test
  void who_is_answered_at_the_threshold_is_answered_within_it() {
    CallFigures calls = answeredAfter(10, 20, 30, 40);
    assertThat(calls.answeredWithin(ofSeconds(20)).value()).isEqualTo(0.5);
    assertThat(calls.answeredWithin(ofSeconds(19)).value()).isEqualTo(0.25);
  }

  @Test
  void the_difference_between_the_same_calls_knows_no_chance_where_they_differ_alike() {
    CallFigures here = answeredAfter(10, 21, 34, 40);
    Estimate same = here.meanWaitBeyond(answeredAfter(5, 16, 29, 35));
    assertThat(same).isEqualTo(new Estimate(5, 0));
    Estimate others = here.meanWaitBeyond(answeredAfter(5, 16, 29));
    assertThat(others.standardError()).isGreaterThan(here.meanWait().standardError());
  }

  @Test
  void drawn_times_have_the_mean_and_the_width_asked_for() {
    Duration mean = ofSeconds(180);
    DoubleSummaryStatistics exponential = drawn(TimeDistribution.exponential(mean));
    assertThat(exponential.getAverage()).isEqualTo(180, within(2.0));
    List<Double> talks = new ArrayList<>();
    TimeDistribution talk = TimeDistribution.logNormal(mean, 0.5);
    SplittableRandom random = new SplittableRandom(3);
    IntStream.range(0, 100_000).forEach(i -> talks.add(talk.draw(random).toNanos() / 1e9));
    double average = talks.stream().mapToDouble(each -> each).average().orElse(0);
    double square = talks.stream().mapToDouble(each -> Math.pow(each - average, 2)).sum();
    assertThat(average).isEqualTo(180, within(1.5));
    assertThat(Math.sqrt(square / talks.size()) / average).isEqualTo(0.5, within(0.01));
  }

  @Test
  void samples_are_drawn_alike() {
    TimeDistribution samples = TimeDistribution.anyOf(List.of(ofSeconds(1), ofSeconds(3)));
    DoubleSummaryStatistics drawn = drawn(samples);
    assertThat(drawn.getMin()).isEqualTo(1);
    assertThat(drawn.getMax()).isEqualTo(3);
    assertThat(drawn.getAverage()).isEqualTo(2, within(0.02));
  }

  @Test
  void distributions_without_a_sense_are_refused() {
    assertThatThrownBy(() -> TimeDistribution.exponential(Duration.ZERO))
        .hasMessageContaining("PT0S");
    assertThatThrownBy(() -> TimeDistribution.anyOf(List.of())).hasMessageContaining("got none");
  }

  private static DoubleSummaryStatistics drawn(TimeDistribution distribution) {
    SplittableRandom random = new SplittableRandom(1);
    return DoubleStream.generate(() -> distribution.draw(random).toNanos() / 1e9)
        .limit(100_000)
        .summaryStatistics();
  }

  private static CallFigures answeredAfter(int... seconds) {
    return new CallFigures(
        IntStream.of(seconds)
            .mapToObj(
                after -> {
                  CallRecord record = new CallRecord("any", Priority.NORMAL);
                  record.ends(CallOutcome.ANSWERED, ofSeconds(after));
                  return record;
                })
            .toList());
  }
}
