package io.ringwright.testkit;

import static io.ringwright.testkit.Desks.MOMENT;
import static io.ringwright.testkit.Desks.desks;
import static io.ringwright.testkit.RoutingAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.CallOutcome;
import io.ringwright.call.OrderAnswer;
import io.ringwright.call.OrderRefusal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the host orders about callers who wait. */
class OrderScenariosTest {

  private static final Duration UNANSWERED = Duration.ofSeconds(25);

  /** Group 700 is extension 100, which is engaged; extension 101 is in no group. */
  private static RoutingScenario office() {
    return RoutingScenario.given(
            desks("100", "101").huntGroup("700", sales -> sales.member("100")).build())
        .engaged("100")
        .somebodyAt("100");
  }

  @Test
  void a_supervisor_gives_a_waiting_caller_to_an_extension_past_those_ahead() {
    RoutingScenario office = office().somebodyAt("101");
    ScenarioCaller first = office.call("0301", "700");
    ScenarioCaller given = office.call("0302", "700");
    assertThat(given.deliverTo("101").isDone()).isTrue();
    assertThat(given).rings("101");
    office.after(MOMENT);
    assertThat(given).talksTo("101");
    assertThat(first).waits();
  }

  @Test
  void a_caller_given_to_somebody_who_does_not_answer_keeps_the_place() {
    RoutingScenario office = office().nobodyAt("101");
    ScenarioCaller given = office.call("0301", "700");
    ScenarioCaller second = office.call("0302", "700");
    given.deliverTo("101");
    office.after(UNANSWERED);
    assertThat(given).waits();
    assertThat(given.position()).contains(1);
    office.hangUp("100");
    assertThat(given).rings("100");
    assertThat(second).waits();
  }

  @Test
  void a_caller_who_prefers_somebody_engaged_waits_for_them_beside_free_phones() {
    RoutingScenario office = office().engaged("101").somebodyAt("101");
    ScenarioCaller caller = office.call("0301", "700");
    assertThat(caller.prefer("101", Duration.ofMinutes(1)).isDone()).isTrue();
    office.hangUp("100").after(MOMENT);
    assertThat(caller).waits();
    office.hangUp("101").after(MOMENT);
    assertThat(caller).talksTo("101");
  }

  @Test
  void a_caller_who_preferred_somebody_long_enough_is_served_by_the_group_at_the_old_place() {
    RoutingScenario office = office().engaged("101");
    ScenarioCaller caller = office.call("0301", "700");
    ScenarioCaller second = office.call("0302", "700");
    caller.prefer("101", Duration.ofSeconds(20));
    office.after(Duration.ofSeconds(20));
    assertThat(caller.position()).contains(1);
    office.hangUp("100").after(MOMENT);
    assertThat(caller).talksTo("100");
    assertThat(second).waits();
  }

  @Test
  void a_caller_who_prefers_somebody_who_logs_out_goes_to_whoever_is_free() {
    RoutingScenario office = office().engaged("101");
    ScenarioCaller caller = office.call("0301", "700");
    caller.prefer("101", Duration.ofMinutes(1));
    office.hangUp("100");
    office.extension("101").logsOut();
    office.after(MOMENT);
    assertThat(caller).talksTo("100");
  }

  @Test
  void a_caller_who_prefers_somebody_engaged_goes_to_whoever_takes_their_calls_meanwhile() {
    RoutingScenario office =
        RoutingScenario.given(
                desks("100", "103")
                    .extension("101", anna -> anna.device("PJSIP/101").forwardOnBusy("103"))
                    .huntGroup("700", sales -> sales.member("100"))
                    .build())
            .engaged("100")
            .engaged("101")
            .engaged("103")
            .somebodyAt("100")
            .somebodyAt("103");
    ScenarioCaller caller = office.call("0301", "700");
    caller.prefer("101", Duration.ofMinutes(1));
    office.hangUp("100").after(MOMENT);
    assertThat(caller).waits();
    office.hangUp("103").after(MOMENT);
    assertThat(caller).talksTo("103");
  }

  @Test
  void a_caller_whom_the_preferred_one_does_not_answer_goes_where_they_forward_and_then_to_all() {
    RoutingScenario office =
        RoutingScenario.given(
                desks("100", "103")
                    .extension("101", anna -> anna.device("PJSIP/101").forwardOnNoReply("103"))
                    .huntGroup("700", sales -> sales.member("100"))
                    .build())
            .engaged("100")
            .engaged("101")
            .nobodyAt("101")
            .nobodyAt("103")
            .somebodyAt("100");
    ScenarioCaller caller = office.call("0301", "700");
    caller.prefer("101", Duration.ofMinutes(1));
    office.hangUp("100").hangUp("101");
    assertThat(caller).rings("101");
    office.after(UNANSWERED);
    assertThat(caller).rings("103");
    office.after(UNANSWERED);
    assertThat(caller).talksTo("100");
  }

  @Test
  void an_order_for_somebody_engaged_is_refused_with_the_reason() {
    RoutingScenario office = office().engaged("101");
    ScenarioCaller caller = office.call("0301", "700");
    assertThat(caller.deliverTo("101"))
        .isInstanceOfSatisfying(
            OrderAnswer.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(OrderRefusal.ENGAGED));
    assertThat(caller).waits();
  }

  @Test
  void an_order_about_a_caller_who_has_gone_is_refused() {
    RoutingScenario office = office().somebodyAt("101");
    ScenarioCaller caller = office.call("0301", "700");
    caller.hangUp();
    office.after(MOMENT);
    assertThat(caller).hasEnded(CallOutcome.ABANDONED);
    assertThat(caller.deliverTo("101").isDone()).isFalse();
    assertThat(caller.withdraw().isDone()).isFalse();
  }
}
