package io.ringwright.engine;

import static io.ringwright.engine.LargeHouse.GROUPS;
import static io.ringwright.engine.LargeHouse.answer;
import static io.ringwright.engine.LargeHouse.arrival;
import static io.ringwright.engine.LargeHouse.extension;
import static io.ringwright.engine.LargeHouse.hangsUp;
import static io.ringwright.engine.LargeHouse.idle;
import static io.ringwright.engine.LargeHouse.list;
import static io.ringwright.engine.LargeHouse.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.engine.state.EngineState;
import io.ringwright.event.RouterEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A phone list by which much is different, in a house in which many wait: it is worked through in
 * slices, and what happens between them is decided right.
 */
class LargeReloadTest {

  private static final List<RouterEvent> BETWEEN =
      List.of(
          idle(11), arrival("new", 2), hangsUp("c" + (GROUPS + 3)), new RouterEvent.TimePassed());

  private final LargeHouse house = new LargeHouse();

  @Test
  void a_phone_that_is_freed_between_two_slices_goes_to_the_first_caller_by_the_new_list() {
    house.happens(house.reload(list(1)));
    assertThat(house.isPlacing()).isTrue();
    assertThat(sent(house.happens(idle(10)))).isEmpty();
    assertThat(house.isPlacing()).isTrue();
    assertThat(house.settle()).containsExactly("c0 to " + extension(10));
  }

  @Test
  void a_newcomer_between_two_slices_does_not_overtake() {
    house.happens(house.reload(list(1)));
    house.happens(idle(11));
    assertThat(answer(house.happens(arrival("new", 0)))).isEqualTo("new waits");
    assertThat(house.isPlacing()).isTrue();
    assertThat(house.settle()).containsExactly("c0 to " + extension(11));
  }

  @Test
  void whoever_hangs_up_between_two_slices_is_not_sent_anywhere() {
    house.happens(house.reload(list(1)));
    house.happens(idle(10));
    house.happens(hangsUp("c0"));
    assertThat(house.isPlacing()).isTrue();
    assertThat(house.settle()).containsExactly("c" + GROUPS + " to " + extension(10));
  }

  @Test
  void of_two_lists_the_second_counts_though_the_first_was_not_worked_through() {
    house.happens(house.reload(list(1)));
    house.happens(idle(10));
    house.happens(house.reload(list(2)));
    assertThat(house.isPlacing()).isTrue();
    house.happens(idle(25));
    assertThat(house.settle())
        .containsExactlyInAnyOrder(
            "c" + (GROUPS - 1) + " to " + extension(10), "c0 to " + extension(25));
  }

  @Test
  void one_group_more_places_nobody_anew() {
    house.happens(
        house.reload(
            LargeHouse.described(0).huntGroup("9", group -> group.member(extension(0))).build()));
    assertThat(house.isPlacing()).isFalse();
    assertThat(house.isDue()).isFalse();
    assertThat(sent(house.happens(idle(0)))).containsExactly("c0 to " + extension(0));
  }

  @Test
  void while_nobody_waits_a_caller_for_a_free_phone_is_not_kept_waiting() {
    for (int each = 0; each < LargeHouse.WAITING; each++) {
      house.happens(hangsUp("c" + each));
    }
    house.happens(house.reload(list(1)));
    house.happens(house.reload(list(2)));
    house.happens(idle(20));
    assertThat(answer(house.happens(arrival("new", 0)))).isEqualTo("new to " + extension(20));
  }

  @Test
  void between_two_slices_an_engine_made_from_the_image_goes_on_like_the_first() {
    house.happens(house.reload(list(1)));
    int slices = 0;
    while (house.isPlacing()) {
      Engine restored = house.restored();
      RouterEvent event = BETWEEN.get(slices % BETWEEN.size());
      slices++;
      Engine.Outcome outcome = house.happens(event);
      assertThat(house.happensAgain(restored, event)).as("%s", event).isEqualTo(outcome);
      assertThat(restored.digest()).as("%s", event).isEqualTo(house.engine().digest());
    }
    assertThat(slices).isGreaterThan(2);
  }

  @Test
  void slice_by_slice_the_index_decides_as_a_walk_along_all_waiting_calls_would() {
    Engine naive =
        new Engine(new EngineState(house.engine().state().data()), false, NaiveDispatcher::new);
    List<RouterEvent> events = new ArrayList<>(List.of(house.reload(list(1))));
    events.addAll(BETWEEN);
    events.forEach(event -> sameFrom(naive, event));
    while (house.isPlacing()) {
      sameFrom(naive, new RouterEvent.TimePassed());
    }
    sameFrom(naive, arrival("newer", GROUPS - 1));
  }

  private void sameFrom(Engine other, RouterEvent event) {
    Engine.Outcome fast = house.happens(event);
    assertThat(house.happensAgain(other, event)).as("%s", event).isEqualTo(fast);
  }

  @Test
  void where_everything_is_open_a_phone_of_a_queue_that_was_looked_at_is_not_forgotten() {
    house.hoursEnd();
    assertThat(house.isDue()).as("800 phones are free, and 600 queues wait").isTrue();
    assertThat(sent(house.happens(idle(0)))).containsExactly("c0 to " + extension(0));
  }

  @Test
  void where_everything_is_open_a_newcomer_does_not_overtake_whoever_was_not_looked_at_yet() {
    house.hoursEnd();
    int last = GROUPS - 1;
    Engine restored = house.restored();
    List<RouterEvent> events =
        List.of(arrival("new", last), idle(last * 10), new RouterEvent.TimePassed());
    List<String> sent = new ArrayList<>();
    for (RouterEvent event : events) {
      Engine.Outcome outcome = house.happens(event);
      sent.addAll(sent(outcome));
      assertThat(house.happensAgain(restored, event)).as("%s", event).isEqualTo(outcome);
    }
    assertThat(sent).containsExactly("c" + last + " to " + extension(last * 10));
    assertThat(restored.digest()).isEqualTo(house.engine().digest());
  }
}
