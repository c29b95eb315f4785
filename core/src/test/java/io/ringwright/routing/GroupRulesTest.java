package io.ringwright.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.Attendance;
import io.ringwright.availability.DeviceLoad;
import io.ringwright.availability.DeviceState;
import io.ringwright.availability.Workload;
import io.ringwright.call.CallerId;
import io.ringwright.call.Requirements;
import io.ringwright.directory.HuntGroup.MemberForwarding;
import io.ringwright.directory.HuntGroupBuilder;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.directory.Strategy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Hunt groups in full: memory, escalation, nesting, skills, log-in, pause and wrap-up. */
class GroupRulesTest {

  private static RuleFixture group(Consumer<HuntGroupBuilder> sales) {
    return new RuleFixture(
        list ->
            list.extension("100", a -> a.device("PJSIP/100").skill("french", 5))
                .extension("101", b -> b.device("PJSIP/101").skill("french", 2))
                .extension("102", c -> c.device("PJSIP/102"))
                .huntGroup("700", sales));
  }

  private static HuntGroupBuilder all(HuntGroupBuilder group) {
    return group.member("100").member("101").member("102");
  }

  private static RoutedCaller waited(Duration time, Requirements asked) {
    Instant since = RuleFixture.NOW.minus(time);
    return new RoutedCaller(CallerId.unknown(), Map.of(), asked, since, since, Optional.empty());
  }

  private static String after(RuleFixture house, long seconds) {
    return house.comesTo(
        "700", waited(Duration.ofSeconds(seconds), Requirements.NONE), Trail.silent());
  }

  // Strategies with a memory

  @Test
  void circular_goes_on_after_the_member_who_rang_last() {
    RuleFixture house = group(each -> all(each).strategy(StandardStrategy.CIRCULAR));
    assertThat(house.comesTo("700")).isEqualTo("100");
    assertThat(house.remembers(new Strategy.Memory(0, 0)).comesTo("700")).isEqualTo("101");
    assertThat(house.engaged("101").comesTo("700")).as("engaged, passed over").isEqualTo("102");
    assertThat(house.remembers(new Strategy.Memory(2, 0)).comesTo("700")).isEqualTo("100");
  }

  @Test
  void fewest_calls_and_least_talk_time_look_at_the_work_done() {
    Consumer<RuleFixture> worked =
        house ->
            house
                .worked("100", new Workload(1, Duration.ofMinutes(30)))
                .worked("101", new Workload(2, Duration.ofMinutes(20)))
                .worked("102", new Workload(3, Duration.ofMinutes(10)));
    RuleFixture fewest = group(each -> all(each).strategy(StandardStrategy.FEWEST_CALLS));
    worked.accept(fewest);
    assertThat(fewest.comesTo("700")).isEqualTo("100");
    RuleFixture least = group(each -> all(each).strategy(StandardStrategy.LEAST_TALK_TIME));
    worked.accept(least);
    assertThat(least.comesTo("700")).isEqualTo("102");
  }

  @Test
  void a_strategy_of_the_host_is_asked_among_equals_only() {
    Strategy highest =
        new Strategy() {
          @Override
          public String words() {
            return "highest number";
          }

          @Override
          public List<Contender> next(List<Contender> equals, Memory memory) {
            return List.of(
                equals.stream()
                    .max((one, other) -> one.extension().compareTo(other.extension()))
                    .orElseThrow());
          }
        };
    RuleFixture house =
        group(each -> each.strategy(highest).member("100").member("101").member("102", 2));
    assertThat(house.comesTo("700")).isEqualTo("101");
    assertThat(house.explained("700")).contains("highest number among 3: 101");
  }

  // Escalation

  @Test
  void a_priority_opens_after_the_caller_has_waited_for_it() {
    RuleFixture house =
        group(
                each ->
                    each.member("100")
                        .member("101", 2)
                        .member("102", 3)
                        .openPriority(2, Duration.ofSeconds(30))
                        .openPriority(3, Duration.ofSeconds(60)))
            .engaged("100");
    assertThat(after(house, 29)).isEqualTo("later");
    assertThat(after(house, 30)).isEqualTo("101");
    house.engaged("101");
    assertThat(after(house, 59)).isEqualTo("later");
    assertThat(after(house, 60)).isEqualTo("102");
  }

  @Test
  void a_closed_priority_is_a_reason_to_wait_and_the_explanation_says_so() {
    RuleFixture house =
        group(each -> each.member("100").member("101", 2).openPriority(2, Duration.ofSeconds(30)));
    assertThat(house.away("100").comesTo("700")).isEqualTo("later");
    assertThat(house.explained("700")).contains("priority 2 is not open yet after 0 s");
  }

  @Test
  void a_priority_does_not_open_before_those_above_it() {
    RuleFixture house =
        group(
                each ->
                    each.member("100")
                        .member("101", 2)
                        .member("102", 3)
                        .openPriority(2, Duration.ofSeconds(60))
                        .openPriority(3, Duration.ofSeconds(30)))
            .engaged("100");
    assertThat(after(house, 45)).isEqualTo("later");
    assertThat(after(house.engaged("101"), 60)).isEqualTo("102");
  }

  // Groups in groups

  private static RuleFixture nested() {
    return new RuleFixture(
        list ->
            list.extension("100", a -> a.device("PJSIP/100"))
                .extension("101", b -> b.device("PJSIP/101"))
                .extension("102", c -> c.device("PJSIP/102"))
                .huntGroup("700", all -> all.member("701").member("100", 2))
                .huntGroup(
                    "701", in -> in.strategy(StandardStrategy.LINEAR).member("102").member("101")));
  }

  @Test
  void a_group_in_a_group_chooses_by_its_own_rule() {
    assertThat(nested().comesTo("700")).isEqualTo("102");
    assertThat(nested().engaged("102").comesTo("700")).isEqualTo("101");
    assertThat(nested().engaged("102").engaged("101").comesTo("700")).isEqualTo("100");
    assertThat(nested().engaged("102").engaged("101").engaged("100").comesTo("700"))
        .isEqualTo("later");
  }

  @Test
  void a_member_of_several_groups_is_engaged_for_all_of_them() {
    RuleFixture house =
        new RuleFixture(
            list ->
                list.extension("100", a -> a.device("PJSIP/100"))
                    .extension("101", b -> b.device("PJSIP/101"))
                    .huntGroup("700", sales -> sales.member("100"))
                    .huntGroup("701", care -> care.member("100").member("101", 2)));
    assertThat(house.comesTo("700")).isEqualTo(house.comesTo("701")).isEqualTo("100");
    house.engaged("100");
    assertThat(house.comesTo("700")).isEqualTo("later");
    assertThat(house.comesTo("701")).isEqualTo("101");
  }

  // Skills

  private static String asking(RuleFixture house, String skills, long waited) {
    return house.comesTo(
        "700",
        waited(Duration.ofSeconds(waited), Requirements.parse(skills).orElseThrow()),
        Trail.silent());
  }

  @Test
  void a_call_that_asks_for_skills_rings_who_has_them_at_the_level_or_above() {
    RuleFixture house = group(GroupRulesTest::all);
    assertThat(asking(house, "french:3", 0)).isEqualTo("100");
    assertThat(asking(house, "french:2", 0)).isEqualTo("100");
    assertThat(asking(house.engaged("100"), "french:2", 0)).isEqualTo("101");
    assertThat(asking(house, "french:3", 0)).as("engaged, but has it").isEqualTo("later");
    assertThat(asking(house, "french:6", 0)).isEqualTo("nobody-qualified");
  }

  @Test
  void what_is_asked_relaxes_while_the_call_waits() {
    RuleFixture house = group(GroupRulesTest::all).engaged("100");
    assertThat(asking(house, "french:3;60=french:1;120=", 59)).isEqualTo("later");
    assertThat(asking(house, "french:3;60=french:1;120=", 60)).isEqualTo("101");
    assertThat(asking(house.engaged("101"), "french:3;60=french:1;120=", 119)).isEqualTo("later");
    assertThat(asking(house, "french:3;60=french:1;120=", 120)).isEqualTo("102");
    assertThat(asking(house, "french:9;60=", 0)).as("will be enough later").isEqualTo("later");
  }

  @Test
  void a_group_asks_for_what_it_says_unless_the_call_names_its_own() {
    RuleFixture house =
        group(each -> all(each).requires(Requirements.of(Map.of("french", 4)))).engaged("100");
    assertThat(after(house, 0)).isEqualTo("later");
    assertThat(asking(house, "french:1", 0)).isEqualTo("101");
    assertThat(house.comesTo("102")).as("dialled directly, nobody asks").isEqualTo("102");
  }

  // Log-in, pause, wrap-up

  @Test
  void who_is_logged_out_takes_direct_calls_only() {
    RuleFixture house =
        group(each -> each.member("100")).attends("100", new Attendance(false, Optional.empty()));
    assertThat(house.comesTo("700")).isEqualTo("nobody-in-service");
    assertThat(house.explained("700")).contains("logged in: logged out");
    assertThat(house.comesTo("100")).isEqualTo("100");
  }

  @Test
  void who_pauses_counts_as_engaged_for_calls_through_the_group_and_not_for_direct_ones() {
    RuleFixture house =
        group(each -> each.member("100"))
            .attends("100", new Attendance(true, Optional.of("lunch")));
    assertThat(house.comesTo("700")).isEqualTo("later");
    assertThat(house.explained("700")).contains("availability: paused");
    assertThat(house.comesTo("100")).isEqualTo("100");
  }

  @Test
  void wrap_up_counts_as_engaged_for_calls_through_the_group_and_not_for_direct_ones() {
    Instant until = RuleFixture.NOW.plusSeconds(1);
    RuleFixture house =
        group(each -> each.member("100"))
            .with("100", new DeviceLoad(DeviceState.NOT_IN_USE, 0, 0, until, Instant.MIN));
    assertThat(house.comesTo("700")).isEqualTo("later");
    assertThat(house.comesTo("100")).isEqualTo("100");
  }

  @Test
  void a_pausing_members_forwarding_on_busy_is_followed_where_the_group_follows() {
    for (MemberForwarding policy : MemberForwarding.values()) {
      RuleFixture house =
          new RuleFixture(
                  list ->
                      list.extension("100", a -> a.device("PJSIP/100").forwardOnBusy("101"))
                          .extension("101", b -> b.device("PJSIP/101"))
                          .huntGroup("700", all -> all.memberForwarding(policy).member("100")))
              .attends("100", new Attendance(true, Optional.of("lunch")));
      assertThat(house.comesTo("700"))
          .isEqualTo(policy == MemberForwarding.FOLLOW ? "101" : "later");
    }
  }
}
