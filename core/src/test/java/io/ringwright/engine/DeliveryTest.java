package io.ringwright.engine;

import static io.ringwright.engine.House.rings;
import static io.ringwright.engine.House.waits;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.Attendance;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.Token;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.port.Telephony.Delivery;
import io.ringwright.port.Telephony.DeliveryReport;
import io.ringwright.port.Telephony.Whereabouts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeliveryTest {

  private static final Duration LANDING_TIME = Duration.ofSeconds(2);

  private final House house = House.whereTwoWait();

  @Test
  void a_phone_that_becomes_free_goes_to_the_first_in_the_queue() {
    house.idle("100");
    Delivery delivery = house.pbx.last();
    assertThat(house.pbx.delivered()).containsExactly("c1");
    assertThat(House.targets(delivery.targets())).isEqualTo("100");
    assertThat(delivery.ringTime()).hasSeconds(20);
    assertThat(house.queue()).containsExactly("c2");
    assertThat(house.ear.deliveries.get(0).explanation().toString()).contains("availability: free");
  }

  @Test
  void the_landing_with_the_token_rings_the_phone_that_was_kept() {
    house.idle("100");
    assertThat(rings(house.lands(house.pbx.last()))).isEqualTo("100");
    assertThat(House.token(house.lands(house.pbx.last()))).isEqualTo(house.pbx.last().token());
    house.idle("100");
    assertThat(house.pbx.delivered()).as("the phone is taken").containsExactly("c1");
  }

  @Test
  void a_landing_that_comes_twice_gets_the_same_answer() {
    house.idle("100");
    RoutingAnswer once = house.lands(house.pbx.last());
    assertThat(house.lands(house.pbx.last())).isEqualTo(once);
  }

  @Test
  void a_landing_with_an_old_token_goes_back_to_wait_at_the_old_place() {
    house.idle("100");
    Delivery old = house.pbx.last();
    house.pbx.sees("c1", Whereabouts.UNKNOWN);
    house.passes(LANDING_TIME);
    house.reports("100", DeviceState.IN_USE);
    assertThat(house.queue()).as("given up").containsExactly("c1");
    RoutingAnswer answer = house.lands(old);
    assertThat(answer.decision()).hasToString("wait for extension 100 at position 1");
  }

  @Test
  void an_old_token_does_not_ring_the_phone_of_a_new_one() {
    house.idle("100");
    Delivery old = house.pbx.last();
    house.passes(LANDING_TIME); // Nobody knows where the caller is: a rest, then a new token.
    house.pbx.sees("c1", Whereabouts.WAITING);
    house.passes(Duration.ofSeconds(3));
    assertThat(house.pbx.last().token()).isNotEqualTo(old.token());
    assertThat(waits(house.lands(old))).isTrue();
  }

  @Test
  void a_move_that_was_acknowledged_and_ignored_is_asked_for_twice_more_and_then_given_up() {
    house.pbx.sees("c1", Whereabouts.WAITING);
    house.idle("100");
    Token token = house.pbx.last().token();
    house.passes(LANDING_TIME);
    assertThat(house.pbx.delivered()).containsExactly("c1", "c1");
    house.passes(LANDING_TIME);
    assertThat(house.pbx.delivered()).containsExactly("c1", "c1", "c1");
    assertThat(house.pbx.deliveries).allMatch(each -> each.token().equals(token));
    house.passes(LANDING_TIME);
    assertThat(house.pbx.delivered())
        .as("the phone goes to the next while the first rests")
        .containsExactly("c1", "c1", "c1", "c2");
    assertThat(house.queue()).containsExactly("c1");
  }

  @Test
  void a_caller_who_cannot_be_moved_is_tried_again_less_and_less_often() {
    house.hangsUp("c2");
    house.pbx.says(DeliveryReport.NOT_SENT);
    house.idle("100");
    house.passes(Duration.ofSeconds(6));
    assertThat(house.pbx.deliveries).as("at 0, 1 and 3 s").hasSize(3);
    house.pbx.says(DeliveryReport.SENT);
    house.passes(Duration.ofSeconds(1));
    assertThat(rings(house.lands(house.pbx.last()))).isEqualTo("100");
  }

  @Test
  void a_caller_who_rests_does_not_keep_the_phone_from_the_next() {
    house.pbx.says(DeliveryReport.NOT_SENT);
    house.idle("100");
    assertThat(house.pbx.delivered()).containsExactly("c1", "c2");
  }

  @Test
  void whether_an_unknown_move_happened_is_asked_before_anything_else() {
    house.pbx.says(DeliveryReport.UNKNOWN);
    house.pbx.sees("c1", Whereabouts.RINGING);
    house.idle("100");
    house.passes(LANDING_TIME);
    assertThat(house.pbx.asked).hasSize(1);
    assertThat(house.pbx.delivered()).containsExactly("c1");
    assertThat(rings(house.lands(house.pbx.last()))).isEqualTo("100");
  }

  @Test
  void a_caller_who_is_gone_ends_and_the_phone_goes_to_the_next() {
    house.pbx.says(DeliveryReport.CALLER_GONE);
    house.pbx.sees("c1", Whereabouts.GONE);
    house.pbx.sees("c2", Whereabouts.GONE);
    house.idle("100");
    assertThat(house.pbx.delivered()).containsExactly("c1", "c2");
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.ABANDONED);
    assertThat(house.ear.outcomesOf("c2")).containsExactly(CallOutcome.ABANDONED);
    assertThat(rings(house.arrives("c3", "100"))).isEqualTo("100");
  }

  @Test
  void a_caller_somebody_else_took_is_withdrawn() {
    house.pbx.sees("c1", Whereabouts.ELSEWHERE);
    house.idle("100");
    house.passes(LANDING_TIME);
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.WITHDRAWN);
    assertThat(house.pbx.delivered()).containsExactly("c1", "c2");
  }

  @Test
  void a_caller_who_talks_already_is_marked_so_and_never_moved_again() {
    house.pbx.sees("c1", Whereabouts.TALKING);
    house.idle("100");
    house.reports("100", DeviceState.IN_USE);
    house.passes(LANDING_TIME);
    assertThat(house.ear.answers).containsExactly("c1 by 100 after 3 s");
    house.passes(Duration.ofMinutes(1));
    assertThat(house.pbx.delivered()).containsExactly("c1");
    house.hangsUp("c1");
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.ANSWERED);
  }

  @Test
  void an_answer_about_where_the_caller_was_before_the_landing_comes_too_late() {
    house.pbx.sees("c1", Whereabouts.WAITING);
    house.idle("100");
    house.pbx.hesitate();
    house.passes(LANDING_TIME);
    house.lands(house.pbx.last());
    house.pbx.speak(); // WAITING, but that was before.
    assertThat(house.queue()).containsExactly("c2");
    assertThat(house.pbx.delivered()).containsExactly("c1");
  }

  @Test
  void a_beat_that_crosses_the_landing_does_not_take_the_phone_away() {
    house.idle("100");
    house.lands(house.pbx.last());
    house.beats("c1");
    assertThat(house.queue()).containsExactly("c2");
    assertThat(house.pbx.delivered()).containsExactly("c1");
  }

  @Test
  void a_phone_that_is_busy_at_the_landing_sends_the_caller_back_to_the_old_place() {
    house.idle("100");
    house.lands(house.pbx.last());
    house.reports("100", DeviceState.IN_USE);
    RoutingAnswer after = house.ringEnds("c1", house.pbx.last().token(), RingOutcome.BUSY);
    assertThat(after.decision()).hasToString("wait for extension 100 at position 1");
    assertThat(house.queue()).containsExactly("c1", "c2");
  }

  @Test
  void somebody_who_answers_after_the_engine_gave_up_leaves_the_queue() {
    house.hangsUp("c2");
    house.idle("100");
    house.passes(LANDING_TIME); // Unknown whereabouts: back in the queue.
    assertThat(house.queue()).containsExactly("c1");
    house.answers("c1", "100");
    assertThat(house.queue()).isEmpty();
    house.passes(Duration.ofMinutes(1));
    assertThat(house.pbx.delivered()).containsExactly("c1");
    house.hangsUp("c1");
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.ANSWERED);
  }

  @Test
  void callers_of_two_priorities_are_served_by_priority_then_by_arrival() {
    house.arrives("vip", "100", 1);
    house.arrives("c3", "100");
    for (int i = 0; i < 4; i++) {
      house.idle("100");
      Delivery delivery = house.pbx.last();
      String call = delivery.call().value();
      house.lands(delivery);
      house.answers(call, "100");
      house.hangsUp(call);
    }
    house.idle("100");
    assertThat(house.pbx.delivered()).containsExactly("vip", "c1", "c2", "c3");
  }

  @Test
  void explanations_of_several_deliveries_at_once_each_name_a_phone_that_was_free() {
    House two =
        House.of(
            list ->
                list.extension("100", anna -> anna.device("PJSIP/100"))
                    .extension("101", ben -> ben.device("PJSIP/101"))
                    .huntGroup("700", all -> all.member("100").member("101")));
    two.reports("100", DeviceState.IN_USE);
    two.reports("101", DeviceState.IN_USE);
    two.arrives("c1", "700");
    two.arrives("c2", "700");
    two.connectsSeeing(
        List.of(
            House.report("100", DeviceState.NOT_IN_USE),
            House.report("101", DeviceState.NOT_IN_USE)),
        Map.of("c1", Whereabouts.WAITING, "c2", Whereabouts.WAITING));
    assertThat(two.pbx.delivered()).containsExactly("c1", "c2");
    assertThat(two.ear.deliveries.get(1).explanation().toString())
        .contains("extension 100 · availability: ringing: for call c1")
        .contains("extension 101 · availability: free");
  }

  @Test
  void a_phone_that_is_called_while_the_caller_is_on_the_way_does_not_ring_at_the_landing() {
    House house = House.ofOne();
    house.reports("100", DeviceState.IN_USE, "x");
    house.arrives("c1", "100");
    house.idle("100");
    house.reports("100", DeviceState.IN_USE, "y");
    assertThat(waits(house.lands(house.pbx.last()))).isTrue();
    assertThat(house.queue()).containsExactly("c1");
    house.idle("100");
    assertThat(rings(house.lands(house.pbx.last()))).isEqualTo("100");
  }

  private static House groupOfTwo() {
    House house =
        House.of(
            list ->
                list.extension("100", anna -> anna.device("PJSIP/100"))
                    .extension("101", ben -> ben.device("PJSIP/101"))
                    .huntGroup(
                        "700",
                        all ->
                            all.strategy(StandardStrategy.SIMULTANEOUS)
                                .member("100")
                                .member("101")));
    house.reports("100", DeviceState.IN_USE, "x");
    house.reports("101", DeviceState.IN_USE, "y");
    house.arrives("c1", "700");
    house.linkBreaks();
    house.connectsSeeing(
        List.of(
            House.report("100", DeviceState.NOT_IN_USE),
            House.report("101", DeviceState.NOT_IN_USE)),
        Map.of("c1", Whereabouts.WAITING));
    assertThat(House.targets(house.pbx.last().targets())).contains("100").contains("101");
    return house;
  }

  @Test
  void of_several_phones_those_ring_at_the_landing_that_are_still_free() {
    House house = groupOfTwo();
    house.reports("101", DeviceState.UNAVAILABLE);
    assertThat(rings(house.lands(house.pbx.last()))).isEqualTo("100");
  }

  @Test
  void an_agent_who_pauses_while_the_caller_is_on_the_way_does_not_ring_at_the_landing() {
    House house = groupOfTwo();
    house.router.setAttendance(
        DirectoryNumber.of("100"), new Attendance(true, Optional.of("lunch")));
    assertThat(rings(house.lands(house.pbx.last()))).isEqualTo("101");
  }
}
