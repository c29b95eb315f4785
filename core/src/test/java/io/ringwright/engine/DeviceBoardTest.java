package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.engine.state.DeviceTable;
import io.ringwright.availability.DeviceLoad;
import io.ringwright.availability.DeviceReport;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.Device;
import io.ringwright.call.PbxId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeviceBoardTest {

  private static final Device PHONE = Device.of("PJSIP/100");
  private static final PbxId ONE = PbxId.of("one");
  private static final PbxId TWO = PbxId.of("two");
  private static final CallId CALL = CallId.of("c1");
  private static final CallId OTHER = CallId.of("c2");
  private static final Instant NOW = House.START;

  private final List<String> heard = new ArrayList<>();
  private final DeviceTable board = new DeviceTable(new Notes());

  @Test
  void a_device_of_which_nothing_was_heard_may_well_ring() {
    assertThat(board.occupancy(PHONE)).isEqualTo(DeviceLoad.UNHEARD);
  }

  @Test
  void a_call_that_is_reserved_and_reported_counts_once() {
    board.reserve(PHONE, CALL);
    says(ONE, DeviceState.RINGING, CALL);
    assertThat(board.occupancy(PHONE).inCall()).isZero();
    assertThat(board.occupancy(PHONE).reserved()).isEqualTo(1);
  }

  private Set<CallId> says(PbxId pbx, DeviceState state, CallId... calls) {
    return board.report(pbx, new DeviceReport(PHONE, state, Set.of(calls)), NOW);
  }

  @Test
  void a_talk_and_another_ring_count_two() {
    board.reserve(PHONE, CALL);
    board.talk(PHONE, CALL);
    board.reserve(PHONE, OTHER);
    says(ONE, DeviceState.RING_IN_USE, CALL, OTHER);
    assertThat(board.occupancy(PHONE).inCall()).isEqualTo(1);
    assertThat(board.occupancy(PHONE).reserved()).isEqualTo(1);
  }

  @Test
  void a_device_in_use_without_a_known_call_is_in_one() {
    says(ONE, DeviceState.IN_USE);
    assertThat(board.occupancy(PHONE).inCall()).isEqualTo(1);
  }

  @Test
  void a_reservation_that_is_given_back_twice_is_given_back_once() {
    board.reserve(PHONE, CALL);
    board.reserve(PHONE, CALL);
    board.release(PHONE, CALL);
    board.release(PHONE, CALL);
    assertThat(board.occupancy(PHONE).reserved()).isZero();
  }

  @Test
  void the_strongest_word_of_several_switches_counts_in_whichever_order_they_speak() {
    says(ONE, DeviceState.NOT_IN_USE);
    says(TWO, DeviceState.RINGING);
    assertThat(board.occupancy(PHONE).state()).isEqualTo(DeviceState.RINGING);
    says(ONE, DeviceState.IN_USE);
    assertThat(board.occupancy(PHONE).state()).isEqualTo(DeviceState.IN_USE);
    says(TWO, DeviceState.INVALID);
    says(ONE, DeviceState.NOT_IN_USE);
    assertThat(board.occupancy(PHONE).state()).isEqualTo(DeviceState.NOT_IN_USE);
  }

  @Test
  void a_talk_is_over_when_the_switch_no_longer_reports_it_and_not_before_it_did() {
    board.talk(PHONE, CALL);
    assertThat(says(ONE, DeviceState.NOT_IN_USE)).as("not heard of yet").isEmpty();
    assertThat(says(ONE, DeviceState.IN_USE, CALL)).isEmpty();
    assertThat(says(ONE, DeviceState.NOT_IN_USE)).containsExactly(CALL);
  }

  @Test
  void a_hang_up_begins_the_wrap_up_and_the_idle_time_once() {
    board.talk(PHONE, CALL);
    board.hangUp(PHONE, CALL, Duration.ofSeconds(30), NOW);
    board.hangUp(PHONE, CALL, Duration.ofSeconds(30), NOW.plusSeconds(20));
    assertThat(board.occupancy(PHONE).wrapUpUntil()).isEqualTo(NOW.plusSeconds(30));
    assertThat(board.occupancy(PHONE).idleSince()).isEqualTo(NOW);
  }

  @Test
  void whoever_watches_hears_whether_a_phone_may_serve_more_or_less() {
    board.reserve(PHONE, CALL);
    board.giveBack(PHONE, CALL);
    assertThat(heard).containsExactly("taken", "taken");
    board.reserve(PHONE, CALL);
    board.release(PHONE, CALL);
    assertThat(heard).endsWith("taken", "touched");
  }

  /** What the board says. */
  private final class Notes implements DeviceTable.Watcher {
    @Override
    public void touched(Device device) {
      heard.add("touched");
    }

    @Override
    public void taken(Device device) {
      heard.add("taken");
    }
  }

  @Test
  void a_call_of_its_own_ends_the_idle_time_too() {
    says(ONE, DeviceState.IN_USE);
    says(ONE, DeviceState.NOT_IN_USE);
    assertThat(board.occupancy(PHONE).idleSince()).isEqualTo(NOW);
  }

  @Test
  void a_ring_that_nobody_answered_does_not_end_the_idle_time() {
    says(ONE, DeviceState.RINGING);
    says(ONE, DeviceState.NOT_IN_USE);
    assertThat(board.occupancy(PHONE).idleSince()).isEqualTo(Instant.MIN);
  }
}
