package io.ringwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.fakeasterisk.timeline.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManualClockTest {

  private final ManualClock clock = ManualClock.onMondayMorning();
  private final List<String> done = new ArrayList<>();

  @Test
  void it_moves_only_when_told() {
    Instant start = clock.instant();
    assertThat(clock.instant()).isEqualTo(start);
    clock.advance(Duration.ofSeconds(3));
    assertThat(clock.instant()).isEqualTo(start.plusSeconds(3));
    assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_is_due_is_done_in_order_and_sees_its_own_instant() {
    clock.after(Duration.ofSeconds(2), () -> done.add("b at " + clock.instant()));
    clock.after(Duration.ofSeconds(1), () -> done.add("a at " + clock.instant()));
    clock.after(Duration.ofSeconds(2), () -> done.add("c"));
    clock.after(Duration.ofSeconds(9), () -> done.add("never"));
    clock.advance(Duration.ofSeconds(5));
    assertThat(done).containsExactly("a at 2026-01-05T09:00:01Z", "b at 2026-01-05T09:00:02Z", "c");
    assertThat(clock.instant()).isEqualTo("2026-01-05T09:00:05Z");
  }

  @Test
  void a_task_handed_in_by_a_task_runs_after_it_and_when_it_is_due() {
    clock.run(
        () -> {
          clock.run(() -> done.add("inner"));
          clock.after(Duration.ofSeconds(1), () -> done.add("later"));
          done.add("outer");
        });
    assertThat(done).containsExactly("outer", "inner");
    clock.advance(Duration.ofSeconds(1));
    assertThat(done).endsWith("later");
  }

  @Test
  void a_task_that_was_called_off_does_not_run() {
    Timeline.Timer timer = clock.after(Duration.ofSeconds(1), () -> done.add("x"));
    timer.cancel();
    timer.cancel();
    clock.advance(Duration.ofSeconds(2));
    assertThat(done).isEmpty();
  }

  @Test
  void tasks_without_an_end_at_one_instant_are_a_mistake() {
    assertThatThrownBy(() -> clock.run(this::again))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("without an end");
  }

  private void again() {
    clock.run(this::again);
  }
}
