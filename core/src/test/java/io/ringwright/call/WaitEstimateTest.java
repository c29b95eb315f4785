package io.ringwright.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.call.WaitEstimate.Between;
import io.ringwright.call.WaitEstimate.Unknown;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WaitEstimateTest {

  private static final Between INTERVAL =
      new Between(Duration.ofMillis(40_900), Duration.ofMillis(250_001), "14 departures");

  @Test
  void an_interval_reads_as_words_and_rounding_never_narrows_it() {
    assertThat(INTERVAL).hasToString("between 40 s and 4 min 11 s (14 departures)");
    assertThat(new Between(Duration.ZERO, Duration.ofMinutes(2), "5 departures"))
        .hasToString("between 0 s and 2 min (5 departures)");
  }

  @Test
  void the_unknown_says_why() {
    assertThat(new Unknown("3 departures seen")).hasToString("unknown (3 departures seen)");
    assertThat(WaitEstimate.unknown().interval()).isEmpty();
    assertThat(INTERVAL.interval()).contains(INTERVAL);
  }

  @Test
  void both_ends_belong_to_the_interval() {
    assertThat(INTERVAL.holds(INTERVAL.shortest())).isTrue();
    assertThat(INTERVAL.holds(INTERVAL.longest())).isTrue();
    assertThat(INTERVAL.holds(INTERVAL.shortest().minusMillis(1))).isFalse();
    assertThat(INTERVAL.holds(INTERVAL.longest().plusMillis(1))).isFalse();
    assertThat(new Between(Duration.ofSeconds(10), Duration.ofSeconds(20), "").middle())
        .isEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void an_interval_that_ends_before_it_begins_is_refused() {
    assertThatThrownBy(() -> new Between(Duration.ofSeconds(2), Duration.ofSeconds(1), "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PT2S")
        .hasMessageContaining("PT1S");
    assertThatThrownBy(() -> new Between(Duration.ofSeconds(-1), Duration.ofSeconds(1), "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
