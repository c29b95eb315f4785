package io.ringwright.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ringwright.call.CallOutcome;
import io.ringwright.call.Requirements;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.waiting.QueueOrder;
import java.time.Duration;
import java.util.DoubleSummaryStatistics;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The engine routes as well as theory says that anybody could: the production engine, driven by the
 * simulator, against exact formulas. A result may be three standard errors off.
 */
class TheoryTest {

  private static final double TALK = 180;
  private static final Duration THRESHOLD = Duration.ofSeconds(20);

  @ParameterizedTest
  @CsvSource({"10, 14, 60000", "8, 10, 80000", "18, 20, 120000"})
  void callers_who_never_give_up_wait_as_erlang_c_says(double load, int phones, int calls) {
    ErlangC theory = new ErlangC(load, phones, TALK);
    CallFigures figures =
        simulated(Houses.of(phones, StandardStrategy.LONGEST_IDLE), load(load), calls);
    agree("share that waits", figures.shareThatWaited(), theory.shareThatWaits());
    agree("mean wait", figures.meanWait(), theory.meanWait());
    agree("answered within 20 s", figures.answeredWithin(THRESHOLD), theory.answeredWithin(20));
    assertThat(figures.count(CallOutcome.ANSWERED)).isEqualTo(calls);
  }

  @ParameterizedTest
  @CsvSource({
    "8, 10, 120, 0.82966, 50000",
    "12, 10, 120, 0.44376, 30000",
    "45, 50, 60, 0.95107, 30000"
  })
  void callers_who_give_up_do_so_as_erlang_a_says(
      double load, int phones, long patience, double answeredWithin20, int calls) {
    ErlangA theory = new ErlangA(load, phones, TALK, patience);
    CallStream stream =
        load(load).patience(TimeDistribution.exponential(Duration.ofSeconds(patience)));
    CallFigures figures =
        simulated(Houses.of(phones, StandardStrategy.LONGEST_IDLE), stream, calls);
    agree("share that waits", figures.shareThatWaited(), theory.shareThatWaits());
    agree("abandoned", figures.share(CallOutcome.ABANDONED), theory.shareThatGivesUp());
    agree("mean wait", figures.meanWait(), theory.meanWait());
    agree("answered within 20 s", figures.answeredWithin(THRESHOLD), answeredWithin20);
    assertThat(figures.count(CallOutcome.ANSWERED) + figures.count(CallOutcome.ABANDONED))
        .isEqualTo(calls);
  }

  @Test
  void two_priorities_wait_as_cobham_says() {
    double[] theory = new ErlangC(8, 10, TALK).meanWaits(0.25, 0.75);
    CallStream stream = load(8).priorities(Map.of(1, 0.25, 2, 0.75));
    SimulationReport report =
        reported(Houses.of(10, StandardStrategy.LONGEST_IDLE), 60_000, stream);
    IntStream.rangeClosed(1, 2).forEach(level -> agree(report, level, theory[level - 1]));
  }

  @Test
  void three_priorities_wait_as_cobham_says() {
    double[] theory = new ErlangC(16, 20, TALK).meanWaits(0.2, 0.3, 0.5);
    CallStream stream = load(16).priorities(Map.of(1, 0.2, 2, 0.3, 3, 0.5));
    SimulationReport report =
        reported(Houses.of(20, StandardStrategy.LONGEST_IDLE), 60_000, stream);
    IntStream.rangeClosed(1, 3).forEach(level -> agree(report, level, theory[level - 1]));
  }

  @Test
  void longest_idle_shares_the_work_evenly_and_a_fixed_order_does_not() {
    DoubleSummaryStatistics even = utilisation(StandardStrategy.LONGEST_IDLE);
    DoubleSummaryStatistics uneven = utilisation(StandardStrategy.LINEAR);
    assertThat(even.getMax() - even.getMin()).isLessThan(0.02);
    assertThat(uneven.getMin()).isBetween(0.58, 0.63);
    assertThat(uneven.getMax()).isBetween(0.90, 0.95);
    assertThat(even.getAverage()).isCloseTo(uneven.getAverage(), within(0.01));
  }

  /**
   * High priority alone is more than the house can do. Where priorities age by a minute a level, a
   * lower one is overtaken by nobody who comes more than a minute later: it waits at most a minute
   * longer than a higher one that comes right then.
   */
  @Test
  void nobody_starves_where_priorities_age() {
    SimulationReport ageing = overloaded(QueueOrder.ageing(Duration.ofMinutes(1)));
    Duration high = ageing.ofPriority(1).longestWait();
    assertThat(ageing.ofPriority(2).longestWait()).isLessThan(high.plusSeconds(60 + 10));
    SimulationReport strict = overloaded(QueueOrder.STRICT);
    assertThat(strict.ofPriority(2).longestWait()).isGreaterThan(high.multipliedBy(2));
  }

  private static SimulationReport overloaded(QueueOrder order) {
    return reported(Houses.of(5, order), 1_500, load(6).priorities(Map.of(1, 0.9, 2, 0.1)));
  }

  /** R. B. Wallace and W. Whitt, 2004: two skills each are almost as good as all. */
  @Test
  void two_skills_each_are_worth_most_of_what_knowing_everything_would_be() {
    double apart = new ErlangC(14, 15, 600).meanWait();
    double together = new ErlangC(84, 90, 600).meanWait();
    CallStream[] streams =
        IntStream.range(0, 6)
            .mapToObj(subject -> Requirements.of(Map.of("subject" + subject, 1)))
            .map(skill -> CallStream.to("700").perHour(84).asking(skill))
            .map(each -> each.talking(TimeDistribution.exponential(Duration.ofSeconds(600))))
            .toArray(CallStream[]::new);
    SimulationReport two = reported(Houses.ofSubjects(6, 90, 2), 10_000, streams);
    double gain = (apart - two.all().meanWait().value()) / (apart - together);
    assertThat(gain).isBetween(0.8, 1.05);
  }

  private static DoubleSummaryStatistics utilisation(StandardStrategy strategy) {
    return reported(Houses.of(10, strategy), 20_000, load(8)).utilisation().values().stream()
        .mapToDouble(share -> share)
        .summaryStatistics();
  }

  /** So many erlang for hunt group 700. */
  private static CallStream load(double erlang) {
    return CallStream.to("700").perHour(erlang * 3600 / TALK);
  }

  private static CallFigures simulated(PhoneList phones, CallStream stream, int calls) {
    return reported(phones, calls, stream).all();
  }

  private static SimulationReport reported(PhoneList phones, int calls, CallStream... streams) {
    return Simulation.of(phones)
        .withCalls(streams)
        .over(Span.ofCalls(calls).after(Duration.ofHours(5)))
        .withSeed(calls)
        .run();
  }

  private static void agree(SimulationReport report, int priority, double meanWait) {
    agree("priority " + priority, report.ofPriority(priority).meanWait(), meanWait);
  }

  private static void agree(String what, Estimate simulated, double theory) {
    assertThat(simulated.distanceTo(theory))
        .as("%s: simulated %s, in theory %.4f", what, simulated, theory)
        .isLessThan(3);
  }
}
