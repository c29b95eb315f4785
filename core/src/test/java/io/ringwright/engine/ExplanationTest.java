package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.Attendance;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.Priority;
import io.ringwright.call.Requirements;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingExplanation.Rule;
import io.ringwright.call.RoutingExplanation.Step;
import io.ringwright.directory.HuntGroupBuilder;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.directory.Strategy;
import io.ringwright.waiting.WaitingCall;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why: every member of a hunt group appears with the fact that settled its case. */
class ExplanationTest {

  static House house(Consumer<HuntGroupBuilder> group) {
    return House.of(
        list ->
            list.extension("100", anna -> anna.device("PJSIP/100").skill("french", 1))
                .extension("101", ben -> ben.device("PJSIP/101").wrapUp(Duration.ofSeconds(30)))
                .extension("102", cleo -> cleo.device("PJSIP/102").skill("french", 3))
                .extension("103", dora -> dora.device("PJSIP/103").forwardUnconditional("104"))
                .extension("104", emil -> emil.device("PJSIP/104"))
                .huntGroup("700", group));
  }

  static Consumer<HuntGroupBuilder> all(StandardStrategy strategy) {
    return group -> group.strategy(strategy).member("100").member("101").member("102");
  }

  static RoutingAnswer ask(House house, String number) {
    return ask(house, number, Requirements.NONE);
  }

  private static RoutingAnswer ask(House house, String number, Requirements skills) {
    house.arrives("unknown", "999");
    return house.router.explain(
        new InboundCall(
                CallId.of("x"),
                house.channel("unknown").channel(),
                house.channel("unknown").caller(),
                DirectoryNumber.of(number),
                InboundCall.CalledAs.ANY,
                house.channel("unknown").priority())
            .requiring(skills));
  }

  /** What is said of an extension. */
  private static List<String> of(String extension, RoutingAnswer answer) {
    return answer.explanation().steps().stream()
        .filter(step -> step.subject().equals("extension " + extension))
        .map(step -> step.rule().words() + ": " + step.finding())
        .toList();
  }

  @Test
  void a_hunt_group_stands_above_its_members_and_each_says_what_became_of_it() {
    House house = house(all(StandardStrategy.LINEAR));
    house.reports("100", DeviceState.IN_USE, "other");
    assertThat(ask(house, "700").explanation())
        .hasToString(
            """
            rings 101: free, first in the list among 101, 102
            not rung: 100 engaged: in 1 call; 102 free, after 101
            number 700 · called: hunt group 700
            hunt group 700 · hunt: linear among 2: 101
            ├─ extension 100 · availability: engaged: in 1 call
            ├─ extension 101 · availability: free
            ├─ extension 101 · hunt: rings, number 2 in the list
            ├─ extension 102 · availability: free
            └─ extension 102 · hunt: number 3 in the list, after 101
            call x · decision: ring 101 for 20 s""");
  }

  @Test
  void members_of_a_nested_group_and_those_who_are_forwarded_to_stand_deeper() {
    House house =
        House.of(
            list ->
                list.extension("100", a -> a.device("PJSIP/100").forwardUnconditional("101"))
                    .extension("101", b -> b.device("PJSIP/101"))
                    .extension("102", c -> c.device("PJSIP/102"))
                    .huntGroup("701", inner -> inner.member("102"))
                    .huntGroup(
                        "700",
                        outer ->
                            outer.strategy(StandardStrategy.LINEAR).member("701").member("100")));
    assertThat(ask(house, "700").explanation())
        .hasToString(
            """
            rings 102: free, first in the list among 102, 101
            not rung: 100 forwards to 101; 101 free, after 102
            number 700 · called: hunt group 700
            hunt group 700 · hunt: linear among 2: 102
            ├─ hunt group 701 · hunt: longest idle among 1: 102
            │  └─ extension 102 · availability: free
            ├─ extension 102 · hunt: rings, number 1 in the list
            ├─ extension 100 · forwarding unconditional: to extension 101, always
            │  └─ extension 101 · availability: free
            └─ extension 101 · hunt: number 2 in the list, after 102
            call x · decision: ring 102 for 20 s""");
  }

  @ParameterizedTest
  @CsvSource({
    "LINEAR, 'number 2 in the list, after 100'",
    "CIRCULAR, 'number 2 in the list, after 100'",
    "PROGRESSIVE, 'number 2 in the list, after 100'",
    "LONGEST_IDLE, 'idle since 09:00:05 UTC, after 100'",
    "FEWEST_CALLS, '1 call answered, idle since 09:00:05 UTC, after 100'",
    "LEAST_TALK_TIME, 'talked for 5 s, idle since 09:00:05 UTC, after 100'",
  })
  void whom_the_strategy_passes_over_says_by_which_fact_and_after_whom(
      StandardStrategy strategy, String why) {
    House house = house(group -> group.strategy(strategy).member("100").member("101"));
    house.arrives("c1", "101");
    house.answers("c1", "101");
    house.passes(Duration.ofSeconds(5));
    house.hangsUp("c1");
    house.idle("101");
    house.passes(Duration.ofSeconds(30));
    assertThat(of("101", ask(house, "700"))).containsExactly("availability: free", "hunt: " + why);
  }

  @Test
  void who_is_drawn_by_lot_and_who_is_not_both_appear() {
    RoutingAnswer answer = ask(house(all(StandardStrategy.RANDOM)), "700");
    assertThat(answer.explanation().steps())
        .filteredOn(step -> step.depth() == 1 && step.rule() == Rule.HUNT)
        .extracting(Step::finding)
        .hasSize(3)
        .containsOnlyOnce("rings, by lot")
        .allMatch(finding -> finding.contains("by lot"));
  }

  @Test
  void all_who_ring_at_once_say_so() {
    assertThat(of("102", ask(house(all(StandardStrategy.SIMULTANEOUS)), "700")))
        .contains("hunt: rings, all at once");
  }

  @Test
  void a_strategy_of_the_host_is_explained_by_all_facts() {
    House house =
        house(
            group ->
                group
                    .strategy(
                        new Strategy() {
                          @Override
                          public String words() {
                            return "last one";
                          }

                          @Override
                          public List<Contender> next(List<Contender> equals, Memory memory) {
                            return List.of(equals.get(equals.size() - 1));
                          }
                        })
                    .member("100")
                    .member("101"));
    RoutingAnswer answer = ask(house, "700");
    assertThat(answer.explanation().toString()).contains("hunt: last one among 2: 101");
    assertThat(of("100", answer))
        .contains(
            "hunt: number 1 in the list, weight 1, no call so far, 0 calls"
                + " answered, talked for 0 s, after 101");
  }

  @Test
  void who_is_outranked_says_by_being_less_free_or_by_priority() {
    House house =
        House.of(
            list ->
                list.extension("100", a -> a.device("PJSIP/100").holdCapacity(1))
                    .extension("101", b -> b.device("PJSIP/101"))
                    .extension("102", c -> c.device("PJSIP/102"))
                    .huntGroup("700", g -> g.member("100").member("101").member("102", 2)));
    house.reports("100", DeviceState.IN_USE, "other");
    RoutingAnswer answer = ask(house, "700");
    assertThat(of("100", answer)).contains("hunt: free on hold, after 101");
    assertThat(of("102", answer)).contains("hunt: priority 2, after 101");
  }

  @Test
  void who_has_the_same_device_says_so() {
    House house =
        House.of(
            list ->
                list.extension("100", a -> a.device("PJSIP/100"))
                    .extension("101", b -> b.device("PJSIP/100"))
                    .huntGroup(
                        "700",
                        g ->
                            g.strategy(StandardStrategy.SIMULTANEOUS).member("100").member("101")));
    assertThat(of("101", ask(house, "700"))).contains("hunt: same device as 100");
  }

  @Test
  void a_member_reached_twice_is_not_said_to_share_its_device_with_itself() {
    House house =
        house(
            group ->
                group
                    .strategy(StandardStrategy.SIMULTANEOUS)
                    .member("100")
                    .member("103")
                    .member("104"));
    assertThat(of("104", ask(house, "700")))
        .contains("hunt: rings, all at once", "hunt: chosen already, as member number 2")
        .noneMatch(step -> step.contains("same device"));
  }

  @Test
  void only_the_phones_that_ring_in_the_end_are_said_to_ring() {
    House house =
        House.of(
            list ->
                list.extension("100", a -> a.device("PJSIP/100"))
                    .extension("101", b -> b.device("PJSIP/101"))
                    .extension("102", c -> c.device("PJSIP/102"))
                    .huntGroup(
                        "701",
                        inner ->
                            inner
                                .strategy(StandardStrategy.SIMULTANEOUS)
                                .member("101")
                                .member("102"))
                    .huntGroup("700", outer -> outer.member("100").member("701", 2)));
    RoutingAnswer answer = ask(house, "700");
    assertThat(House.rings(answer)).isEqualTo("100");
    assertThat(answer.explanation().steps())
        .filteredOn(step -> step.finding().startsWith("rings"))
        .extracting(Step::subject)
        .containsExactly("extension 100");
    assertThat(of("102", answer))
        .contains("hunt: chosen in this group, all at once", "hunt: priority 2, after 100");
  }

  @Test
  void a_phone_that_is_engaged_because_the_switch_says_busy_says_so() {
    House house =
        House.of(
            list ->
                list.extension("100", a -> a.device("PJSIP/100").holdCapacity(2))
                    .extension("101", b -> b.device("PJSIP/101").holdCapacity(2)));
    house.reports("100", DeviceState.BUSY, "other");
    assertThat(ask(house, "100").explanation().toString()).contains("engaged: device says BUSY");
    house.reports("101", DeviceState.IN_USE, "other");
    assertThat(ask(house, "101").explanation().toString())
        .contains("free on hold: in 1 call of at most 3");
  }

  @Test
  void whom_escalation_keeps_back_says_when() {
    House house =
        house(
            group -> group.member("100").member("101", 2).openPriority(2, Duration.ofSeconds(10)));
    assertThat(of("101", ask(house, "700")))
        .containsExactly("availability: free", "escalation: priority 2 is not open yet after 0 s");
  }

  @Test
  void who_lacks_a_skill_says_what_is_there_and_what_is_asked() {
    RoutingAnswer answer =
        ask(house(all(StandardStrategy.LINEAR)), "700", Requirements.of(Map.of("french", 2)));
    assertThat(of("100", answer)).containsExactly("skills: has french:1, asked for is french:2");
    assertThat(of("101", answer)).containsExactly("skills: has none, asked for is french:2");
    assertThat(of("102", answer)).containsExactly("availability: free");
  }

  @Test
  void who_is_logged_out_paused_or_in_wrap_up_says_so_and_for_how_long() {
    House house = house(all(StandardStrategy.LINEAR));
    house.router.setAttendance(DirectoryNumber.of("100"), new Attendance(false, Optional.empty()));
    house.router.setAttendance(
        DirectoryNumber.of("102"), new Attendance(true, Optional.of("lunch")));
    house.arrives("c1", "101");
    house.answers("c1", "101");
    house.hangsUp("c1");
    house.idle("101");
    RoutingAnswer answer = ask(house, "700");
    assertThat(of("100", answer)).containsExactly("logged in: logged out");
    assertThat(of("101", answer)).containsExactly("availability: in wrap-up until 09:00:30 UTC");
    assertThat(of("102", answer)).containsExactly("availability: paused for lunch");
  }

  @Test
  void who_refused_this_very_call_says_until_when_it_is_left_alone() {
    House house = house(all(StandardStrategy.LINEAR));
    RoutingAnswer first = house.arrives("c1", "700");
    RoutingAnswer second = house.ringEnds("c1", House.token(first), RingOutcome.REJECTED);
    assertThat(of("100", second))
        .hasSize(2)
        .anyMatch(step -> step.startsWith("back-off: rejected, left alone for"))
        .anyMatch(step -> step.contains("did not take this call, left alone until 09:00:10 UTC"));
    assertThat(House.rings(second)).isEqualTo("101");
  }

  @Test
  void times_are_those_of_the_house() {
    House house =
        House.of(
            list ->
                list.timeZone(ZoneId.of("Europe/Berlin"))
                    .extension("101", ben -> ben.device("PJSIP/101").wrapUp(Duration.ofSeconds(30)))
                    .huntGroup("700", sales -> sales.member("101")));
    house.arrives("c1", "101");
    house.answers("c1", "101");
    house.hangsUp("c1");
    house.idle("101");
    assertThat(ask(house, "700").explanation().summary())
        .isEqualTo(
            """
            waits for hunt group 700 at position 1
            not rung: 101 in wrap-up until 10:00:30""");
    house.passes(Duration.ofHours(15));
    assertThat(ask(house, "700").explanation().toString())
        .as("on the next day")
        .contains("availability: free");
  }

  @Test
  void an_instant_of_another_day_has_its_date() {
    House house = house(group -> group.member("100").member("101"));
    house.arrives("c1", "101");
    house.answers("c1", "101");
    house.hangsUp("c1");
    house.idle("101");
    house.passes(Duration.ofHours(15));
    assertThat(of("101", ask(house, "700")))
        .contains("hunt: idle since 2026-03-02 09:00:00 UTC, after 100");
  }

  @Test
  void a_delivery_is_explained_like_a_decision() {
    House house = house(group -> group.member("100").member("101"));
    house.reports("100", DeviceState.IN_USE, "other");
    house.reports("101", DeviceState.IN_USE, "other");
    house.arrives("c1", "700");
    house.passes(Duration.ofSeconds(7));
    house.idle("101");
    assertThat(house.ear.deliveries).hasSize(1);
    assertThat(house.ear.deliveries.get(0).explanation().toString())
        .contains("hunt group 700 · hunt: longest idle among 1: 101")
        .contains("├─ extension 100 · availability: engaged")
        .contains("└─ extension 101 · availability: free")
        .contains("call c1 · decision: ring 101 for 20 s");
  }

  @Test
  void the_same_question_at_the_same_moment_gives_equal_explanations() {
    House house = house(all(StandardStrategy.RANDOM));
    assertThat(ask(house, "700")).isEqualTo(ask(house, "700"));
  }

  /** Two houses live the same life; in one of them somebody asks why all the time. */
  @Test
  void asking_why_leaves_no_trace() {
    for (long seed = 1; seed <= 10; seed++) {
      RandomHouse asked = new RandomHouse(EventReplayTest.PHONES, seed);
      RandomHouse left = new RandomHouse(EventReplayTest.PHONES, seed);
      for (int step = 0; step < 200; step++) {
        int told = asked.ear.decisions.size() + asked.ear.deliveries.size();
        List<WaitingCall> queue = asked.router.waitingCalls();
        for (String number : List.of("100", "103", "700", "701", "702", "999")) {
          assertThat(asked.router.explain(question(number)).explanation().steps()).isNotEmpty();
        }
        assertThat(asked.router.waitingCalls()).isEqualTo(queue);
        assertThat(asked.ear.decisions.size() + asked.ear.deliveries.size()).isEqualTo(told);
        RandomEventsTest.anything(asked);
        RandomEventsTest.anything(left);
      }
      assertThat(decisions(asked)).as("seed %d", seed).isEqualTo(decisions(left));
      assertThat(asked.router.waitingCalls()).isEqualTo(left.router.waitingCalls());
    }
  }

  static InboundCall question(String number) {
    return new InboundCall(
        CallId.of("why"),
        new Channel(House.PBX, "PJSIP/why"),
        CallerId.unknown(),
        DirectoryNumber.of(number),
        InboundCall.CalledAs.ANY,
        Priority.NORMAL);
  }

  private static List<String> decisions(RandomHouse house) {
    List<String> decisions = new ArrayList<>();
    house.ear.decisions.forEach(each -> decisions.add(each.toString()));
    house.ear.deliveries.forEach(each -> decisions.add(each.toString()));
    return decisions;
  }
}
