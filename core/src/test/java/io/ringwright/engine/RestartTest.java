package io.ringwright.engine;

import static io.ringwright.engine.House.rings;
import static io.ringwright.engine.House.waits;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.Attendance;
import io.ringwright.availability.DeviceReport;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.port.PbxSnapshot;
import io.ringwright.port.Telephony.Delivery;
import io.ringwright.port.Telephony.Whereabouts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The engine stops and starts; the journal kept every event. */
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
  void calls_that_waited_are_in_the_queue_at_their_old_places() {
    house.engineRestarts();
    assertThat(house.queue()).containsExactly("c1", "c2");
    house.connectsSeeing(IDLE, bothWait());
    assertThat(house.pbx.delivered()).containsExactly("c1");
    assertThat(rings(house.lands(house.pbx.last()))).isEqualTo("100");
  }

  private static Map<String, Whereabouts> bothWait() {
    return Map.of("c1", Whereabouts.WAITING, "c2", Whereabouts.WAITING);
  }

  @Test
  void a_call_that_was_delivered_stays_on_the_way_and_is_looked_for() {
    house.idle("100");
    Delivery before = house.pbx.last();
    house.engineRestarts();
    assertThat(house.queue()).containsExactly("c2");
    house.pbx.sees("c1", Whereabouts.WAITING);
    house.connectsSeeing(IDLE, bothWait());
    house.passes(Duration.ofSeconds(3));
    assertThat(house.pbx.asked).contains(CallId.of("c1"));
    assertThat(house.pbx.delivered()).containsExactly("c1", "c1");
    assertThat(house.pbx.last().token()).as("sent again").isEqualTo(before.token());
    assertThat(rings(house.lands(house.pbx.last()))).isEqualTo("100");
  }

  @Test
  void nobody_is_silent_while_no_engine_runs() {
    house.linkBreaks();
    house.passes(Duration.ofSeconds(1));
    house.clock.moveTo(house.clock.instant().plus(Duration.ofHours(3)));
    house.engineRestarts();
    house.passes(Duration.ofMinutes(10).minusSeconds(1));
    assertThat(house.queue()).containsExactly("c1", "c2");
    house.passes(Duration.ofSeconds(1));
    assertThat(house.queue()).isEmpty();
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.ABANDONED);
  }

  @Test
  void a_landing_after_the_stop_with_the_token_from_before_rings() {
    house.idle("100");
    Delivery before = house.pbx.last();
    house.engineRestarts();
    assertThat(rings(house.lands(before))).isEqualTo("100");
  }

  @Test
  void a_landing_with_a_token_that_a_journal_forgot_goes_back_to_wait_and_is_moved_anew() {
    house.idle("100");
    Delivery before = house.pbx.last();
    house.engineForgets();
    assertThat(waits(house.lands(before))).isTrue();
    house.connectsSeeing(IDLE, bothWait());
    assertThat(rings(house.lands(house.pbx.last()))).isEqualTo("100");
  }

  @Test
  void
      a_ring_from_before_the_stop_that_nobody_answered_goes_back_to_its_place_and_can_land_again() {
    house.idle("100");
    Delivery before = house.pbx.last();
    house.lands(before);
    house.engineRestarts();
    house.connectsSeeing(
        List.of(House.report("100", DeviceState.RINGING, "c1")),
        Map.of("c1", Whereabouts.RINGING, "c2", Whereabouts.WAITING));
    assertThat(house.pbx.delivered()).as("nobody is torn from a phone").containsExactly("c1");
    house.idle("100");
    house.hangsUp("c2");
    RoutingAnswer after = house.ringEnds("c1", before.token(), RingOutcome.NO_REPLY);
    assertThat(waits(after)).isTrue();
    house.passes(Duration.ofSeconds(11));
    assertThat(rings(house.lands(house.pbx.last()))).isEqualTo("100");
  }

  @Test
  void who_talks_and_who_rests_after_a_talk_is_known_after_the_start() {
    House tired =
        House.of(
            list ->
                list.extension(
                        "100", anna -> anna.device("PJSIP/100").wrapUp(Duration.ofMinutes(1)))
                    .huntGroup("700", all -> all.member("100")));
    tired.arrives("c1", "700");
    tired.answers("c1", "100");
    tired.engineRestarts();
    tired.connectsSeeing(
        List.of(House.report("100", DeviceState.IN_USE, "c1")), Map.of("c1", Whereabouts.TALKING));
    tired.arrives("c2", "700");
    tired.hangsUp("c1");
    tired.idle("100");
    tired.engineRestarts();
    tired.connectsSeeing(IDLE, Map.of("c2", Whereabouts.WAITING));
    assertThat(tired.pbx.deliveries).as("in wrap-up").isEmpty();
    tired.passes(Duration.ofMinutes(1));
    assertThat(tired.pbx.delivered()).containsExactly("c2");
  }

  @Test
  void attendance_survives() {
    house.router.setAttendance(
        DirectoryNumber.of("100"), new Attendance(true, Optional.of("lunch")));
    house.engineRestarts();
    assertThat(house.router.attendance(DirectoryNumber.of("100")).pausedFor()).contains("lunch");
  }

  @Test
  void nothing_is_told_twice_because_of_a_restart() {
    int decisions = house.ear.decisions.size();
    house.hangsUp("c2");
    house.engineRestarts();
    assertThat(house.ear.decisions).hasSize(decisions);
    assertThat(house.ear.outcomesOf("c2")).containsExactly(CallOutcome.ABANDONED);
  }

  @Test
  void the_phone_list_of_before_is_read_from_the_journal_and_the_one_of_now_is_installed() {
    house.directory.replace(
        House.phones(
            list ->
                list.extension("100", anna -> anna.device("PJSIP/100").doNotDisturb())
                    .extension("101", ben -> ben.device("PJSIP/101"))));
    house.engineRestarts();
    house.connectsSeeing(IDLE, bothWait());
    assertThat(rings(house.arrives("c3", "101"))).isEqualTo("101");
    assertThat(house.queue()).as("100 is not to be disturbed").containsExactly("c1", "c2");
    assertThat(house.kept.entries())
        .filteredOn(line -> line.contains(" phone-list-installed "))
        .hasSize(2);
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
  void without_a_journal_nobody_is_moved_of_whom_nothing_was_heard_since_the_start() {
    house.engineForgets();
    house.connectsSeeing(IDLE, Map.of("c1", Whereabouts.ELSEWHERE, "c2", Whereabouts.WAITING));
    assertThat(house.pbx.delivered()).containsExactly("c2");
  }

  @Test
  void tokens_grow_over_a_restart() {
    house.idle("100");
    Delivery before = house.pbx.last();
    house.engineRestarts();
    house.connectsSeeing(IDLE, bothWait());
    house.hangsUp("c1");
    assertThat(house.pbx.delivered()).containsExactly("c1", "c2");
    assertThat(house.pbx.last().token().value()).isGreaterThan(before.token().value());
  }

  @Test
  void tokens_grow_over_a_restart_without_a_journal_as_long_as_the_clock_does() {
    house.idle("100");
    Delivery before = house.pbx.last();
    house.clock.advance(Duration.ofMillis(5));
    house.engineForgets();
    house.connectsSeeing(IDLE, bothWait());
    assertThat(house.pbx.last().token().value()).isGreaterThan(before.token().value());
  }

  @Test
  void a_talk_that_its_caller_has_left_goes_on_until_the_phone_is_hung_up() {
    House resting =
        House.of(
            list ->
                list.extension(
                        "100", anna -> anna.device("PJSIP/100").wrapUp(Duration.ofSeconds(9)))
                    .huntGroup("700", all -> all.member("100")));
    resting.kept.keepImageEvery(1);
    resting.arrives("c1", "700");
    resting.answers("c1", "100");
    resting.passes(Duration.ofSeconds(60));
    resting.engineRestarts();
    DeviceReport talks = House.report("100", DeviceState.IN_USE, "c1");
    resting.router.pbxConnected(
        new PbxSnapshot(
            House.PBX,
            resting.clock.instant(),
            List.of(talks),
            Set.of(CallId.of("c1")), // The phone remembers it: no channel of the caller is left.
            List.of()));
    assertThat(resting.ear.outcomesOf("c1")).isEmpty();
    resting.idle("100");
    resting.hangsUp("c1");
    assertThat(resting.ear.outcomesOf("c1")).containsExactly(CallOutcome.ANSWERED);
    assertThat(waits(resting.arrives("c2", "700"))).as("in wrap-up").isTrue();
  }
}
