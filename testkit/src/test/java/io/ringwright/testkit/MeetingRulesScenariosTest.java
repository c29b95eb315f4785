package io.ringwright.testkit;

import static io.ringwright.testkit.Desks.MOMENT;
import static io.ringwright.testkit.Desks.desks;
import static io.ringwright.testkit.RoutingAssertions.assertThat;

import io.ringwright.call.CallOutcome;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.StandardStrategy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Where two rules meet: a key and admission, overflow and escalation, a call back and a sign of
 * life.
 */
class MeetingRulesScenariosTest {

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  @Test
  void who_is_served_on_the_line_after_a_call_back_was_arranged_ends_as_answered() {
    RoutingScenario office =
        RoutingScenario.given(desks("100").build()).engaged("100").somebodyAt("100");
    ScenarioCaller caller = office.call("0301", "100");
    caller.callBack("0409");
    office.hangUp("100").after(seconds(60));
    assertThat(caller).talksTo("100");
    caller.hangUp();
    office.after(MOMENT);
    assertThat(caller).hasEnded(CallOutcome.ANSWERED);
  }

  @Test
  void who_overflows_opens_priorities_by_the_wait_in_the_new_group() {
    PhoneList phones =
        desks("100", "101")
            .huntGroup("700", sales -> sales.member("100").longestWait(seconds(60)).overflow("701"))
            .huntGroup(
                "701",
                support -> support.member("100").member("101", 2).openPriority(2, seconds(30)))
            .build();
    RoutingScenario office = RoutingScenario.given(phones).engaged("100");
    ScenarioCaller caller = office.call("0301", "700");
    office.after(seconds(60));
    assertThat(caller).waits();
    office.after(seconds(30));
    assertThat(caller).rings("101");
  }

  @Test
  void who_was_withdrawn_stays_withdrawn_though_the_channel_speaks_on() {
    RoutingScenario office = RoutingScenario.given(desks("100").build()).engaged("100");
    ScenarioCaller caller = office.call("0301", "100");
    caller.withdraw();
    office.after(seconds(31)).hangUp("100").after(MOMENT);
    assertThat(caller).hasRung().hasEnded(CallOutcome.WITHDRAWN);
  }

  @Test
  void no_phone_of_a_progression_rings_longer_than_its_ring_time() {
    PhoneList phones =
        desks("100", "101", "102")
            .huntGroup(
                "700",
                sales ->
                    sales
                        .strategy(StandardStrategy.PROGRESSIVE)
                        .ringOneMoreEvery(seconds(6))
                        .member("100")
                        .member("101")
                        .member("102"))
            .build();
    RoutingScenario office = RoutingScenario.given(phones);
    ScenarioCaller caller = office.call("0301", "700");
    office.after(seconds(21));
    assertThat(caller).rings("101", "102");
  }

  @Test
  void a_key_does_not_lead_into_a_full_queue() {
    PhoneList phones =
        desks("100")
            .huntGroup("700", sales -> sales.member("100").leaveByKey("2", "701"))
            .huntGroup("701", support -> support.member("100").queueLimit(0))
            .build();
    RoutingScenario office = RoutingScenario.given(phones).engaged("100");
    ScenarioCaller caller = office.call("0301", "700");
    caller.press('2');
    assertThat(caller).waits();
  }

  @Test
  void a_key_does_not_lead_to_where_nobody_could_ever_answer() {
    PhoneList phones =
        desks("100")
            .extension("109", gone -> gone.device("PJSIP/109").outOfService())
            .huntGroup("700", sales -> sales.member("100").leaveByKey("2", "701"))
            .huntGroup("701", support -> support.member("109"))
            .build();
    RoutingScenario office = RoutingScenario.given(phones).engaged("100");
    ScenarioCaller caller = office.call("0301", "700");
    caller.press('2');
    assertThat(caller).waits();
  }
}
