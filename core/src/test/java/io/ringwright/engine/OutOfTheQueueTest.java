package io.ringwright.engine;

import static io.ringwright.engine.House.rings;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.RejectReason;
import io.ringwright.call.RoutingDecision;
import io.ringwright.port.Telephony.Whereabouts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Callers who are not in our hands any more: seen elsewhere, withdrawn, in the fallback. */
class OutOfTheQueueTest {

  private final House house =
      House.of(
          list ->
              list.extension("100", anna -> anna.device("PJSIP/100"))
                  .huntGroup("700", all -> all.member("100")));

  private void oneWaits() {
    house.reports("100", DeviceState.IN_USE, "x");
    house.arrives("c1", "700");
    house.passes(Duration.ofSeconds(60));
  }

  private void snapshot(Whereabouts where) {
    house.connectsSeeing(
        List.of(House.report("100", DeviceState.IN_USE, "x")), Map.of("c1", where));
  }

  @Test
  void a_caller_who_was_seen_elsewhere_leaves_the_queue_and_is_not_pulled_back() {
    oneWaits();
    snapshot(Whereabouts.ELSEWHERE);
    assertThat(house.queue()).isEmpty();
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.WITHDRAWN);
    house.idle("100");
    assertThat(house.pbx.deliveries).isEmpty();
  }

  @Test
  void the_first_snapshot_after_a_restart_is_enough() {
    house.reports("100", DeviceState.IN_USE, "x");
    house.arrives("c1", "700");
    house.passes(Duration.ofSeconds(1));
    house.engineRestarts();
    snapshot(Whereabouts.ELSEWHERE);
    assertThat(house.queue()).isEmpty();
    house.idle("100");
    assertThat(house.pbx.deliveries).isEmpty();
  }

  @Test
  void a_caller_who_spoke_after_the_list_was_asked_for_stays() {
    house.reports("100", DeviceState.IN_USE, "x");
    house.arrives("c1", "700");
    snapshot(Whereabouts.ELSEWHERE);
    assertThat(house.queue()).containsExactly("c1");
  }

  @Test
  void a_caller_who_comes_back_to_the_wait_context_is_taken_in_again() {
    oneWaits();
    snapshot(Whereabouts.ELSEWHERE);
    house.passes(Duration.ofSeconds(30));
    house.beats("c1");
    assertThat(house.queue()).containsExactly("c1");
  }

  @Test
  void a_caller_who_was_seen_in_the_fallback_has_that_outcome() {
    oneWaits();
    snapshot(Whereabouts.FELL_BACK);
    assertThat(house.queue()).isEmpty();
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.FELL_BACK);
  }

  @Test
  void a_call_that_fell_back_ends_once_and_frees_its_phone() {
    house.arrives("c1", "700");
    house.router.callFellBack(CallId.of("c1"));
    house.hangsUp("c1");
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.FELL_BACK);
    assertThat(rings(house.arrives("c2", "700"))).isEqualTo("100");
  }

  @Test
  void a_call_that_was_answered_before_it_fell_back_was_answered() {
    house.arrives("c1", "700");
    house.answers("c1", "100");
    house.router.callFellBack(CallId.of("c1"));
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.ANSWERED);
  }

  @Test
  void a_withdrawn_call_stays_withdrawn_through_every_snapshot_and_sign_of_life() {
    oneWaits();
    house.router.withdraw(CallId.of("c1"));
    for (int minute = 0; minute < 30; minute++) {
      house.passes(Duration.ofSeconds(60));
      snapshot(Whereabouts.WAITING);
      assertThat(house.beats("c1").decision())
          .isEqualTo(new RoutingDecision.Reject(RejectReason.WITHDRAWN));
    }
    assertThat(house.queue()).isEmpty();
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.WITHDRAWN);
  }

  @Test
  void a_withdrawn_caller_whom_the_host_sends_in_anew_is_a_new_call() {
    oneWaits();
    house.router.withdraw(CallId.of("c1"));
    house.passes(Duration.ofSeconds(60));
    house.arrives("c1", "700");
    snapshot(Whereabouts.WAITING);
    assertThat(house.queue()).containsExactly("c1");
  }

  @Test
  void an_older_list_does_not_bring_back_a_withdrawn_call_whose_channel_has_ended() {
    oneWaits();
    house.router.withdraw(CallId.of("c1"));
    house.passes(Duration.ofMinutes(11));
    house.hangsUp("c1");
    snapshot(Whereabouts.WAITING);
    assertThat(house.queue()).isEmpty();
  }
}
