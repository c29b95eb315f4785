package io.ringwright.engine;

import static io.ringwright.engine.House.rings;
import static io.ringwright.engine.House.waits;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.RingOutcome;
import io.ringwright.directory.StandardStrategy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HangUpTest {

  private final House house =
      House.of(list -> list.extension("100", anna -> anna.device("PJSIP/100")));

  @Test
  void a_waiting_caller_who_hangs_up_leaves_the_queue() {
    house.reports("100", DeviceState.IN_USE);
    house.arrives("c1", "100");
    house.arrives("c2", "100");
    house.passes(Duration.ofSeconds(3));
    house.hangsUp("c1");
    assertThat(house.queue()).containsExactly("c2");
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.ABANDONED);
    assertThat(house.ear.waitOf("c1")).hasSeconds(3);
  }

  @Test
  void a_caller_who_hangs_up_on_the_way_frees_the_phone() {
    house.reports("100", DeviceState.IN_USE);
    house.arrives("c1", "100");
    house.arrives("c2", "100");
    house.idle("100");
    house.hangsUp("c1");
    assertThat(house.pbx.delivered()).containsExactly("c1", "c2");
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.ABANDONED);
  }

  @Test
  void a_caller_who_hangs_up_while_the_phone_rings_frees_it() {
    house.arrives("c1", "100");
    house.arrives("c2", "100");
    house.hangsUp("c1");
    assertThat(house.pbx.delivered()).containsExactly("c2");
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.ABANDONED);
  }

  @Test
  void a_caller_who_hangs_up_after_a_talk_was_answered() {
    house.arrives("c1", "100");
    house.passes(Duration.ofSeconds(4));
    house.answers("c1", "100");
    house.passes(Duration.ofMinutes(3));
    house.hangsUp("c1");
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.ANSWERED);
    assertThat(house.ear.waitOf("c1")).hasSeconds(4);
  }

  @Test
  void the_phone_is_free_again_only_when_the_switch_says_that_it_left_the_call() {
    house.arrives("c1", "100");
    house.answers("c1", "100");
    house.hangsUp("c1");
    assertThat(waits(house.arrives("c2", "100"))).as("the phone's own leg still stands").isTrue();
    house.idle("100");
    assertThat(house.pbx.delivered()).containsExactly("c2");
  }

  @Test
  void a_phone_that_leaves_a_talk_is_free_though_the_caller_goes_on_elsewhere() {
    house.arrives("c1", "100");
    house.answers("c1", "100");
    house.idle("100"); // Transferred.
    assertThat(rings(house.arrives("c2", "100"))).isEqualTo("100");
    house.hangsUp("c1");
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.ANSWERED);
    assertThat(waits(house.arrives("c3", "100"))).as("c2 still rings").isTrue();
  }

  @Test
  void a_hang_up_that_comes_twice_is_told_once() {
    house.arrives("c1", "100");
    house.hangsUp("c1");
    house.hangsUp("c1");
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.ABANDONED);
  }

  @Test
  void a_beat_that_was_under_way_does_not_bring_the_caller_back() {
    house.reports("100", DeviceState.IN_USE);
    house.arrives("c1", "100");
    house.hangsUp("c1");
    assertThat(waits(house.beats("c1"))).isTrue();
    assertThat(house.queue()).isEmpty();
    house.idle("100");
    assertThat(house.pbx.deliveries).isEmpty();
  }

  @Test
  void a_caller_who_still_beats_after_a_false_alarm_is_taken_in_again() {
    house.reports("100", DeviceState.IN_USE);
    house.arrives("c1", "100");
    house.hangsUp("c1");
    house.passes(Duration.ofSeconds(30));
    house.beats("c1");
    assertThat(house.queue()).containsExactly("c1");
  }

  @Test
  void without_a_link_the_end_of_the_ring_tells_of_the_talk_and_the_wrap_up_runs() {
    House resting =
        House.of(
            list ->
                list.extension(
                        "100", anna -> anna.device("PJSIP/100").wrapUp(Duration.ofSeconds(30)))
                    .huntGroup("700", all -> all.member("100")));
    resting.linkBreaks();
    var first = resting.arrives("c1", "700");
    resting.passes(Duration.ofSeconds(40));
    resting.ringEnds("c1", House.token(first), RingOutcome.ANSWERED);
    assertThat(resting.ear.outcomesOf("c1")).containsExactly(CallOutcome.ANSWERED);
    assertThat(waits(resting.arrives("c2", "700"))).as("in wrap-up").isTrue();
    assertThat(rings(resting.arrives("c3", "100"))).as("a direct call").isEqualTo("100");
  }

  @Test
  void the_time_of_a_talk_ends_with_the_phone_and_not_with_the_caller() {
    House fair = twoWhoShare();
    fair.arrives("c1", "100");
    fair.answers("c1", "100");
    fair.passes(Duration.ofSeconds(60));
    fair.idle("100");
    fair.passes(Duration.ofSeconds(100));
    fair.hangsUp("c1");
    assertThat(fair.ear.outcomesOf("c1")).containsExactly(CallOutcome.ANSWERED);
    talks(fair, "c2", "101", Duration.ofSeconds(61));
    assertThat(rings(fair.arrives("c3", "700"))).as("60 s are less than 61 s").isEqualTo("100");
  }

  @Test
  void a_talk_counts_from_its_first_second_to_its_last() {
    House fair = twoWhoShare();
    fair.arrives("c1", "100");
    fair.answers("c1", "100");
    fair.passes(Duration.ofSeconds(60));
    fair.idle("100");
    fair.hangsUp("c1");
    talks(fair, "c2", "101", Duration.ofSeconds(59));
    assertThat(rings(fair.arrives("c3", "700"))).as("59 s are less than 60 s").isEqualTo("101");
  }

  private static House twoWhoShare() {
    return House.of(
        list ->
            list.extension("100", anna -> anna.device("PJSIP/100"))
                .extension("101", ben -> ben.device("PJSIP/101"))
                .huntGroup(
                    "700",
                    all ->
                        all.strategy(StandardStrategy.LEAST_TALK_TIME)
                            .member("100")
                            .member("101")));
  }

  private static void talks(House house, String call, String extension, Duration time) {
    house.arrives(call, extension);
    house.answers(call, extension);
    house.passes(time);
    house.hangsUp(call);
    house.idle(extension);
  }
}
