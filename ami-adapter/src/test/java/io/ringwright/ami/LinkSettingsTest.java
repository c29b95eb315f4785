package io.ringwright.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.ami.LinkSettings.BackOff;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LinkSettingsTest {

  private final BackOff backOff = new BackOff(Duration.ofMillis(500), Duration.ofSeconds(30));
  private final Random chance = new Random(7);

  @Test
  void the_first_attempts_follow_soon_and_the_later_ones_less_often() {
    for (int i = 0; i < 1000; i++) {
      assertThat(backOff.after(1, chance)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
      assertThat(backOff.after(3, chance)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
      assertThat(backOff.after(1_000_000, chance))
          .isBetween(Duration.ofSeconds(15), Duration.ofSeconds(30));
    }
  }

  @Test
  void an_asterisk_that_was_away_for_long_is_found_again_within_two_seconds() {
    for (int failures = 1; failures < 1000; failures++) {
      assertThat(BackOff.USUAL.after(failures, chance)).isLessThanOrEqualTo(Duration.ofSeconds(2));
    }
  }

  @Test
  void no_two_applications_come_back_at_one_moment() {
    Set<Duration> waits = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      waits.add(backOff.after(5, chance));
    }
    assertThat(waits).hasSizeGreaterThan(90);
  }

  @Test
  void waits_that_do_not_fit_together_are_refused() {
    assertThatThrownBy(() -> new BackOff(Duration.ofSeconds(2), Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PT2S to PT1S");
    assertThatThrownBy(() -> new BackOff(Duration.ZERO, Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
