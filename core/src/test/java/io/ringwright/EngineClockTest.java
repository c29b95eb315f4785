package io.ringwright;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.event.Moment;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineClockTest {

  private static final Instant START = Instant.parse("2026-03-02T09:00:00.123456789Z");

  private Instant wall = START;
  private long counted;
  private final EngineClock clock = new EngineClock(() -> wall, () -> counted);

  private Moment after(Duration time) {
    wall = wall.plus(time);
    counted += time.toNanos();
    return clock.now();
  }

  @Test
  void both_clocks_are_read_in_whole_milliseconds() {
    assertThat(after(Duration.ofNanos(1_000_500)))
        .isEqualTo(Moment.of(Instant.parse("2026-03-02T09:00:00.124Z")));
  }

  @Test
  void what_is_left_of_a_millisecond_is_not_lost() {
    for (int each = 0; each < 1_000; each++) {
      after(Duration.ofNanos(400_000));
    }
    assertThat(clock.now().at()).isEqualTo(Instant.parse("2026-03-02T09:00:00.523Z"));
  }

  @Test
  void a_step_of_the_wall_clock_is_approached_by_a_tenth_of_the_time_that_passes() {
    wall = wall.plus(Duration.ofHours(1));
    Moment now = after(Duration.ofSeconds(10));
    assertThat(now.at()).isEqualTo(Instant.parse("2026-03-02T09:00:11.123Z"));
    assertThat(now.wallClock()).isEqualTo(Instant.parse("2026-03-02T10:00:10.123Z"));
  }

  @ParameterizedTest
  @ValueSource(ints = {-3, 3})
  void intervals_keep_their_length_to_a_tenth_whatever_the_wall_clock_is_set_to(int hours) {
    Instant before = after(Duration.ZERO).at();
    wall = wall.plus(Duration.ofHours(hours));
    for (int minute = 1; minute <= 10; minute++) {
      Instant now = after(Duration.ofMinutes(1)).at();
      assertThat(Duration.between(before, now))
          .isEqualTo(Duration.ofSeconds(60 + 6 * Integer.signum(hours)));
      before = now;
    }
  }

  @Test
  void it_is_never_earlier_than_an_instant_within_a_millisecond_that_was_kept() {
    Instant kept = Instant.parse("2026-03-02T09:00:05.000000001Z");
    clock.notBefore(kept);
    assertThat(clock.now().at()).isEqualTo(Instant.parse("2026-03-02T09:00:05.001Z"));
  }
}
