package io.ringwright.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.DeviceLoad;
import io.ringwright.availability.DeviceReport;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.Device;
import io.ringwright.call.PbxId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeviceTableTest {

  private static final Device PHONE = Device.of("PJSIP/100");
  private static final PbxId ONE = PbxId.of("one");
  private static final PbxId TWO = PbxId.of("two");
  private static final CallId CALL = CallId.of("c1");
  private static final CallId OTHER = CallId.of("c2");
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  private final Openings openings = new Openings();
  private final DeviceTable table = new DeviceTable(openings, new Readings());

  @Test
  void a_device_of_which_nothing_was_heard_may_well_ring() {
    assertThat(table.load(PHONE)).isEqualTo(DeviceLoad.UNHEARD);
  }

  @Test
  void a_call_that_is_reserved_and_reported_counts_once() {
    table.reserve(PHONE, CALL);
    says(ONE, DeviceState.RINGING, CALL);
    assertThat(table.load(PHONE).inCall()).isZero();
    assertThat(table.load(PHONE).reserved()).isEqualTo(1);
  }

  private List<CallId> says(PbxId pbx, DeviceState state, CallId... calls) {
    return table.report(pbx, new DeviceReport(PHONE, state, Set.of(calls)), NOW);
  }

  @Test
  void a_talk_and_another_ring_count_two() {
    table.reserve(PHONE, CALL);
    table.talk(PHONE, CALL);
    table.reserve(PHONE, OTHER);
    says(ONE, DeviceState.RING_IN_USE, CALL, OTHER);
    assertThat(table.load(PHONE).inCall()).isEqualTo(1);
    assertThat(table.load(PHONE).reserved()).isEqualTo(1);
  }

  @Test
  void a_device_in_use_without_a_known_call_is_in_one() {
    says(ONE, DeviceState.IN_USE);
    assertThat(table.load(PHONE).inCall()).isEqualTo(1);
  }

  @Test
  void a_reservation_that_is_given_back_twice_is_given_back_once() {
    table.reserve(PHONE, CALL);
    table.reserve(PHONE, CALL);
    table.release(PHONE, CALL);
    table.release(PHONE, CALL);
    assertThat(table.load(PHONE).reserved()).isZero();
  }

  @Test
  void the_strongest_word_of_several_switches_counts_in_whichever_order_they_speak() {
    says(ONE, DeviceState.NOT_IN_USE);
    says(TWO, DeviceState.RINGING);
    assertThat(table.load(PHONE).state()).isEqualTo(DeviceState.RINGING);
    says(ONE, DeviceState.IN_USE);
    assertThat(table.load(PHONE).state()).isEqualTo(DeviceState.IN_USE);
    says(TWO, DeviceState.INVALID);
    says(ONE, DeviceState.NOT_IN_USE);
    assertThat(table.load(PHONE).state()).isEqualTo(DeviceState.NOT_IN_USE);
  }

  @Test
  void a_talk_is_over_when_the_switch_no_longer_reports_it_and_not_before_it_did() {
    table.talk(PHONE, CALL);
    assertThat(says(ONE, DeviceState.NOT_IN_USE)).as("not heard of yet").isEmpty();
    assertThat(says(ONE, DeviceState.IN_USE, CALL)).isEmpty();
    assertThat(says(ONE, DeviceState.NOT_IN_USE)).containsExactly(CALL);
  }

  @Test
  void a_hang_up_begins_the_wrap_up_and_the_idle_time_once() {
    table.talk(PHONE, CALL);
    table.hangUp(PHONE, CALL, Duration.ofSeconds(30), NOW);
    table.hangUp(PHONE, CALL, Duration.ofSeconds(30), NOW.plusSeconds(20));
    assertThat(table.load(PHONE).wrapUpUntil()).isEqualTo(NOW.plusSeconds(30));
    assertThat(table.load(PHONE).idleSince()).isEqualTo(NOW);
  }

  @Test
  void a_phone_that_is_taken_opens_nothing_and_one_that_is_released_may_serve_somebody() {
    table.reserve(PHONE, CALL);
    assertThat(openings.takeChanged()).containsExactly(PHONE);
    assertThat(openings.isPending()).isFalse();
    table.release(PHONE, CALL);
    assertThat(openings.takeChanged()).containsExactly(PHONE);
    assertThat(openings.touchedDevices()).containsExactly(PHONE);
  }

  @Test
  void a_call_of_its_own_ends_the_idle_time_too() {
    says(ONE, DeviceState.IN_USE);
    says(ONE, DeviceState.NOT_IN_USE);
    assertThat(table.load(PHONE).idleSince()).isEqualTo(NOW);
  }

  @Test
  void a_ring_that_nobody_answered_does_not_end_the_idle_time() {
    says(ONE, DeviceState.RINGING);
    says(ONE, DeviceState.NOT_IN_USE);
    assertThat(table.load(PHONE).idleSince()).isEqualTo(Instant.MIN);
  }
}
