package io.ringwright.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.EstimateScore;
import io.ringwright.call.Priority;
import io.ringwright.waiting.QueueOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * The estimates of each priority by itself held against the truth, with seeded randomness: the mean
 * of forty days, and its standard error from them.
 */
class PriorityCoverageTest {

  private static final int DAYS = 40;
  private static final double TALK = 180;
  private static final double FOR_EVER = 1e9;

  private record Coverage(double mean, double standardError) {

    static Coverage of(List<Double> days) {
      double mean = days.stream().mapToDouble(day -> day).average().orElseThrow();
      double squares = days.stream().mapToDouble(day -> (day - mean) * (day - mean)).sum();
      return new Coverage(mean, Math.sqrt(squares / (days.size() - 1) / days.size()));
    }

    /** Between these shares, but for chance. */
    boolean isBetween(double least, double most) {
      return mean + 3 * standardError >= least && mean - 3 * standardError <= most;
    }
  }

  @Test
  void eight_of_ten_waits_end_within_the_interval_whatever_the_priority() {
    Map<Priority, Coverage> found = days(10, QueueOrder.STRICT, load(10, 0.92), 1, 1, 1, 1, 1);
    assertThat(found).hasSize(5);
    assertThat(found)
        .allSatisfy((level, is) -> assertThat(is).matches(it -> it.isBetween(0.8, 0.84)));
  }

  @Test
  void so_they_do_for_the_many_behind_a_few() {
    assertThat(days(10, QueueOrder.STRICT, load(10, 0.92), 1, 0, 0, 0, 4))
        .allSatisfy((level, is) -> assertThat(is).matches(it -> it.isBetween(0.8, 0.82)));
  }

  @Test
  void so_they_do_with_two_phones_and_with_fifty() {
    assertThat(days(2, QueueOrder.STRICT, load(2, 0.85), 1, 1, 1))
        .allSatisfy((level, is) -> assertThat(is).matches(it -> it.isBetween(0.8, 0.85)));
    assertThat(days(50, QueueOrder.STRICT, load(50, 0.97), 1, 1, 1, 1, 1))
        .allSatisfy((level, is) -> assertThat(is).matches(it -> it.isBetween(0.8, 0.83)));
  }

  @Test
  void so_they_do_where_priorities_age() {
    for (int seconds : new int[] {5, 60, 600}) {
      QueueOrder ageing = QueueOrder.ageing(Duration.ofSeconds(seconds));
      assertThat(days(10, ageing, load(10, 0.95), 1, 1, 1, 1, 1))
          .as("ageing by %d s", seconds)
          .allSatisfy((level, is) -> assertThat(is).matches(it -> it.isBetween(0.8, 0.85)));
    }
  }

  @Test
  void so_they_do_when_the_load_changes() {
    IntToDoubleFunction noon = call -> TALK / 10 / (call < 600 ? 0.7 : 0.98);
    assertThat(days(10, QueueOrder.STRICT, noon, 1, 1, 1))
        .allSatisfy((level, is) -> assertThat(is).matches(it -> it.isBetween(0.8, 0.86)));
  }

  @Test
  void so_they_do_where_another_queue_takes_the_same_phones_and_its_callers_go_ahead() {
    for (QueueOrder order : List.of(QueueOrder.STRICT, QueueOrder.ageing(Duration.ofMinutes(10)))) {
      IntToDoubleFunction gap = load(10, 0.92);
      assertThat(besides(order, gap, new double[] {2, 1}, 0, 0, 1, 1, 1))
          .as("behind a queue of the first two priorities, %s", order)
          .hasSize(3)
          .allSatisfy((level, is) -> assertThat(is).matches(it -> it.isBetween(0.8, 0.83)));
      assertThat(besides(order, gap, new double[] {1, 1, 1, 1, 1}, 1, 1, 1, 1, 1))
          .as("beside one like itself, %s", order)
          .hasSize(5)
          .allSatisfy((level, is) -> assertThat(is).matches(it -> it.isBetween(0.8, 0.84)));
    }
  }

  private static Map<Priority, Coverage> besides(
      QueueOrder order, IntToDoubleFunction meanGap, double[] others, double... shares) {
    DoubleUnaryOperator talk = SimulatedQueue.atRandom(TALK);
    return days(
        day -> new SimulatedQueue(day, 10, talk, FOR_EVER, order, shares).besides(others),
        3000,
        meanGap);
  }

  private static IntToDoubleFunction load(int phones, double load) {
    return call -> TALK / load / phones;
  }

  private static Map<Priority, Coverage> days(
      int phones, QueueOrder order, IntToDoubleFunction meanGap, double... shares) {
    DoubleUnaryOperator talk = SimulatedQueue.atRandom(TALK);
    return days(
        day -> new SimulatedQueue(day, phones, talk, FOR_EVER, order, shares), 1500, meanGap);
  }

  private static Map<Priority, Coverage> days(
      IntFunction<SimulatedQueue> queues, int calls, IntToDoubleFunction meanGap) {
    Map<Priority, List<Double>> days = new TreeMap<>();
    for (int day = 0; day < DAYS; day++) {
      queues.apply(day).play(calls, meanGap).forEach((level, score) -> note(days, level, score));
    }
    Map<Priority, Coverage> means = new TreeMap<>();
    days.forEach((level, all) -> means.put(level, Coverage.of(all)));
    return means;
  }

  private static void note(Map<Priority, List<Double>> days, Priority level, EstimateScore score) {
    score
        .coverage()
        .ifPresent(share -> days.computeIfAbsent(level, none -> new ArrayList<>()).add(share));
  }
}
