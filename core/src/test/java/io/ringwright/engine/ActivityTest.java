package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.Attendance;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.RingOutcome;
import io.ringwright.view.Activity;
import io.ringwright.view.Activity.State;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What extension 100 does, as a wallboard shows it, and since when. */
class ActivityTest {

  private static final DirectoryNumber ANNA = DirectoryNumber.of("100");

  private final House house =
      House.ofOne(
          anna ->
              anna.wrapUp(Duration.ofSeconds(20))
                  .leaveAloneAfter(
                      RingOutcome.BUSY, 1, Duration.ofMinutes(1), Duration.ofMinutes(1)));

  private Activity activity() {
    return house.router.view().extensions().get(0).activity();
  }

  private void expect(State state, int second) {
    assertThat(activity().state()).isEqualTo(state);
    assertThat(activity().since()).contains(House.START.plusSeconds(second));
  }

  private void second(int at) {
    house.passes(Duration.between(house.clock.instant(), House.START.plusSeconds(at)));
  }

  @Test
  void a_call_is_seen_from_the_ring_to_the_end_of_the_wrap_up() {
    expect(State.FREE, 0);
    second(1);
    house.arrives("c1", "100");
    second(3);
    expect(State.RINGING, 1);
    assertThat(activity().call()).contains(house.channel("c1").id());
    house.answers("c1", "100");
    second(5);
    expect(State.TALKING, 3);
    assertThat(activity().call()).contains(house.channel("c1").id());
    house.hangsUp("c1");
    house.idle("100");
    second(9);
    expect(State.WRAP_UP, 5);
    second(40);
    expect(State.FREE, 25);
  }

  @Test
  void who_is_away_is_seen_with_the_reason_and_since_when() {
    second(2);
    house.router.setAttendance(ANNA, new Attendance(true, Optional.of("lunch")));
    second(4);
    house.router.setAttendance(ANNA, new Attendance(true, Optional.of("lunch")));
    expect(State.PAUSED, 2);
    assertThat(activity().reason()).contains("lunch");
    house.router.setAttendance(ANNA, new Attendance(false, Optional.empty()));
    expect(State.LOGGED_OUT, 4);
    second(6);
    house.router.setAttendance(ANNA, Attendance.PRESENT);
    expect(State.FREE, 6);
  }

  @Test
  void a_phone_that_is_gone_or_in_a_call_of_its_own_is_seen_since_the_switch_said_so() {
    second(3);
    house.reports("100", DeviceState.UNAVAILABLE);
    second(5);
    house.reports("100", DeviceState.UNAVAILABLE);
    expect(State.UNREACHABLE, 3);
    house.reports("100", DeviceState.IN_USE);
    expect(State.ENGAGED, 5);
  }

  @Test
  void what_is_known_outlasts_a_restart() {
    second(2);
    house.router.setAttendance(ANNA, new Attendance(true, Optional.of("lunch")));
    house.engineRestarts();
    expect(State.PAUSED, 2);
  }
}
