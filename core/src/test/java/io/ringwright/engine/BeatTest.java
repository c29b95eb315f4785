package io.ringwright.engine;

import static io.ringwright.engine.House.rings;
import static io.ringwright.engine.House.waits;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.PbxId;
import io.ringwright.call.RejectReason;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.port.Telephony.Whereabouts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BeatTest {

  private final House house =
      House.of(
          list ->
              list.extension(
                  "100", anna -> anna.device("PJSIP/100").longestWait(Duration.ofMinutes(2))));

  private void twoWaitWithoutALink() {
    house.reports("100", DeviceState.IN_USE);
    house.arrives("c1", "100");
    house.passes(Duration.ofSeconds(1));
    house.arrives("c2", "100");
    house.linkBreaks();
    house.idle("100");
  }

  @Test
  void a_beat_is_answered_with_the_position() {
    house.reports("100", DeviceState.IN_USE);
    house.arrives("c1", "100");
    house.arrives("c2", "100");
    assertThat(house.beats("c2").decision()).hasToString("wait for extension 100 at position 2");
  }

  @Test
  void without_a_link_nobody_is_moved_and_the_first_in_the_queue_rings_at_the_next_beat() {
    twoWaitWithoutALink();
    assertThat(house.pbx.deliveries).isEmpty();
    assertThat(waits(house.beats("c2"))).as("not the second's turn").isTrue();
    assertThat(rings(house.beats("c1"))).isEqualTo("100");
    assertThat(waits(house.beats("c2"))).isTrue();
  }

  @Test
  void with_a_link_a_beat_rings_nothing_because_the_delivery_is_under_way() {
    house.reports("100", DeviceState.IN_USE);
    house.arrives("c1", "100");
    house.idle("100");
    assertThat(waits(house.beats("c1"))).isTrue();
    assertThat(rings(house.lands(house.pbx.last()))).isEqualTo("100");
  }

  @Test
  void a_forgotten_caller_takes_the_old_place() {
    house.reports("100", DeviceState.IN_USE);
    house.arrives("c1", "100");
    house.passes(Duration.ofSeconds(10));
    house.arrives("c2", "100");
    forgetEverything();
    house.beats("c2");
    house.beats("c1");
    assertThat(house.queue()).containsExactly("c1", "c2");
  }

  private void forgetEverything() {
    house.engineForgets();
    house.connects();
    house.reports("100", DeviceState.IN_USE);
  }

  @Test
  void a_caller_whose_ring_ended_unseen_goes_back_in_the_queue_by_the_beat() {
    house.arrives("c1", "100");
    house.passes(Duration.ofSeconds(25));
    assertThat(waits(house.beats("c1"))).isTrue();
    assertThat(house.pbx.delivered()).as("served again at once").containsExactly("c1");
  }

  @Test
  void a_caller_who_waited_too_long_hears_so_at_the_beat() {
    twoWaitWithoutALink();
    house.reports("100", DeviceState.IN_USE);
    house.passes(Duration.ofSeconds(121));
    RoutingAnswer answer = house.beats("c1");
    assertThat(answer.decision())
        .isEqualTo(new RoutingDecision.Reject(RejectReason.WAITED_TOO_LONG));
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.REJECTED);
    assertThat(house.ear.decisions).contains(answer);
  }

  @Test
  void a_caller_of_a_dead_switch_does_not_keep_a_phone_from_the_others() {
    PbxId dead = PbxId.of("dead");
    house.reports("100", DeviceState.IN_USE);
    house.arrivesAt(dead, "c1", "100", 1);
    house.arrives("c2", "100");
    house.idle("100");
    assertThat(house.pbx.deliveries).as("c1 may still beat").isEmpty();
    house.passes(Duration.ofSeconds(66));
    house.idle("100");
    assertThat(house.pbx.delivered()).containsExactly("c2");
  }

  @Test
  void a_caller_of_a_dead_switch_is_gone_after_ten_silent_minutes() {
    House patient = House.unlinked(list -> list.extension("100", anna -> anna.device("PJSIP/100")));
    patient.reports("100", DeviceState.IN_USE);
    patient.arrives("c1", "100");
    patient.arrives("c2", "100");
    for (int beats = 0; beats < 21; beats++) {
      patient.passes(Duration.ofSeconds(30));
      patient.beats("c2");
    }
    assertThat(patient.queue()).containsExactly("c2");
    assertThat(patient.ear.outcomesOf("c1")).containsExactly(CallOutcome.ABANDONED);
  }

  @Test
  void a_silent_caller_is_gone_ten_minutes_after_the_link_was_lost_and_not_before() {
    House patient = House.of(list -> list.extension("100", anna -> anna.device("PJSIP/100")));
    patient.reports("100", DeviceState.IN_USE);
    patient.arrives("c1", "100");
    patient.passes(Duration.ofMinutes(30));
    assertThat(patient.queue()).as("the link would tell").containsExactly("c1");
    patient.linkBreaks();
    patient.passes(Duration.ofMinutes(10).minusSeconds(1));
    assertThat(patient.queue()).containsExactly("c1");
    patient.passes(Duration.ofSeconds(2));
    assertThat(patient.queue()).isEmpty();
    assertThat(patient.ear.outcomesOf("c1")).containsExactly(CallOutcome.ABANDONED);
  }

  @Test
  void a_link_that_comes_back_in_time_keeps_a_silent_caller() {
    House patient = House.of(list -> list.extension("100", anna -> anna.device("PJSIP/100")));
    patient.reports("100", DeviceState.IN_USE);
    patient.arrives("c1", "100");
    patient.linkBreaks();
    patient.passes(Duration.ofMinutes(9));
    patient.connectsSeeing(
        List.of(House.report("100", DeviceState.IN_USE)), Map.of("c1", Whereabouts.WAITING));
    patient.linkBreaks();
    patient.passes(Duration.ofMinutes(9));
    assertThat(patient.queue()).containsExactly("c1");
  }
}
