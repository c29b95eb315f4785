package io.ringwright.testkit;

import static io.ringwright.testkit.Desks.desks;
import static io.ringwright.testkit.RoutingAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.call.CallOutcome;
import io.ringwright.call.RejectReason;
import io.ringwright.call.Requirements;
import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Condition;
import io.ringwright.directory.DirectoryException;
import io.ringwright.directory.ExtensionBuilder;
import io.ringwright.directory.HuntGroupBuilder;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.directory.Schedule;
import io.ringwright.directory.Schedule.Hours;
import io.ringwright.directory.Schedule.WeeklyHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The settings hold of where a call stands, however it got there. */
class StandingScenariosTest {

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  /** 200 leads to group 700, whose only member 100 is engaged; 198 is for whoever overflows. */
  private static RoutingScenario office(
      Consumer<ExtensionBuilder> front, Consumer<HuntGroupBuilder> group) {
    return RoutingScenario.given(phones(front, group).build()).engaged("100");
  }

  private static PhoneListBuilder phones(
      Consumer<ExtensionBuilder> front, Consumer<HuntGroupBuilder> group) {
    return desks("100", "198")
        .extension("200", desk -> front.accept(desk.device("PJSIP/200")))
        .huntGroup("700", all -> group.accept(all.member("100")));
  }

  private static ExtensionBuilder always(ExtensionBuilder desk) {
    return desk.forwardUnconditional("700");
  }

  // A forwarding unconditional

  @Test
  void behind_a_forwarding_the_queue_limit_of_the_group_holds() {
    RoutingScenario office =
        office(StandingScenariosTest::always, all -> all.queueLimit(0).overflow("198"));
    assertThat(office.call("0301", "200"))
        .rings("198")
        .lastAnswer()
        .isExplainedBy("forwarded: the settings of hunt group 700 hold");
    RoutingScenario full = office(StandingScenariosTest::always, all -> all.queueLimit(0));
    assertThat(full.call("0301", "200")).lastAnswer().isRejectedBecause(RejectReason.QUEUE_FULL);
  }

  @Test
  void behind_a_forwarding_the_call_waits_for_the_group_in_one_order_with_all_others() {
    RoutingScenario office = office(StandingScenariosTest::always, all -> all.queueLimit(2));
    ScenarioCaller first = office.call("0301", "200");
    ScenarioCaller second = office.call("0302", "700");
    assertThat(first).waits().lastAnswer().waitsFor("700").waitsAtPosition(1);
    assertThat(second).waits().lastAnswer().waitsFor("700").waitsAtPosition(2);
    assertThat(office.call("0303", "200")).lastAnswer().isRejectedBecause(RejectReason.QUEUE_FULL);
    office.hangUp("100");
    assertThat(first).rings("100");
    assertThat(second).waits();
  }

  @Test
  void behind_a_forwarding_the_longest_wait_of_the_group_holds_while_it_waits_and_while_it_rings() {
    Consumer<HuntGroupBuilder> group = all -> all.longestWait(seconds(15)).overflow("198");
    RoutingScenario engaged = office(StandingScenariosTest::always, group);
    ScenarioCaller waits = engaged.call("0301", "200");
    RoutingScenario free = office(StandingScenariosTest::always, group).hangUp("100");
    ScenarioCaller rung = free.call("0301", "200");
    engaged.after(seconds(15));
    free.after(seconds(15));
    assertThat(waits).rings("198");
    assertThat(rung).rings("198").hasRung("100", "198");
  }

  @Test
  void behind_a_forwarding_the_keys_of_the_group_lead_where_they_lead() {
    RoutingScenario office =
        office(StandingScenariosTest::always, all -> all.leaveByKey("1", "198"));
    ScenarioCaller caller = office.call("0301", "200");
    caller.press('1');
    assertThat(caller).rings("198");
  }

  @Test
  void behind_a_forwarding_the_skills_are_asked_for_that_the_group_asks_for() {
    RoutingScenario office =
        office(
            StandingScenariosTest::always,
            all -> all.requires(Requirements.of(Map.of("french", 1))).overflow("198"));
    assertThat(office.hangUp("100").call("0301", "200")).rings("198");
  }

  @Test
  void behind_two_forwardings_the_settings_hold_of_the_last_destination() {
    PhoneList phones =
        phones(StandingScenariosTest::always, all -> all.queueLimit(0).overflow("198"))
            .extension("201", desk -> desk.device("PJSIP/201").forwardUnconditional("200"))
            .build();
    RoutingScenario office = RoutingScenario.given(phones).engaged("100");
    assertThat(office.call("0301", "201")).rings("198");
  }

  @Test
  void behind_a_forwarding_to_an_extension_the_settings_of_that_extension_hold() {
    PhoneList phones =
        desks("198")
            .extension("100", anna -> anna.device("PJSIP/100").queueLimit(0).overflow("198"))
            .extension("200", desk -> desk.device("PJSIP/200").forwardUnconditional("100"))
            .build();
    RoutingScenario office = RoutingScenario.given(phones).engaged("100");
    assertThat(office.call("0301", "200")).rings("198");
  }

  @Test
  void who_waits_for_the_group_goes_on_waiting_for_it_when_the_forwarding_ends() {
    Condition early = new Condition.During(daily(8, 10));
    RoutingScenario office =
        office(
            desk -> desk.forward(Kind.UNCONDITIONAL, "700", early),
            all -> all.longestWait(Duration.ofHours(2)));
    ScenarioCaller caller = office.call("0301", "200");
    office.after(Duration.ofMinutes(61));
    assertThat(caller).waits();
    assertThat(office.call("0302", "200")).rings("200");
    office.hangUp("100");
    assertThat(caller).rings("100");
  }

  // The other forwardings

  @Test
  void an_engaged_phone_that_forwards_to_a_group_gives_the_call_to_that_group() {
    RoutingScenario office =
        office(desk -> desk.forwardOnBusy("700"), all -> all.queueLimit(0).overflow("198"))
            .engaged("200");
    assertThat(office.call("0301", "200")).rings("198");
    RoutingScenario open = office(desk -> desk.forwardOnBusy("700"), all -> {}).engaged("200");
    assertThat(open.call("0301", "200")).waits().lastAnswer().waitsFor("700");
  }

  @Test
  void an_engaged_phone_is_waited_for_where_the_group_takes_nobody_and_knows_no_way_on() {
    RoutingScenario office =
        office(desk -> desk.forwardOnBusy("700"), all -> all.queueLimit(0)).engaged("200");
    ScenarioCaller caller = office.call("0301", "200");
    assertThat(caller)
        .waits()
        .lastAnswer()
        .waitsFor("200")
        .isExplainedBy("leads nowhere, so the engaged extension 200 is waited for");
    office.hangUp("200");
    assertThat(caller).rings("200");
  }

  @Test
  void a_phone_out_of_reach_that_forwards_to_a_group_gives_the_call_to_that_group() {
    RoutingScenario office =
        office(desk -> desk.forwardOnNotReachable("700"), all -> all.queueLimit(0).overflow("198"))
            .notReachable("200");
    assertThat(office.call("0301", "200")).rings("198");
  }

  @Test
  void on_no_reply_the_call_goes_to_the_group_and_stays_there() {
    RoutingScenario office =
        office(desk -> desk.forwardOnNoReply("700"), all -> all.longestWait(seconds(30)));
    ScenarioCaller caller = office.call("0301", "200");
    office.after(seconds(20));
    assertThat(caller).waits().lastAnswer().waitsFor("700");
    office.after(seconds(29));
    assertThat(caller).waits().hasRung("200");
    office.after(seconds(1));
    assertThat(caller).hasEnded(CallOutcome.REJECTED).hasRung("200");
  }

  @Test
  void on_no_reply_the_queue_limit_and_the_overflow_of_the_group_hold() {
    RoutingScenario office =
        office(desk -> desk.forwardOnNoReply("700"), all -> all.queueLimit(0).overflow("198"));
    ScenarioCaller caller = office.call("0301", "200");
    office.after(seconds(20));
    assertThat(caller).rings("198");
  }

  @Test
  void on_no_reply_the_phone_is_rung_again_where_the_group_takes_nobody() {
    RoutingScenario office = office(desk -> desk.forwardOnNoReply("700"), all -> all.queueLimit(0));
    ScenarioCaller caller = office.call("0301", "200");
    office.after(seconds(31));
    assertThat(caller).hasRung("200", "200");
  }

  @Test
  void on_no_reply_one_member_after_the_other_is_rung() {
    PhoneList phones =
        desks("100", "101")
            .extension("200", desk -> desk.device("PJSIP/200").forwardOnNoReply("700"))
            .huntGroup("700", all -> all.member("100").member("101"))
            .build();
    RoutingScenario office = RoutingScenario.given(phones);
    ScenarioCaller caller = office.call("0301", "200");
    office.after(seconds(41));
    assertThat(caller).hasRung("200", "100", "101");
  }

  // Overflows and keys

  @Test
  void an_overflow_to_an_extension_that_forwards_to_a_group_follows_the_rules_of_that_group() {
    PhoneList phones =
        phones(StandingScenariosTest::always, all -> all.queueLimit(0).overflow("198"))
            .huntGroup("701", other -> other.member("100").queueLimit(0).overflow("200"))
            .build();
    RoutingScenario office = RoutingScenario.given(phones).engaged("100");
    assertThat(office.call("0301", "701")).rings("198");
  }

  @Test
  void a_key_that_leads_to_an_extension_that_forwards_follows_the_rules_of_the_group() {
    PhoneList phones =
        phones(StandingScenariosTest::always, all -> all.queueLimit(0).overflow("198"))
            .huntGroup("701", other -> other.member("100").leaveByKey("1", "200"))
            .build();
    RoutingScenario office = RoutingScenario.given(phones).engaged("100");
    ScenarioCaller caller = office.call("0301", "701");
    caller.press('1');
    assertThat(caller).rings("198");
  }

  @Test
  void a_member_that_forwards_to_another_group_does_not_take_the_call_out_of_its_group() {
    PhoneList phones =
        phones(StandingScenariosTest::always, all -> all.queueLimit(0))
            .huntGroup("701", outer -> outer.member("200"))
            .build();
    RoutingScenario office = RoutingScenario.given(phones).engaged("100");
    assertThat(office.call("0301", "701")).waits().lastAnswer().waitsFor("701");
  }

  // Opening hours

  private static Schedule daily(int from, int to) {
    return Schedule.weekly(
        ZoneOffset.UTC,
        new WeeklyHours(
            EnumSet.allOf(DayOfWeek.class), new Hours(LocalTime.of(from, 0), LocalTime.of(to, 0))));
  }

  @Test
  void a_closed_group_sends_its_calls_where_it_says() {
    RoutingScenario office =
        office(
            StandingScenariosTest::always,
            all -> all.openDuring(daily(10, 12)).whenClosed("198").overflow("100"));
    office.hangUp("100");
    assertThat(office.call("0301", "700"))
        .rings("198")
        .lastAnswer()
        .isExplainedBy("closed, open Mon-Sun 10:00-12:00");
    office.hangUp("198").after(Duration.ofHours(1));
    assertThat(office.call("0302", "200")).rings("100");
  }

  @Test
  void a_closed_group_rejects_its_calls_where_it_says_nothing() {
    RoutingScenario office =
        office(StandingScenariosTest::always, all -> all.openDuring(daily(10, 12)).overflow("198"));
    for (String dialled : List.of("200", "700")) {
      assertThat(office.call("0301", dialled))
          .hasRung()
          .lastAnswer()
          .isRejectedBecause(RejectReason.CLOSED);
    }
  }

  @Test
  void a_closed_group_has_no_members_for_the_group_around_it() {
    PhoneList phones =
        desks("100", "101")
            .huntGroup("701", inner -> inner.member("100").openDuring(daily(10, 12)))
            .huntGroup("700", outer -> outer.member("701").member("101", 2))
            .build();
    assertThat(RoutingScenario.given(phones).call("0301", "700")).rings("101");
  }

  @Test
  void a_group_that_never_opens_and_a_way_for_one_that_never_closes_do_not_build() {
    assertThatThrownBy(
            () -> phones(any -> {}, all -> all.openDuring(Schedule.weekly(ZoneOffset.UTC))).build())
        .isInstanceOf(DirectoryException.class)
        .hasMessageContaining("hunt group 700")
        .hasMessageContaining("opening hours never open");
    assertThatThrownBy(() -> phones(any -> {}, all -> all.whenClosed("198")).build())
        .isInstanceOf(DirectoryException.class)
        .hasMessageContaining("when closed to '198' is for a group that never closes");
    assertThatThrownBy(
            () -> phones(any -> {}, all -> all.openDuring(daily(8, 9)).whenClosed("999")).build())
        .isInstanceOf(DirectoryException.class)
        .hasMessageContaining("when closed")
        .hasMessageContaining("999");
  }
}
