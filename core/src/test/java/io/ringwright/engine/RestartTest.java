package io.ringwright.engine;

import static io.ringwright.engine.House.rings;
import static io.ringwright.engine.House.waits;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.DeviceReport;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.port.Telephony.Delivery;
import io.ringwright.port.Telephony.Whereabouts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The engine stops and starts; the store kept what it was told. */
class RestartTest {

  private static final List<DeviceReport> IDLE =
      List.of(House.report("100", DeviceState.NOT_IN_USE));

  private final House house =
      House.of(list -> list.extension("100", anna -> anna.device("PJSIP/100")));

  @BeforeEach
  void two_wait() {
    house.reports("100", DeviceState.IN_USE);
    house.arrives("c1", "100");
    house.passes(Duration.ofSeconds(1));
    house.arrives("c2", "100");
  }

  @Test
  void calls_that_waited_are_in_line_at_their_old_places() {
    house.engineRestarts();
    assertThat(house.line()).containsExactly("c1", "c2");
    house.connectsSeeing(IDLE, bothWait());
    assertThat(house.pbx.delivered()).containsExactly("c1");
    assertThat(rings(house.lands(house.pbx.last()))).isEqualTo("100");
  }

  private static Map<String, Whereabouts> bothWait() {
    return Map.of("c1", Whereabouts.WAITING, "c2", Whereabouts.WAITING);
  }

  @Test
  void a_call_that_was_claimed_and_not_moved_is_claimed_anew() {
    house.idle("100");
    house.engineRestarts();
    assertThat(house.line()).containsExactly("c1", "c2");
    house.connectsSeeing(IDLE, bothWait());
    assertThat(house.pbx.delivered()).containsExactly("c1", "c1");
    assertThat(rings(house.lands(house.pbx.last()))).isEqualTo("100");
  }

  @Test
  void a_landing_from_before_the_stop_goes_back_to_wait_and_is_moved_anew() {
    house.idle("100");
    Delivery before = house.pbx.last();
    house.engineRestarts();
    assertThat(waits(house.lands(before))).isTrue();
    house.connectsSeeing(IDLE, bothWait());
    assertThat(rings(house.lands(house.pbx.last()))).isEqualTo("100");
  }

  @Test
  void a_ring_from_before_the_stop_that_nobody_answered_goes_back_in_line_and_can_land_again() {
    house.idle("100");
    Delivery before = house.pbx.last();
    house.lands(before);
    house.engineRestarts();
    house.connectsSeeing(
        List.of(House.report("100", DeviceState.RINGING, "c1")),
        Map.of("c1", Whereabouts.RINGING, "c2", Whereabouts.WAITING));
    assertThat(house.pbx.delivered()).as("nobody is torn from a phone").containsExactly("c1");
    house.idle("100");
    RoutingAnswer after = house.ringEnds("c1", before.token(), RingOutcome.NO_REPLY);
    assertThat(waits(after)).isTrue();
    house.hangsUp("c2");
    house.idle("100");
    assertThat(rings(house.lands(house.pbx.last()))).isEqualTo("100");
  }

  @Test
  void callers_who_left_while_the_engine_was_down_are_ended_by_the_first_snapshot() {
    house.engineRestarts();
    house.connectsSeeing(IDLE, Map.of("c2", Whereabouts.WAITING));
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.ABANDONED);
    assertThat(house.pbx.delivered()).containsExactly("c2");
  }

  @Test
  void a_caller_who_talks_by_the_time_of_the_first_snapshot_is_not_moved() {
    house.idle("100");
    house.lands(house.pbx.last());
    house.engineRestarts();
    house.connectsSeeing(
        List.of(House.report("100", DeviceState.IN_USE, "c1")),
        Map.of("c1", Whereabouts.TALKING, "c2", Whereabouts.WAITING));
    assertThat(house.pbx.delivered()).containsExactly("c1");
    house.hangsUp("c1");
    house.idle("100");
    assertThat(house.pbx.delivered()).containsExactly("c1", "c2");
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.ANSWERED);
  }

  @Test
  void nobody_is_moved_of_whom_nothing_was_heard_since_the_start() {
    house.engineRestarts();
    house.connectsSeeing(IDLE, Map.of("c1", Whereabouts.ELSEWHERE, "c2", Whereabouts.WAITING));
    assertThat(house.pbx.delivered()).containsExactly("c2");
  }

  @Test
  void tokens_grow_over_a_restart() {
    house.idle("100");
    Delivery before = house.pbx.last();
    house.passes(Duration.ofMillis(5));
    house.engineRestarts();
    house.connectsSeeing(IDLE, bothWait());
    assertThat(house.pbx.last().token().value()).isGreaterThan(before.token().value());
  }
}
