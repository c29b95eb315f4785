package io.ringwright.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ringwright.audit.LogEvent.Kind;
import io.ringwright.audit.RingTimes.Step;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RingTimesTest {

  private final List<Step> steps = new ArrayList<>();
  private final RingTimes times = new RingTimes(steps::add);

  private static LogEvent event(long second, Kind kind, String... data) {
    return new LogEvent(second, kind, "c1", "sales", "anna", List.of(data));
  }

  @Test
  void a_ring_begins_as_long_before_its_line_as_the_line_says() {
    times.take(event(100, Kind.ADDMEMBER, ""));
    times.take(event(120, Kind.RINGNOANSWER, "15000"));
    times.take(event(130, Kind.CONNECT, "30", "x", "4"));
    times.end();
    assertThat(steps)
        .extracting(Step::at, Step::ringBegins)
        .containsExactly(
            tuple(100_000L, false),
            tuple(105_000L, true),
            tuple(120_000L, false),
            tuple(125_500L, true),
            tuple(130_000L, false));
  }

  @Test
  void what_happened_in_the_same_instant_comes_before_the_ring_that_follows_from_it() {
    times.take(event(105, Kind.COMPLETEAGENT, "1", "2", "1"));
    times.take(event(120, Kind.RINGNOANSWER, "15000"));
    times.end();
    assertThat(steps).extracting(Step::ringBegins).containsExactly(false, true, false);
  }

  @Test
  void ten_minutes_are_held_back_and_no_more() {
    times.take(event(1_000, Kind.PAUSE, ""));
    times.take(event(1_600, Kind.PAUSE, ""));
    assertThat(steps).isEmpty();
    times.take(event(1_601, Kind.PAUSE, ""));
    assertThat(steps).hasSize(1);
  }

  @Test
  void a_flood_within_ten_minutes_is_not_held_back_without_a_bound() {
    for (int line = 0; line < 400_000; line++) {
      times.take(event(1_000, Kind.PAUSE, ""));
    }
    assertThat(steps).hasSize(100_000);
  }

  @Test
  void a_ring_longer_than_that_begins_ten_minutes_before_its_line() {
    times.take(event(9_000, Kind.RINGNOANSWER, "3600000"));
    times.end();
    assertThat(steps).extracting(Step::at).containsExactly(8_400_000L, 9_000_000L);
  }

  @Test
  void a_line_that_is_older_than_the_one_before_counts_at_its_time() {
    times.take(event(1_000, Kind.PAUSE, ""));
    times.take(event(990, Kind.UNPAUSE, ""));
    times.end();
    assertThat(steps).extracting(Step::at).containsExactly(1_000_000L, 1_000_000L);
    assertThat(times.backwards()).isEqualTo(1);
  }
}
