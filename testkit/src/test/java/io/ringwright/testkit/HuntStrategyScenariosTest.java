package io.ringwright.testkit;

import static io.ringwright.testkit.Desks.MOMENT;
import static io.ringwright.testkit.Desks.desks;
import static io.ringwright.testkit.Desks.servedBy;
import static io.ringwright.testkit.RoutingAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.CallOutcome;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.StandardStrategy;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Three people in a hunt group, equally free: whose phone rings? */
class HuntStrategyScenariosTest {

  private static final Duration SHORT = Duration.ofSeconds(10);
  private static final Duration LONG = Duration.ofMinutes(10);

  private static RoutingScenario office(StandardStrategy strategy) {
    PhoneList phones =
        desks("100", "101", "102")
            .huntGroup(
                "700", sales -> sales.strategy(strategy).member("100").member("101").member("102"))
            .build();
    return RoutingScenario.given(phones).somebodyAt("100").somebodyAt("101").somebodyAt("102");
  }

  @Test
  void linear_begins_at_the_top_of_the_list_every_time() {
    RoutingScenario office = office(StandardStrategy.LINEAR);
    assertThat(servedBy(office, "700", SHORT)).isEqualTo("100");
    assertThat(servedBy(office, "700", SHORT)).isEqualTo("100");
    office.engaged("100");
    assertThat(servedBy(office, "700", SHORT)).isEqualTo("101");
  }

  @Test
  void circular_goes_on_after_the_phone_that_rang_last_and_round_again() {
    RoutingScenario office = office(StandardStrategy.CIRCULAR);
    List<String> served = Stream.generate(() -> servedBy(office, "700", SHORT)).limit(4).toList();
    assertThat(served).containsExactly("100", "101", "102", "100");
    office.engaged("101");
    assertThat(servedBy(office, "700", SHORT)).isEqualTo("102");
  }

  @Test
  void longest_idle_rings_whoever_has_been_without_a_call_for_the_longest_time() {
    RoutingScenario office = office(StandardStrategy.LONGEST_IDLE);
    servedBy(office, "102", SHORT);
    servedBy(office, "100", SHORT);
    servedBy(office, "101", SHORT);
    List<String> served = Stream.generate(() -> servedBy(office, "700", SHORT)).limit(4).toList();
    assertThat(served).containsExactly("102", "100", "101", "102");
  }

  @Test
  void longest_idle_is_what_a_group_does_unless_told_otherwise() {
    PhoneList phones =
        desks("100", "101").huntGroup("700", sales -> sales.member("100").member("101")).build();
    RoutingScenario office = RoutingScenario.given(phones).somebodyAt("100").somebodyAt("101");
    servedBy(office, "100", SHORT);
    assertThat(servedBy(office, "700", SHORT)).isEqualTo("101");
  }

  @Test
  void fewest_calls_rings_whoever_answered_the_fewest_however_long_they_took() {
    RoutingScenario office = office(StandardStrategy.FEWEST_CALLS);
    servedBy(office, "100", SHORT);
    servedBy(office, "100", SHORT);
    servedBy(office, "102", SHORT);
    servedBy(office, "102", SHORT);
    servedBy(office, "101", LONG);
    assertThat(servedBy(office, "700", SHORT)).isEqualTo("101");
  }

  @Test
  void least_talk_time_rings_whoever_talked_least_however_often() {
    RoutingScenario office = office(StandardStrategy.LEAST_TALK_TIME);
    servedBy(office, "100", LONG);
    servedBy(office, "101", SHORT);
    servedBy(office, "101", SHORT);
    servedBy(office, "102", LONG);
    assertThat(servedBy(office, "700", SHORT)).isEqualTo("101");
  }

  @Test
  void a_talk_counts_once_whoever_hangs_up() {
    RoutingScenario office = office(StandardStrategy.LEAST_TALK_TIME);
    ScenarioCaller first = office.call("0301", "100");
    office.after(Duration.ofSeconds(23)).hangUp("100");
    assertThat(first).hasEnded(CallOutcome.ANSWERED);
    ScenarioCaller second = office.call("0302", "100");
    office.after(Duration.ofSeconds(13));
    second.hangUp();
    assertThat(office.call("0303", "700").lastAnswer()).isExplainedBy("talked for 30 s");
  }

  @Test
  void random_gives_everybody_about_the_same() {
    RoutingScenario office = office(StandardStrategy.RANDOM);
    TreeMap<String, Long> served = sixtyCalls(office);
    assertThat(served).containsOnlyKeys("100", "101", "102");
    assertThat(served.values()).allMatch(calls -> calls >= 10 && calls <= 30);
  }

  @Test
  void weighted_random_gives_more_to_those_who_weigh_more() {
    PhoneList phones =
        desks("100", "101")
            .huntGroup(
                "700",
                sales ->
                    sales
                        .strategy(StandardStrategy.WEIGHTED_RANDOM)
                        .member("100", 1, 1)
                        .member("101", 1, 5))
            .build();
    TreeMap<String, Long> served =
        sixtyCalls(RoutingScenario.given(phones).somebodyAt("100").somebodyAt("101"));
    assertThat(served.get("100")).isBetween(2L, 20L);
    assertThat(served.get("101")).isBetween(40L, 58L);
  }

  private static TreeMap<String, Long> sixtyCalls(RoutingScenario office) {
    return Stream.generate(() -> servedBy(office, "700", SHORT))
        .limit(60)
        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
  }

  @Test
  void simultaneous_rings_all_and_the_first_answer_has_the_call() {
    RoutingScenario office =
        office(StandardStrategy.SIMULTANEOUS).nobodyAt("100").engaged("101").somebodyAt("102");
    ScenarioCaller caller = office.call("0301", "700");
    assertThat(caller).rings("100", "102");
    office.after(MOMENT);
    assertThat(caller).rings().talksTo("102");
    assertThat(office.call("0302", "700")).rings("100");
  }

  @Test
  void simultaneous_rings_all_of_the_best_priority_only() {
    PhoneList phones =
        desks("100", "101", "102")
            .huntGroup(
                "700",
                sales ->
                    sales
                        .strategy(StandardStrategy.SIMULTANEOUS)
                        .member("100", 1)
                        .member("101", 1)
                        .member("102", 2))
            .build();
    RoutingScenario office = RoutingScenario.given(phones);
    assertThat(office.call("0301", "700")).rings("100", "101");
    assertThat(office.call("0302", "700")).rings("102");
  }

  @Test
  void progressive_rings_one_more_at_a_time_while_the_others_go_on() {
    PhoneList phones =
        desks("100", "101", "102")
            .huntGroup(
                "700",
                sales ->
                    sales
                        .strategy(StandardStrategy.PROGRESSIVE)
                        .ringOneMoreEvery(Duration.ofSeconds(6))
                        .member("100")
                        .member("101")
                        .member("102"))
            .build();
    RoutingScenario office = RoutingScenario.given(phones);
    ScenarioCaller caller = office.call("0301", "700");
    assertThat(caller).rings("100");
    office.after(Duration.ofSeconds(6));
    assertThat(caller).rings("100", "101");
    office.after(Duration.ofSeconds(6));
    assertThat(caller).rings("100", "101", "102");
  }

  @Test
  void who_is_equal_under_a_strategy_comes_by_longest_idle_and_then_by_number() {
    RoutingScenario office = office(StandardStrategy.FEWEST_CALLS);
    assertThat(servedBy(office, "700", SHORT)).isEqualTo("100");
    assertThat(servedBy(office, "700", SHORT)).isEqualTo("101");
    assertThat(servedBy(office, "700", SHORT)).isEqualTo("102");
    servedBy(office, "101", SHORT);
    servedBy(office, "102", SHORT);
    servedBy(office, "100", SHORT);
    assertThat(servedBy(office, "700", SHORT)).isEqualTo("101");
  }
}
