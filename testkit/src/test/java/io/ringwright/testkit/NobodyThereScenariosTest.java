package io.ringwright.testkit;

import static io.ringwright.testkit.Desks.MOMENT;
import static io.ringwright.testkit.Desks.desks;
import static io.ringwright.testkit.RoutingAssertions.assertThat;

import io.ringwright.call.CallOutcome;
import io.ringwright.call.RejectReason;
import io.ringwright.directory.HuntGroup.Absence;
import io.ringwright.directory.HuntGroupBuilder;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.directory.Schedule;
import io.ringwright.directory.Schedule.Hours;
import io.ringwright.directory.Schedule.WeeklyHours;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Who is there for a hunt group, and what becomes of those who wait when nobody is any more. */
class NobodyThereScenariosTest {

  private static PhoneListBuilder phones(Consumer<HuntGroupBuilder> group) {
    return desks("100", "101", "198")
        .huntGroup("700", all -> group.accept(all.member("100").member("101")));
  }

  /** 100 and 101 are group 700, and engaged; 198 is for whoever overflows. */
  private static RoutingScenario office(Consumer<HuntGroupBuilder> group) {
    return RoutingScenario.given(phones(group).build()).engaged("100").engaged("101");
  }

  private static void everybodyLogsOut(RoutingScenario office) {
    office.extension("100").logsOut().extension("101").logsOut();
  }

  // Logged out, paused, out of reach, refused

  @Test
  void who_waits_overflows_when_the_last_member_logs_out() {
    RoutingScenario office = office(all -> all.overflow("198"));
    ScenarioCaller caller = office.call("0301", "700");
    office.extension("100").logsOut();
    assertThat(caller).waits();
    office.extension("101").logsOut();
    assertThat(caller).rings("198");
    assertThat(office.call("0302", "700")).lastAnswer().isExplainedBy("overflows to extension 198");
  }

  @Test
  void who_waits_for_the_overflow_keeps_the_place_there() {
    RoutingScenario office = office(all -> all.overflow("198")).engaged("198");
    ScenarioCaller first = office.call("0301", "700");
    office.after(Duration.ofSeconds(1));
    ScenarioCaller second = office.call("0302", "198");
    everybodyLogsOut(office);
    assertThat(first).waits().atPosition(1);
    assertThat(second).waits().atPosition(2);
    office.hangUp("198");
    assertThat(first).rings("198");
  }

  @Test
  void a_group_can_let_callers_wait_whoever_logs_out() {
    RoutingScenario office = office(all -> all.nobodyThereWhileWaiting());
    ScenarioCaller caller = office.call("0301", "700");
    everybodyLogsOut(office);
    office.after(Duration.ofMinutes(2));
    assertThat(caller).waits();
    assertThat(office.call("0302", "700"))
        .lastAnswer()
        .isRejectedBecause(RejectReason.NOBODY_IN_SERVICE);
    office.hangUp("100").extension("100").logsIn();
    assertThat(caller).rings("100");
  }

  @Test
  void a_group_can_let_callers_come_whoever_logs_out() {
    RoutingScenario office = office(all -> all.nobodyThereOnArrival().nobodyThereWhileWaiting());
    everybodyLogsOut(office);
    assertThat(office.call("0301", "700")).waits();
  }

  @Test
  void a_pause_counts_where_the_group_says_so() {
    RoutingScenario usual = office(all -> {});
    usual.extension("100").pauses("lunch").extension("101").pauses("lunch");
    assertThat(usual.call("0301", "700")).waits();
    RoutingScenario strict =
        office(
            all ->
                all.nobodyThereOnArrival(Absence.PAUSED)
                    .nobodyThereWhileWaiting(Absence.PAUSED)
                    .overflow("198"));
    ScenarioCaller caller = strict.call("0301", "700");
    strict.extension("100").pauses("lunch").extension("101").pauses("lunch");
    assertThat(caller).rings("198");
    caller.hangUp();
    strict.after(MOMENT);
    assertThat(strict.call("0302", "700")).rings("198");
  }

  @Test
  void phones_out_of_reach_send_newcomers_away_and_who_waits_only_where_the_group_says_so() {
    RoutingScenario usual = office(all -> {});
    ScenarioCaller waits = usual.call("0301", "700");
    losesBothPhones(usual);
    usual.after(Duration.ofMinutes(2));
    assertThat(waits).waits();
    assertThat(usual.call("0302", "700"))
        .lastAnswer()
        .isRejectedBecause(RejectReason.NOBODY_IN_SERVICE);
    RoutingScenario strict =
        office(all -> all.nobodyThereWhileWaiting(Absence.NOT_REACHABLE).overflow("198"));
    ScenarioCaller goes = strict.call("0301", "700");
    losesBothPhones(strict);
    assertThat(goes).rings("198");
  }

  private static void losesBothPhones(RoutingScenario office) {
    office.notReachable("100").hangUp("100").notReachable("101").hangUp("101");
  }

  @Test
  void who_is_refused_by_everybody_overflows_where_the_group_says_so() {
    for (boolean counts : new boolean[] {true, false}) {
      RoutingScenario office =
          RoutingScenario.given(
                  phones(
                          all -> {
                            all.overflow("198");
                            if (counts) {
                              all.nobodyThereOnArrival(Absence.LOGGED_OUT, Absence.REFUSED);
                              all.nobodyThereWhileWaiting(Absence.LOGGED_OUT, Absence.REFUSED);
                            }
                          })
                      .build())
              .phone("100", PhoneBehaviour.declines())
              .phone("101", PhoneBehaviour.declines());
      ScenarioCaller caller = office.call("0301", "700");
      office.after(MOMENT);
      if (counts) {
        assertThat(caller).hasRung("100", "101", "198");
      } else {
        assertThat(caller).waits().hasRung("100", "101");
      }
    }
  }

  @Test
  void who_was_refused_by_one_and_waits_for_the_other_overflows_when_that_one_logs_out() {
    RoutingScenario office =
        office(
                all ->
                    all.overflow("198")
                        .nobodyThereWhileWaiting(Absence.LOGGED_OUT, Absence.REFUSED))
            .phone("100", PhoneBehaviour.declines())
            .hangUp("100");
    ScenarioCaller caller = office.call("0301", "700");
    office.after(MOMENT);
    assertThat(caller).waits().hasRung("100");
    office.extension("101").logsOut();
    assertThat(caller).rings("198");
  }

  @Test
  void only_those_leave_for_whom_nobody_is_left() {
    PhoneList phones =
        desks("101")
            .extension("100", anna -> anna.device("PJSIP/100").skill("french", 1))
            .huntGroup("700", all -> all.member("100").member("101"))
            .build();
    RoutingScenario office = RoutingScenario.given(phones).engaged("100").engaged("101");
    ScenarioCaller any = office.call("0301", "700");
    ScenarioCaller french = office.caller("0302").requiring("french:1").calls("700");
    office.extension("100").logsOut();
    assertThat(any).waits();
    assertThat(french).lastAnswer().isRejectedBecause(RejectReason.NOBODY_QUALIFIED);
  }

  @Test
  void the_outer_group_says_who_counts_for_the_members_of_groups_within() {
    PhoneList phones =
        desks("100", "198")
            .huntGroup("701", inner -> inner.member("100").nobodyThereWhileWaiting())
            .huntGroup("700", outer -> outer.member("701").overflow("198"))
            .build();
    RoutingScenario office = RoutingScenario.given(phones).engaged("100");
    ScenarioCaller outer = office.call("0301", "700");
    ScenarioCaller inner = office.call("0302", "701");
    office.extension("100").logsOut();
    assertThat(outer).rings("198");
    assertThat(inner).waits();
  }

  @Test
  void behind_a_forwarding_the_group_says_who_counts() {
    PhoneList phones =
        phones(all -> all.overflow("198"))
            .extension("200", desk -> desk.device("PJSIP/200").forwardUnconditional("700"))
            .build();
    RoutingScenario office = RoutingScenario.given(phones).engaged("100").engaged("101");
    ScenarioCaller caller = office.call("0301", "200");
    everybodyLogsOut(office);
    assertThat(caller).rings("198");
  }

  @Test
  void who_is_to_be_called_back_keeps_waiting() {
    RoutingScenario office = office(all -> all.overflow("198"));
    ScenarioCaller caller = office.call("0301", "700");
    caller.callBack("0409");
    everybodyLogsOut(office);
    office.after(Duration.ofMinutes(5));
    assertThat(caller).waits();
  }

  // Closing time

  private static Schedule until(int hour) {
    return Schedule.weekly(
        ZoneOffset.UTC,
        new WeeklyHours(
            EnumSet.allOf(DayOfWeek.class), new Hours(LocalTime.of(8, 0), LocalTime.of(hour, 0))));
  }

  @Test
  void who_waits_at_closing_time_goes_where_newcomers_go_at_that_instant() {
    RoutingScenario office =
        office(all -> all.openDuring(until(10)).whenClosed("198").longestWait(Duration.ofHours(3)));
    ScenarioCaller caller = office.call("0301", "700");
    office.after(Duration.ofHours(1).minusMillis(1));
    assertThat(caller).waits();
    office.after(Duration.ofMillis(1));
    assertThat(caller).rings("198");
  }

  @Test
  void who_waits_at_closing_time_is_rejected_as_newcomers_are() {
    RoutingScenario office =
        office(all -> all.openDuring(until(10)).longestWait(Duration.ofHours(3)));
    ScenarioCaller caller = office.call("0301", "700");
    office.after(Duration.ofHours(1));
    assertThat(caller)
        .hasEnded(CallOutcome.REJECTED)
        .lastAnswer()
        .isRejectedBecause(RejectReason.CLOSED);
  }

  // Another phone list

  @Test
  void who_waits_for_a_group_that_is_removed_is_told_what_a_newcomer_is_told() {
    RoutingScenario office = office(all -> {});
    ScenarioCaller caller = office.call("0301", "700");
    office.directory(desks("100", "101").build());
    assertThat(caller).lastAnswer().isRejectedBecause(RejectReason.UNKNOWN_NUMBER);
  }

  @Test
  void who_waits_for_an_extension_that_is_removed_is_told_what_a_newcomer_is_told() {
    RoutingScenario office = office(all -> {});
    ScenarioCaller caller = office.call("0301", "100");
    office.directory(desks("101").build());
    assertThat(caller).lastAnswer().isRejectedBecause(RejectReason.UNKNOWN_NUMBER);
  }

  @Test
  void who_waits_for_a_group_of_which_all_members_go_out_of_service_overflows() {
    RoutingScenario office = office(all -> all.overflow("198"));
    ScenarioCaller caller = office.call("0301", "700");
    office.directory(
        desks("198")
            .extension("100", gone -> gone.device("PJSIP/100").outOfService())
            .extension("101", gone -> gone.device("PJSIP/101").outOfService())
            .huntGroup("700", all -> all.member("100").member("101").overflow("198"))
            .build());
    assertThat(caller).rings("198");
  }

  @Test
  void who_waits_for_a_group_that_is_closed_from_now_on_is_told_so() {
    RoutingScenario office = office(all -> {});
    ScenarioCaller caller = office.call("0301", "700");
    office.directory(phones(all -> all.openDuring(until(9))).build());
    assertThat(caller).lastAnswer().isRejectedBecause(RejectReason.CLOSED);
  }

  @Test
  void who_waits_stays_where_another_list_leaves_somebody() {
    RoutingScenario office = office(all -> {});
    ScenarioCaller caller = office.call("0301", "700");
    office.directory(desks("100", "101").huntGroup("700", all -> all.member("101")).build());
    assertThat(caller).waits();
  }
}
