package io.ringwright.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LateLogTest {

  private final List<String> lines = new ArrayList<>();
  private long now = Long.MAX_VALUE - 1;
  private final LateLog log =
      new LateLog(() -> now, each -> lines.add("WARN " + each), each -> lines.add("INFO " + each));

  /** Time passes as with a writer that looks when a line is due. */
  private void passes(Duration time) {
    long end = now + time.toNanos();
    while (end - now > 0) {
      now += Math.min(end - now, log.untilLine());
      log.look();
    }
  }

  private void lateFor(Duration time) {
    log.begin("the disk is slow");
    passes(time);
    log.end();
  }

  @Test
  void one_time_has_a_line_at_its_beginning_and_one_when_it_is_over() {
    log.begin("the disk is slow");
    log.owed(12);
    log.owed(7);
    assertThat(lines)
        .containsExactly("WARN answers are given before they are kept: the disk is slow");
    passes(Duration.ofMillis(1500));
    log.end();
    passes(Duration.ofSeconds(59));
    assertThat(lines).hasSize(1);
    passes(Duration.ofSeconds(2));
    assertThat(lines)
        .hasSize(2)
        .endsWith(
            "INFO durable again, after 1.5 s (once, the longest 1.5 s, 12 entries owed at most)");
    passes(Duration.ofHours(1));
    assertThat(lines).hasSize(2);
  }

  @Test
  void a_disk_that_is_late_a_hundred_times_is_one_story_with_a_line_a_minute_at_most() {
    for (int each = 0; each < 99; each++) {
      lateFor(Duration.ofMillis(500));
      passes(Duration.ofMillis(500));
    }
    lateFor(Duration.ofSeconds(4));
    passes(Duration.ofMinutes(2));
    assertThat(lines)
        .hasSize(3)
        .last()
        .asString()
        .isEqualTo(
            "INFO durable again, after 103.0 s (100 times, the longest 4.0 s, 0 entries owed at"
                + " most)");
    assertThat(lines.get(1)).startsWith("WARN answers are still given before they are kept, since");
  }

  @Test
  void while_it_lasts_a_line_comes_each_minute_and_names_the_newest_reason() {
    log.begin("the disk is slow");
    log.begin("the disk is full");
    passes(Duration.ofMinutes(3));
    assertThat(lines).hasSize(4);
    assertThat(lines.subList(1, 4)).allMatch(each -> each.endsWith("the disk is full"));
    assertThat(lines.get(3)).contains("since 180.0 s");
  }

  @Test
  void closing_says_that_it_is_over_if_it_is() {
    lateFor(Duration.ofSeconds(1));
    log.close();
    assertThat(lines).hasSize(2).last().asString().startsWith("INFO durable again, after 1.0 s");
    log.close();
    log.begin("the disk is slow");
    log.close();
    assertThat(lines).hasSize(3);
  }

  @Test
  void another_time_begins_anew() {
    lateFor(Duration.ofSeconds(9));
    passes(Duration.ofMinutes(2));
    lateFor(Duration.ofSeconds(1));
    passes(Duration.ofMinutes(2));
    assertThat(lines).hasSize(4).last().asString().contains("after 1.0 s (once, the longest 1.0");
  }
}
