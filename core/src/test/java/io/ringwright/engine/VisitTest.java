package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.Visit;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A caller who is sent on arrives once more; each visit ends once, and a call ends once. */
class VisitTest {

  private final House house =
      House.of(
          list ->
              list.extension("100", anna -> anna.device("PJSIP/100"))
                  .extension("101", ben -> ben.device("PJSIP/101"))
                  .huntGroup("700", sales -> sales.member("100"))
                  .huntGroup(
                      "701",
                      support -> support.member("101").keepPlaceFor(Duration.ofMinutes(10), true)));

  @Test
  void an_answered_caller_who_is_sent_to_another_queue_has_two_visits_and_one_end_of_the_call() {
    house.arrives("c1", "700");
    house.answers("c1", "100");
    house.arrives("c1", "701");
    house.answers("c1", "101");
    house.hangsUp("c1");
    assertThat(house.ear.visits.told())
        .containsExactly(
            "c1 visit 0 begins",
            "c1 visit 0 ends ANSWERED_THEN_SENT_ON",
            "c1 visit 1 begins",
            "c1 visit 1 ends ANSWERED");
  }

  @Test
  void a_waiting_caller_who_is_sent_to_another_queue_was_not_answered_and_not_withdrawn() {
    house.reports("100", DeviceState.IN_USE);
    house.arrives("c1", "700");
    house.arrives("c1", "701");
    house.hangsUp("c1");
    assertThat(house.ear.visits.told())
        .contains("c1 visit 0 ends SENT_ON", "c1 visit 1 ends ABANDONED")
        .hasSize(4);
  }

  @Test
  void the_visit_keeps_its_number_when_the_caller_takes_back_the_place_of_an_earlier_call() {
    house.reports("101", DeviceState.IN_USE);
    house.arrives("c1", "701");
    house.hangsUp("c1");
    house.arrives("c2", "701");
    assertThat(house.router.waitingCalls()).first().matches(call -> call.place().ticket() == 0);
    house.hangsUp("c2");
    assertThat(house.ear.visits.told())
        .containsExactly(
            "c1 visit 0 begins",
            "c1 visit 0 ends ABANDONED",
            "c2 visit 1 begins",
            "c2 visit 1 ends ABANDONED");
  }

  @Test
  void a_caller_who_is_found_again_after_the_end_has_another_visit() {
    house.arrives("c1", "999");
    house.passes(Duration.ofSeconds(30));
    house.router.callerAlive(house.remembers("c1", "700"));
    house.hangsUp("c1");
    assertThat(house.ear.visits.told())
        .containsExactly(
            "c1 visit 0 begins", "c1 visit 0 ends REJECTED", "c1 visit 1 ends ABANDONED");
  }

  @Test
  void a_call_that_goes_on_is_over_with_another_visit_only() {
    assertThat(CallOutcome.values())
        .filteredOn(CallOutcome::goesOn)
        .containsExactly(CallOutcome.ANSWERED_THEN_SENT_ON, CallOutcome.SENT_ON);
    assertThat(CallOutcome.values())
        .filteredOn(CallOutcome::isAnswered)
        .containsExactly(CallOutcome.ANSWERED, CallOutcome.ANSWERED_THEN_SENT_ON);
  }

  @Test
  void no_visit_has_a_number_below_0() {
    assertThatThrownBy(() -> new Visit(CallId.of("c1"), -1))
        .hasMessage("visit -1 of call c1 is not valid: expected a number from 0 on");
  }
}
