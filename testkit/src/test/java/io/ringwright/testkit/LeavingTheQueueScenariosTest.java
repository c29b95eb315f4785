package io.ringwright.testkit;

import static io.ringwright.testkit.Desks.MOMENT;
import static io.ringwright.testkit.Desks.desks;
import static io.ringwright.testkit.RoutingAssertions.assertThat;

import io.ringwright.call.CallOutcome;
import io.ringwright.call.DialplanExtension;
import io.ringwright.call.RejectReason;
import io.ringwright.directory.PhoneList;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a waiting caller can do, and what the application can do with one. */
class LeavingTheQueueScenariosTest {

  private static final Duration WINDOW = Duration.ofMinutes(2);

  /** Anna serves 700 and is on the phone. */
  private static final DialplanExtension MENU = DialplanExtension.of("menu", "s");

  private static RoutingScenario office(boolean byNumber) {
    PhoneList phones =
        desks("100", "101")
            .allowCallBack("030")
            .huntGroup(
                "700",
                sales ->
                    sales
                        .member("100")
                        .leaveByKey("1", "101")
                        .leaveByKey("2", "701")
                        .callBackByKey("#")
                        .callersPress(keys -> keys.leave("0", MENU))
                        .keepPlaceFor(WINDOW, byNumber))
            .huntGroup("701", support -> support.member("100"))
            .build();
    return RoutingScenario.given(phones).engaged("100").somebodyAt("100").somebodyAt("101");
  }

  private static RoutingScenario office() {
    return office(false);
  }

  @Test
  void a_caller_leaves_the_queue_by_a_key_to_where_the_key_leads() {
    RoutingScenario office = office();
    ScenarioCaller caller = office.call("0301", "700");
    caller.press('1');
    assertThat(caller).rings("101").lastAnswer().isExplainedBy("leaves by key 1 to extension 101");
    office.after(MOMENT);
    assertThat(caller).talksTo("101");
  }

  @Test
  void a_caller_who_leaves_by_a_key_keeps_the_place_in_the_other_queue() {
    RoutingScenario office = office();
    ScenarioCaller first = office.call("0301", "700");
    office.after(MOMENT);
    ScenarioCaller second = office.call("0302", "701");
    first.press('2');
    assertThat(first).atPosition(1).lastAnswer().waitsFor("701");
    assertThat(second).atPosition(2);
    office.hangUp("100");
    assertThat(first).rings("100");
  }

  @Test
  void a_caller_leaves_the_queue_by_a_key_for_the_dialplan_of_the_host() {
    RoutingScenario office = office();
    ScenarioCaller caller = office.call("0301", "700");
    caller.press('0');
    assertThat(caller).hasEnded(CallOutcome.HANDED_BACK).lastAnswer().isHandedBackTo(MENU);
  }

  @Test
  void a_key_that_leads_nowhere_changes_nothing() {
    RoutingScenario office = office();
    ScenarioCaller caller = office.call("0301", "700");
    caller.press('9');
    assertThat(caller).waits().atPosition(1);
  }

  @Test
  void a_caller_asks_by_key_to_be_called_back_and_is_at_the_old_place() {
    RoutingScenario office =
        office().phone("0301", PhoneBehaviour.answers(MOMENT, Duration.ofHours(1)));
    ScenarioCaller first = office.call("0301", "700");
    office.after(MOMENT);
    ScenarioCaller second = office.call("0302", "700");
    first.press('#');
    assertThat(first)
        .waits()
        .atPosition(1)
        .lastAnswer()
        .isRejectedBecause(RejectReason.CALL_BACK_ARRANGED);
    office.after(Duration.ofMinutes(10)).hangUp("100");
    assertThat(first).rings("0301");
    office.after(MOMENT).after(MOMENT);
    assertThat(first).hasRung("0301", "100").talksTo("100");
    assertThat(second).waits();
  }

  @Test
  void a_number_without_an_allowed_prefix_is_not_called_back_by_key() {
    ScenarioCaller caller = office().call("0901", "700");
    caller.press('#');
    assertThat(caller).waits().lastAnswer().waitsFor("700");
  }

  @Test
  void the_application_arranges_to_call_back_at_a_number_that_it_vouches_for() {
    RoutingScenario office =
        office().phone("0409", PhoneBehaviour.answers(MOMENT, Duration.ofHours(1)));
    ScenarioCaller caller = office.call("0301", "700");
    caller.callBack("0409");
    caller.hangUp();
    assertThat(caller).waits().atPosition(1);
    office.hangUp("100").after(MOMENT).after(MOMENT);
    assertThat(caller).hasRung("0409", "100").talksTo("100");
  }

  @Test
  void nobody_is_called_back_more_than_three_times() {
    RoutingScenario office = office().nobodyAt("0301");
    ScenarioCaller caller = office.call("0301", "700");
    caller.press('#');
    office.hangUp("100").after(Duration.ofHours(1));
    assertThat(caller).hasEnded(CallOutcome.ABANDONED).hasRung("0301", "0301", "0301");
  }

  @Test
  void the_application_withdraws_a_caller() {
    RoutingScenario office = office();
    ScenarioCaller first = office.call("0301", "700");
    ScenarioCaller second = office.call("0302", "700");
    first.withdraw();
    assertThat(first).hasEnded(CallOutcome.WITHDRAWN);
    assertThat(second).atPosition(1);
    office.hangUp("100");
    assertThat(second).rings("100");
  }

  @Test
  void who_hangs_up_and_names_the_earlier_call_has_the_old_place_back() {
    RoutingScenario office = office();
    ScenarioCaller first = office.call("0301", "700");
    office.after(MOMENT);
    ScenarioCaller second = office.call("0302", "700");
    first.hangUp();
    assertThat(first).hasEnded(CallOutcome.ABANDONED);
    office.after(Duration.ofMinutes(1));
    ScenarioCaller again = office.caller("0409").returningFrom(first).calls("700");
    assertThat(again).atPosition(1);
    assertThat(second).atPosition(2);
  }

  @Test
  void a_call_from_the_same_number_has_the_old_place_where_that_is_allowed() {
    RoutingScenario office = office(true);
    ScenarioCaller first = office.call("0301", "700");
    office.after(MOMENT);
    ScenarioCaller second = office.call("0302", "700");
    first.hangUp();
    assertThat(office.call("0301", "700")).atPosition(1);
    assertThat(second).atPosition(2);
  }

  @Test
  void a_call_from_the_same_number_queues_up_where_that_is_not_allowed() {
    RoutingScenario office = office(false);
    ScenarioCaller first = office.call("0301", "700");
    ScenarioCaller second = office.call("0302", "700");
    first.hangUp();
    office.after(MOMENT);
    assertThat(office.call("0301", "700")).atPosition(2);
    assertThat(second).atPosition(1);
  }

  @Test
  void a_place_is_kept_for_its_time_and_given_back_once() {
    RoutingScenario office = office(true);
    ScenarioCaller first = office.call("0301", "700");
    office.after(MOMENT);
    ScenarioCaller second = office.call("0302", "700");
    first.hangUp();
    office.after(WINDOW);
    assertThat(office.call("0301", "700")).atPosition(2);
    second.hangUp();
    ScenarioCaller again = office.call("0302", "700");
    assertThat(again).atPosition(1);
    assertThat(office.call("0302", "700")).atPosition(3);
  }
}
