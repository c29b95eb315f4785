package io.ringwright.engine;

import static io.ringwright.engine.House.rings;
import static io.ringwright.engine.House.waits;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.Device;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.port.Telephony.Whereabouts;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An answer is an answer, whoever gives it. */
class OutsiderTest {

  private static final Device OUTSIDE = Device.of("PJSIP/8305");

  private final House house =
      House.of(
          list ->
              list.extension("100", anna -> anna.device("PJSIP/100").wrapUp(Duration.ofSeconds(30)))
                  .extension("101", ben -> ben.device("PJSIP/101"))
                  .huntGroup("700", all -> all.member("100"))
                  .huntGroup(
                      "701",
                      all ->
                          all.strategy(StandardStrategy.FEWEST_CALLS).member("100").member("101")));

  private void outsideAnswers(String call) {
    house.router.callAnswered(CallId.of(call), OUTSIDE);
  }

  @Test
  void a_call_that_an_outsider_picks_up_is_answered_and_the_phone_that_rang_is_free_at_once() {
    assertThat(rings(house.arrives("c1", "700"))).isEqualTo("100");
    house.passes(Duration.ofSeconds(2));
    outsideAnswers("c1");
    assertThat(house.ear.answers).containsExactly("c1 by an outsider at PJSIP/8305 after 2 s");
    assertThat(rings(house.arrives("c2", "700"))).isEqualTo("100");
    house.passes(Duration.ofMinutes(10));
    house.hangsUp("c1");
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.ANSWERED);
    assertThat(house.ear.waitOf("c1")).hasSeconds(2);
  }

  @Test
  void who_was_rung_for_it_has_neither_a_talk_nor_a_wrap_up() {
    house.arrives("c1", "701");
    outsideAnswers("c1");
    house.passes(Duration.ofMinutes(1));
    house.hangsUp("c1");
    assertThat(rings(house.arrives("c2", "100"))).isEqualTo("100");
    house.answers("c2", "100");
    house.hangsUp("c2");
    house.idle("100");
    house.passes(Duration.ofMinutes(1));
    assertThat(rings(house.arrives("c3", "701"))).as("101 has fewer calls").isEqualTo("101");
  }

  @Test
  void a_waiting_caller_who_talks_to_an_outsider_is_not_torn_away_when_the_turn_comes() {
    house.reports("100", DeviceState.IN_USE, "x");
    assertThat(waits(house.arrives("c1", "700"))).isTrue();
    house.passes(Duration.ofSeconds(3));
    outsideAnswers("c1");
    assertThat(house.queue()).isEmpty();
    house.idle("100");
    house.passes(Duration.ofMinutes(5));
    assertThat(house.pbx.deliveries).isEmpty();
    house.hangsUp("c1");
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.ANSWERED);
  }

  @Test
  void a_caller_on_the_way_who_talks_to_an_outsider_leaves_the_phone_to_the_next() {
    house.reports("100", DeviceState.IN_USE, "x");
    house.arrives("c1", "700");
    house.arrives("c2", "700");
    house.idle("100");
    outsideAnswers("c1");
    assertThat(house.pbx.delivered()).containsExactly("c1", "c2");
  }

  @Test
  void an_outsiders_answer_that_was_missed_is_not_charged_to_the_phone_that_is_idle() {
    house.arrives("c1", "700");
    house.idle("100");
    house.pbx.sees("c1", Whereabouts.TALKING);
    house.passes(Duration.ofMinutes(2));
    assertThat(house.ear.answers)
        .singleElement()
        .asString()
        .startsWith("c1 by an outsider at an unknown device");
    assertThat(rings(house.arrives("c2", "700"))).isEqualTo("100");
  }

  @Test
  void a_snapshot_says_which_outsider_talks_to_a_caller_who_waited() {
    house.reports("100", DeviceState.IN_USE, "x");
    house.arrives("c1", "700");
    house.passes(Duration.ofSeconds(10));
    house.connectsSeeingTalk(
        List.of(House.report("100", DeviceState.NOT_IN_USE)), "c1", List.of(OUTSIDE));
    assertThat(house.ear.answers).containsExactly("c1 by an outsider at PJSIP/8305 after 10 s");
    assertThat(house.pbx.deliveries).isEmpty();
  }

  @Test
  void a_phone_with_two_names_is_somebodys_if_one_of_them_is() {
    house.arrives("c1", "700");
    house.router.callAnswered(
        CallId.of("c1"), List.of(Device.of("Local/100@agents"), Device.of("PJSIP/101")));
    assertThat(house.ear.answers).containsExactly("c1 by 101 after 0 s");
  }

  @Test
  void a_ring_that_ended_with_an_outsiders_answer_ends_the_call_once() {
    RoutingAnswer first = house.arrives("c1", "700");
    outsideAnswers("c1");
    house.ringEnds("c1", House.token(first), RingOutcome.ANSWERED);
    house.hangsUp("c1");
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.ANSWERED);
  }

  @Test
  void a_caller_who_waits_again_after_a_talk_with_an_outsider_has_the_old_place() {
    house.reports("100", DeviceState.IN_USE, "x");
    house.arrives("c1", "700");
    house.arrives("c2", "700");
    outsideAnswers("c1");
    house.passes(Duration.ofSeconds(30));
    house.beats("c1");
    assertThat(house.queue()).containsExactly("c1", "c2");
  }
}
