package io.ringwright.testkit;

import static io.ringwright.testkit.Desks.MOMENT;
import static io.ringwright.testkit.Desks.desks;
import static io.ringwright.testkit.Desks.servedBy;
import static io.ringwright.testkit.RoutingAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.CallOutcome;
import io.ringwright.call.RejectReason;
import io.ringwright.call.RingOutcome;
import io.ringwright.directory.PhoneList;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who is at work: logged in or out, paused, in wrap-up. It counts for calls through a group. */
class StaffScenariosTest {

  private static final Duration SHORT = Duration.ofSeconds(10);

  private static RoutingScenario office() {
    PhoneList phones =
        desks("100", "101").huntGroup("700", sales -> sales.member("100").member("101", 2)).build();
    return RoutingScenario.given(phones).somebodyAt("100").somebodyAt("101");
  }

  @Test
  void who_pauses_is_engaged_for_hunt_groups_and_free_for_direct_calls() {
    RoutingScenario office = office().extension("100").pauses("lunch");
    assertThat(office.call("0301", "700")).rings("101").lastAnswer().isExplainedBy("paused");
    assertThat(office.call("0302", "100")).rings("100");
    assertThat(office.extension("100").pausedFor()).contains("lunch");
  }

  @Test
  void who_pauses_is_waited_for_and_serves_after_the_pause() {
    RoutingScenario office = office().engaged("101").extension("100").pauses("lunch");
    ScenarioCaller caller = office.call("0301", "700");
    assertThat(caller).waits();
    office.extension("100").resumes();
    assertThat(caller).rings("100");
  }

  @Test
  void who_logged_out_is_not_waited_for_and_rings_for_direct_calls() {
    RoutingScenario office = office().extension("100").logsOut().extension("101").logsOut();
    assertThat(office.call("0301", "700"))
        .hasEnded(CallOutcome.REJECTED)
        .lastAnswer()
        .isRejectedBecause(RejectReason.NOBODY_IN_SERVICE);
    assertThat(office.call("0302", "100")).rings("100");
  }

  @Test
  void who_logs_in_serves_those_who_wait_already() {
    RoutingScenario office = office().extension("100").logsOut().engaged("101");
    ScenarioCaller caller = office.call("0301", "700");
    assertThat(caller).waits();
    office.extension("100").logsIn();
    assertThat(caller).rings("100");
  }

  @Test
  void those_who_wait_when_the_last_one_logs_out_are_told_what_a_newcomer_is_told() {
    RoutingScenario office = office().engaged("100").engaged("101");
    ScenarioCaller caller = office.call("0301", "700");
    office.extension("100").logsOut();
    assertThat(caller).waits();
    office.extension("101").logsOut();
    assertThat(caller).lastAnswer().isRejectedBecause(RejectReason.NOBODY_IN_SERVICE);
    assertThat(office.call("0302", "700"))
        .lastAnswer()
        .isRejectedBecause(RejectReason.NOBODY_IN_SERVICE);
  }

  @Test
  void a_pause_lasts_over_a_log_out() {
    RoutingScenario office = office().extension("100").pauses("lunch");
    office.extension("100").logsOut().extension("100").logsIn();
    assertThat(office.call("0301", "700")).rings("101");
    office.extension("100").resumes();
    assertThat(office.call("0302", "700")).rings("100");
  }

  private static RoutingScenario officeWithWrapUp() {
    PhoneList phones =
        PhoneList.builder()
            .extension("100", anna -> anna.device("PJSIP/100").wrapUp(Duration.ofSeconds(30)))
            .huntGroup("700", sales -> sales.member("100"))
            .build();
    return RoutingScenario.given(phones).somebodyAt("100");
  }

  @Test
  void wrap_up_keeps_hunt_groups_away_and_ends_by_itself() {
    RoutingScenario office = officeWithWrapUp();
    servedBy(office, "700", SHORT);
    ScenarioCaller caller = office.call("0302", "700");
    assertThat(caller).waits().lastAnswer().isExplainedBy("in wrap-up");
    office.after(Duration.ofSeconds(24));
    assertThat(caller).waits();
    office.after(Duration.ofSeconds(1));
    assertThat(caller).rings("100");
  }

  @Test
  void wrap_up_does_not_count_for_direct_calls() {
    RoutingScenario office = officeWithWrapUp();
    servedBy(office, "700", SHORT);
    assertThat(office.call("0302", "100")).rings("100");
  }

  private static RoutingScenario officeThatPausesAfterTwoUnansweredRings() {
    PhoneList phones =
        desks("101")
            .extension(
                "100",
                anna ->
                    anna.device("PJSIP/100")
                        .ringTime(Duration.ofSeconds(10))
                        .backOff(Duration.ZERO)
                        .pauseAfter(RingOutcome.NO_REPLY, 2))
            .huntGroup("700", sales -> sales.member("100").member("101", 2))
            .build();
    return RoutingScenario.given(phones).nobodyAt("100").engaged("101");
  }

  @Test
  void who_leaves_so_many_rings_unanswered_in_a_row_is_paused() {
    RoutingScenario office = officeThatPausesAfterTwoUnansweredRings();
    ScenarioCaller caller = office.call("0301", "700");
    office.after(Duration.ofMinutes(1));
    assertThat(caller).waits().hasRung("100", "100");
    assertThat(office.extension("100").pausedFor()).contains("unanswered");
    office.somebodyAt("100").extension("100").resumes().after(MOMENT);
    assertThat(caller).talksTo("100");
  }

  @Test
  void an_answer_in_between_begins_the_count_anew() {
    RoutingScenario office = officeThatPausesAfterTwoUnansweredRings();
    ScenarioCaller caller = office.call("0301", "700");
    office.after(Duration.ofSeconds(5)).somebodyAt("100").after(Duration.ofSeconds(10));
    assertThat(caller).talksTo("100").hasRung("100", "100");
    office.nobodyAt("100").hangUp("100");
    ScenarioCaller next = office.call("0302", "700");
    office.after(Duration.ofSeconds(12));
    assertThat(office.extension("100").pausedFor()).isEmpty();
    office.after(Duration.ofSeconds(10));
    assertThat(office.extension("100").pausedFor()).contains("unanswered");
    assertThat(next).waits().hasRung("100", "100");
  }

  @Test
  void direct_calls_pause_nobody() {
    RoutingScenario office = officeThatPausesAfterTwoUnansweredRings();
    ScenarioCaller caller = office.call("0301", "100");
    office.after(Duration.ofMinutes(1));
    assertThat(caller).rings("100");
    assertThat(office.extension("100").pausedFor()).isEmpty();
  }
}
