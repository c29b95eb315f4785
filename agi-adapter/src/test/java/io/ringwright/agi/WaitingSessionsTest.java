package io.ringwright.agi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingSessionsTest {

  private final List<String> heard = new ArrayList<>();
  private long now;
  private final WaitingSessions waiting = new WaitingSessions(2, () -> now);

  private boolean comes(String session) {
    return waiting.add(
        () -> heard.add(session + " served"), () -> heard.add(session + " refused"), now);
  }

  @Test
  void sessions_are_served_in_the_order_in_which_they_came() {
    comes("one");
    comes("two");
    waiting.serve();
    assertThat(heard).containsExactly("one served", "two served");
  }

  @Test
  void no_more_wait_than_there_is_room_for() {
    assertThat(comes("one")).isTrue();
    assertThat(comes("two")).isTrue();
    assertThat(comes("three")).isFalse();
  }

  @Test
  void a_session_that_the_dialplan_is_about_to_give_up_is_not_served_any_more() {
    comes("one");
    now += Duration.ofMillis(2_000).toNanos();
    comes("two");
    now += Duration.ofMillis(600).toNanos();
    waiting.serve();
    assertThat(heard).containsExactly("one refused", "two served");
  }
}
