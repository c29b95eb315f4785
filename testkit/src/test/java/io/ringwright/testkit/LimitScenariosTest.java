package io.ringwright.testkit;

import static io.ringwright.testkit.Desks.desks;
import static io.ringwright.testkit.RoutingAssertions.assertThat;

import io.ringwright.call.CallOutcome;
import io.ringwright.call.RejectReason;
import io.ringwright.call.RingOutcome;
import io.ringwright.directory.HuntGroupBuilder;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.fakeasterisk.PbxUnderTest.CallPlan;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The longest wait runs until somebody answers, whether the caller waits or phones ring. */
class LimitScenariosTest {

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  /** Nobody is at 100 and 101, which are group 700; it overflows to 199 after 30 s. */
  private static RoutingScenario office(Consumer<HuntGroupBuilder> group) {
    PhoneList phones =
        desks("100", "101", "199")
            .huntGroup(
                "700",
                sales -> {
                  sales.member("100").member("101").longestWait(seconds(30)).overflow("199");
                  group.accept(sales);
                })
            .build();
    return RoutingScenario.given(phones);
  }

  @Test
  void who_is_rung_for_by_one_phone_after_the_other_overflows_after_the_longest_wait() {
    RoutingScenario office = office(sales -> sales.strategy(StandardStrategy.LINEAR));
    ScenarioCaller caller = office.call("0301", "700");
    office.after(seconds(29));
    assertThat(caller).rings("101").hasRung("100", "101");
    office.after(seconds(1));
    assertThat(caller).rings("199").hasRung("100", "101", "199");
  }

  @Test
  void the_last_ring_is_cut_to_what_is_left_and_the_explanation_says_so() {
    RoutingScenario office = office(sales -> sales.strategy(StandardStrategy.LINEAR));
    ScenarioCaller caller = office.call("0301", "700");
    assertThat(caller).lastAnswer().ringsFor(seconds(20));
    office.after(seconds(20));
    assertThat(caller)
        .lastAnswer()
        .ringsFor(seconds(10))
        .isExplainedBy("rings for 10 s, which is left of the longest wait of hunt group 700");
    office.after(seconds(10));
    assertThat(caller).lastAnswer().isExplainedBy("waited-too-long").isExplainedBy("overflows to");
  }

  @ParameterizedTest
  @EnumSource(StandardStrategy.class)
  void whatever_the_strategy_the_overflow_comes_with_the_longest_wait(StandardStrategy strategy) {
    RoutingScenario office = office(sales -> sales.strategy(strategy));
    ScenarioCaller caller = office.call("0301", "700");
    office.after(seconds(30).minusMillis(1));
    assertThat(caller).hasNeverRung("199");
    office.after(Duration.ofMillis(1));
    assertThat(caller).rings("199");
  }

  @Test
  void without_an_overflow_the_caller_is_rejected() {
    PhoneList phones =
        desks("100", "101")
            .huntGroup("700", all -> all.member("100").member("101").longestWait(seconds(30)))
            .build();
    RoutingScenario office = RoutingScenario.given(phones);
    ScenarioCaller caller = office.call("0301", "700");
    office.after(seconds(30));
    assertThat(caller)
        .hasEnded(CallOutcome.REJECTED)
        .lastAnswer()
        .isRejectedBecause(RejectReason.WAITED_TOO_LONG);
  }

  @Test
  void without_a_link_the_caller_asks_again_when_the_longest_wait_is_over() {
    PhoneList phones =
        desks("100", "199")
            .huntGroup("700", all -> all.member("100").longestWait(seconds(40)).overflow("199"))
            .build();
    RoutingScenario office = RoutingScenario.given(phones).engaged("100");
    ScenarioCaller caller = office.call("0301", "700");
    office.pbx().breakLink();
    office.after(seconds(39));
    assertThat(caller).waits();
    office.after(seconds(1));
    assertThat(caller).rings("199");
  }

  @Test
  void without_a_link_the_caller_asks_again_when_a_priority_opens() {
    PhoneList phones =
        desks("100", "101")
            .huntGroup(
                "700", all -> all.member("100").member("101", 2).openPriority(2, seconds(12)))
            .build();
    RoutingScenario office = RoutingScenario.given(phones).engaged("100");
    office.pbx().breakLink();
    ScenarioCaller caller = office.call("0301", "700");
    office.after(seconds(11));
    assertThat(caller).waits();
    office.after(seconds(1));
    assertThat(caller).rings("101");
  }

  @Test
  void nobody_hears_ringing_for_longer_than_an_hour_where_nothing_was_set() {
    PhoneList phones =
        desks("100", "101").huntGroup("700", all -> all.member("100").member("101")).build();
    RoutingScenario office = RoutingScenario.given(phones);
    ScenarioCaller caller = office.call("0301", "700");
    office.after(Duration.ofMinutes(60).minusSeconds(1));
    assertThat(caller).hasNotEnded();
    office.after(seconds(1));
    assertThat(caller).lastAnswer().isRejectedBecause(RejectReason.WAITED_TOO_LONG);
  }

  @Test
  void in_a_group_of_groups_the_longest_wait_of_the_outer_one_holds() {
    PhoneList phones =
        desks("100", "101", "199")
            .huntGroup("701", inner -> inner.member("100").longestWait(seconds(5)))
            .huntGroup("702", inner -> inner.member("101"))
            .huntGroup(
                "700",
                outer -> outer.member("701").member("702").longestWait(seconds(45)).overflow("199"))
            .build();
    RoutingScenario office = RoutingScenario.given(phones);
    ScenarioCaller caller = office.call("0301", "700");
    office.after(seconds(44));
    assertThat(caller).hasNeverRung("199");
    office.after(seconds(1));
    assertThat(caller).rings("199");
  }

  @Test
  void phones_that_forward_to_each_other_on_no_reply_end_with_the_longest_wait() {
    PhoneList phones =
        desks("199")
            .extension(
                "100",
                anna ->
                    anna.device("PJSIP/100")
                        .forwardOnNoReply("101")
                        .longestWait(seconds(90))
                        .overflow("199"))
            .extension("101", ben -> ben.device("PJSIP/101").forwardOnNoReply("100"))
            .build();
    RoutingScenario office = RoutingScenario.given(phones);
    ScenarioCaller caller = office.call("0301", "100");
    office.after(seconds(89));
    assertThat(caller).hasNeverRung("199");
    office.after(seconds(1));
    assertThat(caller).rings("199");
  }

  @Test
  void groups_that_overflow_to_each_other_end_after_twenty_overflows() {
    PhoneList phones =
        desks("100", "101")
            .huntGroup("700", one -> one.member("100").longestWait(seconds(60)).overflow("701"))
            .huntGroup("701", two -> two.member("101").longestWait(seconds(60)).overflow("700"))
            .build();
    RoutingScenario office = RoutingScenario.given(phones).engaged("100");
    ScenarioCaller caller = office.call("0301", "700");
    office.after(Duration.ofMinutes(21).minusSeconds(1));
    assertThat(caller).hasNotEnded();
    office.after(seconds(1));
    assertThat(caller)
        .hasEnded(CallOutcome.REJECTED)
        .lastAnswer()
        .isRejectedBecause(RejectReason.JOURNEY_TOO_LONG);
  }

  @Test
  void nobody_is_on_the_line_without_an_answer_for_longer_than_a_day() {
    PhoneList phones =
        desks("100")
            .huntGroup("700", all -> all.member("100").longestWait(Duration.ofDays(365)))
            .build();
    RoutingScenario office = RoutingScenario.given(phones).engaged("100");
    ScenarioCaller caller =
        office.call(CallPlan.of("0301", "700").withPatience(Duration.ofDays(9)));
    office.after(Duration.ofHours(24).minusSeconds(1));
    assertThat(caller).waits();
    office.after(seconds(1));
    assertThat(caller).lastAnswer().isRejectedBecause(RejectReason.JOURNEY_TOO_LONG);
  }

  @Test
  void a_phone_that_is_free_in_the_last_second_is_not_rung() {
    RoutingScenario office = office(sales -> {}).engaged("100").engaged("101");
    ScenarioCaller caller = office.call("0301", "700");
    office.after(seconds(29)).hangUp("100").after(Duration.ofMillis(999));
    assertThat(caller).hasRung();
    office.after(Duration.ofMillis(1));
    assertThat(caller).rings("199");
  }

  @Test
  void a_ring_that_was_cut_is_no_call_left_unanswered() {
    PhoneList phones =
        desks("199")
            .extension("100", anna -> anna.device("PJSIP/100").pauseAfter(RingOutcome.NO_REPLY, 1))
            .huntGroup("700", all -> all.member("100").longestWait(seconds(10)).overflow("199"))
            .build();
    RoutingScenario office = RoutingScenario.given(phones);
    ScenarioCaller first = office.call("0301", "700");
    office.after(seconds(10));
    assertThat(first).rings("199");
    assertThat(office.call("0302", "700")).rings("100");
  }

  @Test
  void who_overflows_rings_there_for_the_longest_wait_of_that_place() {
    RoutingScenario office = office(sales -> {}).phone("199", PhoneBehaviour.nobodyThere());
    PhoneList phones =
        PhoneList.builder()
            .extension("100", anna -> anna.device("PJSIP/100"))
            .extension(
                "199",
                night ->
                    night
                        .device("PJSIP/199")
                        .ringTime(Duration.ofMinutes(5))
                        .longestWait(seconds(40)))
            .huntGroup("700", all -> all.member("100").longestWait(seconds(30)).overflow("199"))
            .build();
    office.directory(phones);
    ScenarioCaller caller = office.call("0301", "700");
    office.after(seconds(30));
    assertThat(caller).rings("199").lastAnswer().ringsFor(seconds(40));
    office.after(seconds(40));
    assertThat(caller).lastAnswer().isRejectedBecause(RejectReason.WAITED_TOO_LONG);
  }
}
