package io.ringwright.engine;

import static io.ringwright.engine.House.waits;
import static io.ringwright.engine.SlicedHouse.idle;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.Priority;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.event.RouterEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is cut into slices, and what happens between two of them. */
class SlicesTest {

  private static final Duration WRAP_UP = Duration.ofSeconds(30);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private final SlicedHouse house = new SlicedHouse(SlicedHouse.ONE, SlicesTest::three);

  private static void three(PhoneListBuilder list) {
    for (String number : List.of("100", "101", "102")) {
      list.extension(
          number, it -> it.device("PJSIP/" + number).wrapUp(WRAP_UP).longestWait(LONGEST_WAIT));
    }
  }

  /** Three callers wait for three engaged phones, and the link to their switch is lost. */
  private void threeWaitWithoutLink() {
    for (int each = 0; each < 3; each++) {
      house.reports("10" + each, DeviceState.IN_USE);
      house.arrives("c" + each, "10" + each);
    }
    house.linkBreaks();
    house.passes(Duration.ofSeconds(10));
  }

  @Test
  void a_switch_is_linked_when_everything_was_compared_with_its_snapshot_and_not_before() {
    threeWaitWithoutLink();
    house.connects(idle("100", "101", "102"), List.of("c0", "c1", "c2"));
    assertThat(house.isDue()).isTrue();
    assertThat(house.state().links().isUp(House.PBX)).isFalse();
    assertThat(house.delivered()).isEmpty();
    house.settles();
    assertThat(house.state().links().isUp(House.PBX)).isTrue();
    assertThat(house.delivered()).containsExactly("c0", "c1", "c2");
  }

  @Test
  void callers_who_are_gone_end_and_nobody_is_sent_to_a_phone_before_all_were_compared() {
    threeWaitWithoutLink();
    house.connects(idle("100", "101", "102"), List.of("c2"));
    house.settles();
    assertThat(house.ended()).containsExactly("c0", "c1");
    assertThat(house.delivered()).containsExactly("c2");
  }

  @Test
  void who_arrives_between_two_slices_of_a_snapshot_does_not_overtake() {
    threeWaitWithoutLink();
    house.connects(idle("100", "101", "102"), List.of("c0", "c1", "c2"));
    house.slice();
    assertThat(waits(house.arrives("late", "100"))).isTrue();
    house.settles();
    assertThat(house.delivered()).contains("c0").doesNotContain("late");
  }

  @Test
  void a_phone_of_which_the_snapshot_says_nothing_counts_as_unheard() {
    threeWaitWithoutLink();
    house.connects(List.of(), List.of("c0", "c1", "c2"));
    house.settles();
    assertThat(house.delivered()).containsExactlyInAnyOrder("c0", "c1", "c2");
  }

  @Test
  void what_is_reported_between_two_slices_is_newer_than_the_snapshot() {
    threeWaitWithoutLink();
    house.connects(idle("100", "101"), List.of("c0", "c1", "c2"));
    house.slice();
    house.reports("102", DeviceState.IN_USE);
    house.settles();
    assertThat(house.delivered()).containsExactly("c0", "c1");
  }

  @Test
  void what_is_reported_between_two_parts_is_newer_than_the_second() {
    threeWaitWithoutLink();
    house.seen(idle("100"), List.of("c0"));
    house.reports("101", DeviceState.RINGING);
    house.connects(idle("101", "102"), List.of("c1", "c2"));
    house.settles();
    assertThat(house.delivered()).containsExactly("c0", "c2");
  }

  @Test
  void a_link_that_is_lost_between_two_slices_stays_lost() {
    threeWaitWithoutLink();
    house.connects(idle("100", "101", "102"), List.of("c0", "c1", "c2"));
    house.linkBreaks();
    house.settles();
    assertThat(house.state().links().isUp(House.PBX)).isFalse();
    assertThat(house.delivered()).isEmpty();
  }

  @Test
  void after_a_restart_between_two_slices_no_switch_is_linked() {
    threeWaitWithoutLink();
    house.connects(idle("100", "101", "102"), List.of("c0", "c1", "c2"));
    house.happens(new RouterEvent.Resumed());
    house.settles();
    assertThat(house.state().links().isUp(House.PBX)).isFalse();
    assertThat(house.delivered()).isEmpty();
  }

  /** Three phones are in wrap-up until one instant, and it has come. */
  private void threeRested() {
    for (int each = 0; each < 3; each++) {
      house.arrives("t" + each, "10" + each);
      house.answers("t" + each, "10" + each);
    }
    for (int each = 0; each < 3; each++) {
      house.hangsUp("t" + each);
    }
  }

  @Test
  void who_arrives_while_wrap_ups_end_waits_behind_those_who_waited_before() {
    SlicedHouse group =
        new SlicedHouse(
            SlicedHouse.ONE,
            list -> {
              three(list);
              list.huntGroup("700", all -> all.member("102"));
            });
    for (int each = 0; each < 3; each++) {
      group.arrives("t" + each, "10" + each);
      group.answers("t" + each, "10" + each);
    }
    for (int each = 0; each < 3; each++) {
      group.hangsUp("t" + each);
    }
    group.arrives("c1", "700");
    group.passes(WRAP_UP);
    assertThat(waits(group.arrives("late", "102"))).as("102 is free, and for c1").isTrue();
    group.settles();
    assertThat(group.delivered()).containsExactly("c1");
  }

  @Test
  void wrap_ups_that_end_at_one_instant_free_all_phones_at_it() {
    threeRested();
    house.passes(WRAP_UP);
    house.settles();
    for (int each = 0; each < 3; each++) {
      assertThat(House.rings(house.arrives("c" + each, "10" + each))).isEqualTo("10" + each);
    }
  }

  /** One caller waits for each of three engaged phones. */
  private void threeWait() {
    for (int each = 0; each < 3; each++) {
      house.reports("10" + each, DeviceState.IN_USE);
    }
    for (int each = 0; each < 3; each++) {
      house.arrives("c" + each, "10" + each);
    }
  }

  @Test
  void all_who_waited_too_long_are_told_in_the_order_in_which_they_wait() {
    threeWait();
    house.happens(new RouterEvent.PriorityChanged(CallId.of("c2"), Priority.of(1)));
    house.passes(LONGEST_WAIT);
    house.settles();
    assertThat(house.delivered()).containsExactly("c2", "c0", "c1");
  }

  @Test
  void a_call_whose_priority_changes_while_it_is_overdue_is_looked_at_at_its_new_place() {
    threeWait();
    house.passes(LONGEST_WAIT);
    for (int slice = 0; house.delivered().isEmpty(); slice++) {
      assertThat(slice).isLessThan(20);
      house.slice();
    }
    house.happens(new RouterEvent.PriorityChanged(CallId.of("c2"), Priority.of(1)));
    house.settles();
    assertThat(house.delivered()).containsExactly("c0", "c2", "c1");
  }

  @Test
  void callers_who_hold_more_phones_than_one_event_looks_at_keep_nothing_busy() {
    threeWaitWithoutLink();
    for (int each = 0; each < 3; each++) {
      house.reports("10" + each, DeviceState.NOT_IN_USE);
    }
    house.settles();
    assertThat(house.isDue()).isFalse();
    assertThat(waits(house.arrives("late", "100"))).isTrue();
    house.connects(idle("100", "101", "102"), List.of("c0", "c1", "c2"));
    house.settles();
    assertThat(house.delivered()).contains("c0", "c1", "c2").doesNotContain("late");
  }
}
