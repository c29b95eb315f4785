package io.ringwright;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.effect.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A ticker that was forgotten, or whose executor is gone, does not stay a secret. */
class DueWatchTest {

  private final List<Effect.Tell> told = new ArrayList<>();
  private final AtomicLong nanos = new AtomicLong();
  private final DueWatch watch = new DueWatch(nanos::get, told::add);

  private void passes(int seconds) {
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
  }

  @Test
  void while_somebody_ticks_nothing_is_told() {
    for (int second = 0; second < 100; second++) {
      passes(1);
      watch.seenTo();
      watch.look();
    }
    assertThat(told).isEmpty();
  }

  @Test
  void when_nobody_ticks_the_listener_is_told_once() {
    passes(10);
    watch.look();
    assertThat(told).isEmpty();
    passes(1);
    watch.look();
    watch.look();
    assertThat(told).singleElement().asString().contains("nobody has called runDue() for 10 s");
  }

  @Test
  void a_second_time_is_told_again() {
    passes(11);
    watch.look();
    watch.seenTo();
    passes(11);
    watch.look();
    assertThat(told).hasSize(2);
  }
}
