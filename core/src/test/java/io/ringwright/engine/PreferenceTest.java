package io.ringwright.engine;

import static io.ringwright.engine.House.rings;
import static io.ringwright.engine.House.waits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.availability.Attendance;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.OrderAnswer;
import io.ringwright.call.OrderRefusal;
import io.ringwright.call.Preference;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.port.Telephony.Whereabouts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A call prefers one extension for a while. */
class PreferenceTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final DirectoryNumber CLARA = DirectoryNumber.of("102");

  private final House house =
      House.of(
          list ->
              list.extension("100", anna -> anna.device("PJSIP/100"))
                  .extension("101", ben -> ben.device("PJSIP/101"))
                  .extension(
                      "102", clara -> clara.device("PJSIP/102").wrapUp(Duration.ofSeconds(9)))
                  .extension("199", night -> night.device("PJSIP/199"))
                  .huntGroup(
                      "700",
                      all ->
                          all.member("100")
                              .member("101")
                              .longestWait(Duration.ofSeconds(30))
                              .overflow("199"))
                  .huntGroup("701", all -> all.member("100").queueLimit(0).overflow("199")));

  private RoutingAnswer prefers(String call, String number, Duration time) {
    return house.router.callArrived(
        House.inbound(house.remembers(call, number)).preferring(new Preference(CLARA, time)));
  }

  private OrderAnswer prefer(String call, DirectoryNumber extension, Duration time) {
    return house.router.prefer(CallId.of(call), extension, time).toCompletableFuture().join();
  }

  private void claraTalks() {
    house.reports("102", DeviceState.IN_USE, "x");
  }

  private String delivered() {
    return House.targets(house.pbx.last().targets());
  }

  @Test
  void the_preferred_extension_rings_before_members_who_are_free() {
    RoutingAnswer answer = prefers("c1", "700", MINUTE);
    assertThat(rings(answer)).isEqualTo("102");
    assertThat(answer.explanation().summary()).isEqualTo("rings 102: free, preferred");
    assertThat(answer.explanation().toString())
        .contains("extension 102 · preference: preferred until 09:01:00");
  }

  @Test
  void while_it_is_engaged_the_call_waits_for_it_beside_free_phones() {
    claraTalks();
    RoutingAnswer answer = prefers("c1", "700", MINUTE);
    assertThat(waits(answer)).isTrue();
    assertThat(answer.explanation().summary()).contains("not rung: 102 engaged");
    house.idle("100");
    assertThat(house.pbx.deliveries).isEmpty();
    house.idle("102");
    assertThat(delivered()).isEqualTo("102");
  }

  @Test
  void when_the_time_is_over_it_is_a_call_of_its_queue_at_the_old_place() {
    claraTalks();
    prefers("c1", "700", Duration.ofSeconds(10));
    house.passes(Duration.ofMillis(9_999));
    assertThat(house.pbx.deliveries).isEmpty();
    house.passes(Duration.ofMillis(1));
    assertThat(delivered()).isEqualTo("100");
  }

  @Test
  void the_place_is_kept_against_those_who_came_later() {
    claraTalks();
    house.reports("100", DeviceState.IN_USE, "y");
    house.reports("101", DeviceState.IN_USE, "z");
    prefers("c1", "700", Duration.ofSeconds(10));
    house.passes(Duration.ofSeconds(1));
    house.arrives("c2", "700");
    house.passes(Duration.ofSeconds(10));
    house.idle("100");
    assertThat(house.pbx.delivered()).containsExactly("c1");
  }

  @Test
  void meanwhile_others_behind_are_served_by_the_phones_that_it_does_not_want() {
    claraTalks();
    house.reports("100", DeviceState.IN_USE, "y");
    house.reports("101", DeviceState.IN_USE, "z");
    prefers("c1", "700", MINUTE);
    house.arrives("c2", "700");
    house.idle("100");
    assertThat(house.pbx.delivered()).containsExactly("c2");
  }

  @Test
  void a_newcomer_for_the_preferred_extension_does_not_overtake() {
    claraTalks();
    prefers("c1", "700", MINUTE);
    house.passes(Duration.ofSeconds(1));
    house.arrives("c2", "102");
    house.idle("102");
    assertThat(house.pbx.delivered()).containsExactly("c1");
  }

  @Test
  void who_is_in_wrap_up_could_answer_and_is_waited_for() {
    prefers("c0", "102", MINUTE);
    house.answers("c0", "102");
    house.hangsUp("c0");
    house.idle("102");
    assertThat(waits(prefers("c1", "700", MINUTE))).isTrue();
    house.passes(Duration.ofSeconds(9));
    assertThat(delivered()).isEqualTo("102");
  }

  @Test
  void who_cannot_answer_is_not_waited_for() {
    house.router.setAttendance(CLARA, new Attendance(true, Optional.of("lunch")));
    RoutingAnswer answer = prefers("c1", "700", MINUTE);
    assertThat(rings(answer)).isEqualTo("100");
    assertThat(answer.explanation().toString()).contains("preference: preferred, but paused");
  }

  @Test
  void as_soon_as_it_is_plain_that_it_cannot_answer_the_call_goes_on_as_any_other() {
    claraTalks();
    prefers("c1", "700", MINUTE);
    house.router.setAttendance(CLARA, new Attendance(false, Optional.empty()));
    assertThat(delivered()).isEqualTo("100");
  }

  @Test
  void a_preferred_phone_that_is_lost_lets_the_call_go_on_at_once() {
    claraTalks();
    prefers("c1", "700", MINUTE);
    house.reports("102", DeviceState.UNAVAILABLE);
    assertThat(delivered()).isEqualTo("100");
  }

  @Test
  void a_preferred_phone_that_does_not_answer_is_preferred_no_more() {
    RoutingAnswer first = prefers("c1", "700", MINUTE);
    RoutingAnswer next = house.ringEnds("c1", House.token(first), RingOutcome.NO_REPLY);
    assertThat(rings(next)).isEqualTo("100");
    house.passes(Duration.ofSeconds(5));
    assertThat(house.router.waitingCalls()).isEmpty();
  }

  @Test
  void the_longest_wait_and_the_queue_limit_count_on() {
    claraTalks();
    prefers("c1", "700", MINUTE);
    house.passes(Duration.ofSeconds(30));
    assertThat(delivered()).as("the overflow").isEqualTo("199");
    assertThat(rings(prefers("c2", "701", MINUTE))).as("c1 has 199").isEmpty();
  }

  @Test
  void a_queue_that_lets_nobody_wait_sends_the_call_to_its_overflow_where_nobody_is_preferred() {
    claraTalks();
    assertThat(rings(prefers("c1", "701", MINUTE))).isEqualTo("199");
  }

  @Test
  void the_host_orders_it_for_a_waiting_caller() {
    claraTalks();
    house.reports("100", DeviceState.IN_USE, "y");
    house.reports("101", DeviceState.IN_USE, "z");
    house.arrives("c1", "700");
    assertThat(prefer("c1", CLARA, MINUTE)).isInstanceOf(OrderAnswer.Done.class);
    house.idle("100");
    assertThat(house.pbx.deliveries).isEmpty();
    house.idle("102");
    assertThat(delivered()).isEqualTo("102");
  }

  @Test
  void who_prefers_somebody_overflows_when_that_one_leaves_too_and_nobody_is_there() {
    Attendance gone = new Attendance(false, Optional.empty());
    house.router.setAttendance(DirectoryNumber.of("100"), gone);
    house.router.setAttendance(DirectoryNumber.of("101"), gone);
    claraTalks();
    assertThat(waits(prefers("c1", "700", MINUTE))).isTrue();
    house.router.setAttendance(CLARA, gone);
    assertThat(delivered()).isEqualTo("199");
  }

  @Test
  void who_is_left_alone_by_everybody_is_not_waited_for() {
    House other =
        House.of(
            list ->
                list.extension("100", anna -> anna.device("PJSIP/100"))
                    .extension("102", clara -> clara.device("PJSIP/102"))
                    .huntGroup("700", all -> all.member("100"))
                    .huntGroup("702", own -> own.member("102")));
    for (String call : List.of("a", "b")) {
      RoutingAnswer answer = other.arrives(call, "702");
      other.ringEnds(call, House.token(answer), RingOutcome.REJECTED);
      other.hangsUp(call);
    }
    RoutingAnswer answer =
        other.router.callArrived(
            House.inbound(other.remembers("c1", "700")).preferring(new Preference(CLARA, MINUTE)));
    assertThat(rings(answer)).isEqualTo("100");
    assertThat(answer.explanation().toString()).contains("preferred, but left alone");
  }

  private void claraRefusesTwo(String called) {
    for (String call : List.of("a", "b")) {
      RoutingAnswer answer = prefers(call, called, MINUTE);
      assertThat(rings(answer)).isEqualTo("102");
      house.ringEnds(call, House.token(answer), RingOutcome.REJECTED);
      house.hangsUp(call);
    }
  }

  @Test
  void rings_that_callers_of_a_group_wished_for_and_it_refused_count_as_missed() {
    claraRefusesTwo("700");
    RoutingAnswer third = prefers("c", "700", MINUTE);
    assertThat(rings(third)).isEqualTo("100");
    assertThat(third.explanation().toString()).contains("preferred, but left alone");
  }

  @Test
  void rings_of_calls_for_another_extension_that_prefer_it_do_not_count_as_missed() {
    claraRefusesTwo("100");
    assertThat(rings(prefers("c", "700", MINUTE))).isEqualTo("102");
  }

  @Test
  void it_is_kept_over_a_restart() {
    claraTalks();
    prefers("c1", "700", MINUTE);
    house.engineRestarts();
    house.connectsSeeing(
        List.of(
            House.report("100", DeviceState.NOT_IN_USE),
            House.report("102", DeviceState.IN_USE, "x")),
        Map.of("c1", Whereabouts.WAITING));
    assertThat(house.pbx.deliveries).isEmpty();
    house.idle("102");
    assertThat(delivered()).isEqualTo("102");
  }

  @Test
  void what_cannot_be_is_refused_with_the_reason_and_changes_nothing() {
    claraTalks();
    house.router.setAttendance(DirectoryNumber.of("101"), new Attendance(false, Optional.empty()));
    house.reports("100", DeviceState.IN_USE, "y");
    house.arrives("c1", "700");
    String before = house.queue().toString();
    assertThat(reason(prefer("c9", CLARA, MINUTE))).isEqualTo(OrderRefusal.UNKNOWN_CALL);
    assertThat(reason(prefer("c1", DirectoryNumber.of("555"), MINUTE)))
        .isEqualTo(OrderRefusal.UNKNOWN_EXTENSION);
    assertThat(reason(prefer("c1", DirectoryNumber.of("101"), MINUTE)))
        .isEqualTo(OrderRefusal.AWAY);
    house.reports("102", DeviceState.UNAVAILABLE);
    assertThat(reason(prefer("c1", CLARA, MINUTE))).isEqualTo(OrderRefusal.NOT_REACHABLE);
    assertThat(house.queue().toString()).isEqualTo(before);
    house.idle("199");
    house.arrives("c2", "199");
    house.answers("c2", "199");
    assertThat(reason(prefer("c2", CLARA, MINUTE))).isEqualTo(OrderRefusal.NOT_WAITING);
  }

  private static OrderRefusal reason(OrderAnswer answer) {
    return ((OrderAnswer.Refused) answer).reason();
  }

  @Test
  void a_time_out_of_range_is_a_mistake() {
    for (Duration wrong :
        new Duration[] {Duration.ZERO, Duration.ofSeconds(-1), Duration.ofHours(25)}) {
      assertThatThrownBy(() -> prefer("c1", CLARA, wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("102")
          .hasMessageContaining(wrong.toString());
    }
  }
}
