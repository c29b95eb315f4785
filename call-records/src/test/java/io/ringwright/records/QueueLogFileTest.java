package io.ringwright.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The file of a queue log: lines, days, sizes, and what becomes of it when it cannot be written.
 */
class QueueLogFileTest {

  private static final Instant MIDNIGHT_IN_BERLIN = Instant.parse("2026-01-05T23:00:00Z");

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("queue_log");
  }

  private static QueueLogLine line(Instant at, String call) {
    return new QueueLogLine(at, call, "700", "NONE", "ABANDON", List.of("1", "1", "9"));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void lines_are_added_to_what_is_there() throws IOException {
    Files.writeString(file(), "1|NONE|NONE|NONE|QUEUESTART|\n");
    QueueLogFile.at(file()).write(line(Instant.ofEpochSecond(2), "c1"));
    assertThat(file()).hasContent("1|NONE|NONE|NONE|QUEUESTART|\n2|c1|700|NONE|ABANDON|1|1|9\n");
  }

  @Test
  void a_line_that_was_cut_off_is_ended_before_the_next() throws IOException {
    Files.writeString(file(), "1|c0|700|NO");
    QueueLogFile.at(file()).write(line(Instant.ofEpochSecond(2), "c1"));
    assertThat(Files.readAllLines(file()))
        .containsExactly("1|c0|700|NO", "2|c1|700|NONE|ABANDON|1|1|9");
  }

  @Test
  void the_first_line_of_a_day_puts_the_day_before_aside() throws IOException {
    QueueLogFile log = QueueLogFile.at(file()).daily(ZoneId.of("Europe/Berlin"));
    log.write(line(MIDNIGHT_IN_BERLIN.minusSeconds(2), "c1"));
    log.write(line(MIDNIGHT_IN_BERLIN.minusSeconds(1), "c2"));
    assertThat(files()).containsExactly("queue_log");
    log.write(line(MIDNIGHT_IN_BERLIN, "c3"));
    assertThat(files()).containsExactly("queue_log", "queue_log.2026-01-05");
    assertThat(Files.readAllLines(folder.resolve("queue_log.2026-01-05"))).hasSize(2);
    assertThat(Files.readString(file())).contains("|c3|");
  }

  @Test
  void a_day_that_was_put_aside_before_is_not_overwritten() throws IOException {
    Files.writeString(folder.resolve("queue_log.2026-01-05"), "old\n");
    QueueLogFile log = QueueLogFile.at(file()).daily(ZoneId.of("Europe/Berlin"));
    log.write(line(MIDNIGHT_IN_BERLIN.minusSeconds(2), "c1"));
    log.write(line(MIDNIGHT_IN_BERLIN, "c3"));
    assertThat(files())
        .containsExactly("queue_log", "queue_log.2026-01-05", "queue_log.2026-01-05.1");
    assertThat(folder.resolve("queue_log.2026-01-05")).hasContent("old");
  }

  @Test
  void no_file_gets_longer_than_set_and_so_many_are_kept() throws IOException {
    QueueLogFile log = QueueLogFile.at(file()).atMost(1000, 2);
    for (int at = 0; at < 200; at++) {
      log.write(line(Instant.ofEpochSecond(at), "c" + at));
    }
    assertThat(files()).containsExactly("queue_log", "queue_log.1", "queue_log.2");
    for (String each : files()) {
      assertThat(Files.size(folder.resolve(each))).isBetween(30L, 1000L);
    }
    assertThat(Files.readString(file())).endsWith("199|c199|700|NONE|ABANDON|1|1|9\n");
  }

  @Test
  void a_file_that_was_moved_away_is_made_anew() throws IOException {
    QueueLogFile log = QueueLogFile.at(file());
    log.write(line(Instant.ofEpochSecond(1), "c1"));
    Files.move(file(), folder.resolve("away"));
    log.write(line(Instant.ofEpochSecond(2), "c2"));
    assertThat(Files.readAllLines(file())).hasSize(1);
    assertThat(Files.readAllLines(folder.resolve("away"))).hasSize(1);
  }

  @Test
  void a_line_that_cannot_be_written_is_counted_and_the_next_is_tried_again() throws IOException {
    List<IOException> told = new ArrayList<>();
    Path missing = folder.resolve("later").resolve("queue_log");
    QueueLogFile log = QueueLogFile.at(missing).whenLost(told::add);
    log.write(line(Instant.ofEpochSecond(1), "c1"));
    assertThat(log.lost()).isEqualTo(1);
    assertThat(told).hasSize(1);
    Files.createDirectory(missing.getParent());
    log.write(line(Instant.ofEpochSecond(2), "c2"));
    assertThat(log.lost()).isEqualTo(1);
    assertThat(missing).content().contains("|c2|");
  }

  @Test
  void sizes_out_of_range_are_refused() {
    assertThatThrownBy(() -> QueueLogFile.at(file()).atMost(10, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("files of 10 bytes");
  }
}
