package io.ringwright.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.Workload;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.Strategy.Contender;
import io.ringwright.directory.Strategy.Memory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who comes next under each of the nine strategies, and who among equals. */
class StandardStrategyTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  /** Stands at 0, had a call a minute ago, answered three of 30 s in all. */
  private static final Contender ANNA = contender("102", 0, 60, new Workload(3, seconds(30)));

  /** Stands at 1, had a call ten minutes ago, answered one of 300 s. */
  private static final Contender BEN = contender("101", 1, 600, new Workload(1, seconds(300)));

  /** Stands at 2, had a call five minutes ago, answered two of 90 s in all. */
  private static final Contender CLEO = contender("100", 2, 300, new Workload(2, seconds(90)));

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  private static Contender contender(String extension, int order, long idle, Workload workload) {
    return new Contender(DirectoryNumber.of(extension), order, 1, NOW.minusSeconds(idle), workload);
  }

  private static List<Contender> next(StandardStrategy strategy, Memory memory) {
    List<Contender> shuffled = new ArrayList<>(List.of(ANNA, BEN, CLEO));
    Collections.shuffle(shuffled, new Random(memory.lastOrder()));
    return strategy.next(shuffled, memory);
  }

  private static List<Contender> next(StandardStrategy strategy) {
    return next(strategy, Memory.NONE);
  }

  @Test
  void linear_begins_at_the_top_whoever_rang_last() {
    assertThat(next(StandardStrategy.LINEAR)).containsExactly(ANNA);
    assertThat(next(StandardStrategy.LINEAR, new Memory(0, 7))).containsExactly(ANNA);
  }

  @Test
  void circular_goes_on_after_who_rang_last_and_round_again() {
    assertThat(next(StandardStrategy.CIRCULAR)).as("nobody rang yet").containsExactly(ANNA);
    assertThat(next(StandardStrategy.CIRCULAR, new Memory(0, 0))).containsExactly(BEN);
    assertThat(next(StandardStrategy.CIRCULAR, new Memory(1, 0))).containsExactly(CLEO);
    assertThat(next(StandardStrategy.CIRCULAR, new Memory(2, 0))).containsExactly(ANNA);
    assertThat(next(StandardStrategy.CIRCULAR, new Memory(9, 0)))
        .as("the last one stood below all who are free")
        .containsExactly(ANNA);
  }

  @Test
  void longest_idle_takes_who_has_been_without_a_call_for_longest() {
    assertThat(next(StandardStrategy.LONGEST_IDLE)).containsExactly(BEN);
  }

  @Test
  void fewest_calls_counts_calls_and_least_talk_time_counts_time() {
    assertThat(next(StandardStrategy.FEWEST_CALLS)).containsExactly(BEN);
    assertThat(next(StandardStrategy.LEAST_TALK_TIME)).containsExactly(ANNA);
  }

  @Test
  void simultaneous_takes_all_and_progressive_begins_with_the_first() {
    assertThat(next(StandardStrategy.SIMULTANEOUS)).containsExactlyInAnyOrder(ANNA, BEN, CLEO);
    assertThat(next(StandardStrategy.PROGRESSIVE)).containsExactly(ANNA);
  }

  @Test
  void who_is_equal_comes_by_longest_idle_and_then_by_number() {
    Contender nine = contender("9", 5, 60, Workload.NONE);
    Contender ten = contender("10", 4, 60, Workload.NONE);
    Contender idle = contender("999", 6, 61, Workload.NONE);
    Contender fresh = new Contender(DirectoryNumber.of("55555"), 7, 1, Instant.MIN, Workload.NONE);
    for (StandardStrategy strategy :
        List.of(
            StandardStrategy.LONGEST_IDLE,
            StandardStrategy.FEWEST_CALLS,
            StandardStrategy.LEAST_TALK_TIME)) {
      assertThat(strategy.next(List.of(ten, nine), Memory.NONE))
          .as("%s: 9 stands before 10", strategy.words())
          .containsExactly(nine);
      assertThat(strategy.next(List.of(ten, nine, idle), Memory.NONE))
          .as("%s: idle for longer", strategy.words())
          .containsExactly(idle);
      assertThat(strategy.next(List.of(idle, fresh, ten), Memory.NONE))
          .as("%s: never had a call", strategy.words())
          .containsExactly(fresh);
    }
  }

  @Test
  void two_phones_of_one_member_come_by_longest_idle() {
    Contender one = contender("100", 3, 10, Workload.NONE);
    Contender other = contender("101", 3, 20, Workload.NONE);
    for (StandardStrategy strategy :
        List.of(StandardStrategy.LINEAR, StandardStrategy.CIRCULAR, StandardStrategy.PROGRESSIVE)) {
      assertThat(strategy.next(List.of(one, other), Memory.NONE)).containsExactly(other);
    }
  }

  @Test
  void each_strategy_has_words() {
    assertThat(StandardStrategy.values())
        .extracting(StandardStrategy::words)
        .containsExactly(
            "linear",
            "circular",
            "longest idle",
            "fewest calls",
            "least talk time",
            "random",
            "weighted random",
            "simultaneous",
            "progressive");
  }

  // RandomDraw

  /** Draws 0, 1, 2 … as an engine that counts would. */
  private static Map<Integer, Integer> drawn(
      StandardStrategy strategy, List<Contender> from, int draws) {
    Map<Integer, Integer> times = new HashMap<>();
    for (long draw = 0; draw < draws; draw++) {
      times.merge(strategy.next(from, new Memory(-1, draw)).get(0).order(), 1, Integer::sum);
    }
    return times;
  }

  private static double chiSquare(Map<Integer, Integer> times, double[] expected) {
    double sum = 0;
    for (int order = 0; order < expected.length; order++) {
      double off = times.getOrDefault(order, 0) - expected[order];
      sum += off * off / expected[order];
    }
    return sum;
  }

  private static List<Contender> weighing(int... weights) {
    return IntStream.range(0, weights.length)
        .mapToObj(
            order ->
                new Contender(
                    DirectoryNumber.of(Integer.toString(100 + order)),
                    order,
                    weights[order],
                    NOW,
                    Workload.NONE))
        .toList();
  }

  /** 99.9 % of fair lots among ten stay below 27.9 (chi-square with nine degrees of freedom). */
  @Test
  void random_draws_each_as_often_as_another_whatever_they_weigh() {
    List<Contender> ten = weighing(1, 2, 3, 4, 5, 6, 7, 8, 9, 1000);
    double[] expected = IntStream.range(0, 10).mapToDouble(any -> 10_000).toArray();
    assertThat(chiSquare(drawn(StandardStrategy.RANDOM, ten, 100_000), expected)).isLessThan(27.9);
  }

  /** 99.9 % of lots as announced among four stay below 16.3 (three degrees of freedom). */
  @Test
  void weighted_random_draws_by_weight() {
    List<Contender> four = weighing(1, 2, 7, 90);
    double[] expected = {1_000, 2_000, 7_000, 90_000};
    Map<Integer, Integer> times = drawn(StandardStrategy.WEIGHTED_RANDOM, four, 100_000);
    assertThat(chiSquare(times, expected)).isLessThan(16.3);
    assertThat(chiSquare(drawn(StandardStrategy.RANDOM, four, 100_000), expected))
        .as("lots without weights, held to the same")
        .isGreaterThan(1_000);
  }

  @Test
  void the_same_number_draws_the_same_and_neighbours_draw_unalike() {
    List<Contender> five = weighing(1, 1, 1, 1, 1);
    List<Integer> orders = new ArrayList<>();
    for (long draw = 0; draw < 1000; draw++) {
      Memory memory = new Memory(-1, draw);
      List<Contender> first = StandardStrategy.RANDOM.next(five, memory);
      assertThat(StandardStrategy.RANDOM.next(five, memory)).isEqualTo(first);
      orders.add(first.get(0).order());
    }
    long repeats =
        IntStream.range(1, 1000).filter(i -> orders.get(i).equals(orders.get(i - 1))).count();
    assertThat(repeats)
        .as("draws like the one before, of 999, a fifth expected")
        .isBetween(150L, 250L);
  }
}
