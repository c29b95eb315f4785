package io.ringwright.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ServiceLevelTest {

  private final AtomicLong clock = new AtomicLong(-5);
  private final ServiceLevel level = new ServiceLevel(Duration.ofMinutes(3), clock::get);

  private void minutes(int time) {
    clock.addAndGet(Duration.ofMinutes(time).toNanos());
  }

  @Test
  void it_is_the_share_that_was_answered_in_time() {
    level.count("700", true);
    level.count("700", true);
    level.count("700", false);
    level.count("710", false);
    assertThat(level.of("700")).isEqualTo(2 / 3.0);
    assertThat(level.of("710")).isZero();
  }

  @Test
  void without_a_call_there_is_none() {
    assertThat(level.of("700")).isNaN();
  }

  @Test
  void calls_leave_the_window_minute_by_minute() {
    level.count("700", false);
    minutes(1);
    level.count("700", true);
    assertThat(level.of("700")).isEqualTo(0.5);
    minutes(2);
    assertThat(level.of("700")).isEqualTo(1);
    minutes(1);
    assertThat(level.of("700")).isNaN();
  }

  @Test
  void a_minute_that_comes_round_again_starts_from_nothing() {
    level.count("700", false);
    minutes(3);
    level.count("700", true);
    assertThat(level.of("700")).isEqualTo(1);
  }
}
