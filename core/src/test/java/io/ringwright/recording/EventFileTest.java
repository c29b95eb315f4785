package io.ringwright.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.call.CallId;
import io.ringwright.event.EventFormatException;
import io.ringwright.event.JournalEntry;
import io.ringwright.event.Moment;
import io.ringwright.event.PhoneLists;
import io.ringwright.event.RouterEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final JournalEntry ENTRY = entry(new RouterEvent.Ended(CallId.of("c1")));
  private static final String LINE = "2026-03-02T12:00:00Z ended call=c1";

  @TempDir Path directory;

  private static JournalEntry entry(RouterEvent event) {
    return JournalEntry.of(Moment.of(NOON), event);
  }

  private Path path() {
    return directory.resolve("events");
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(path());
  }

  @Test
  void the_first_line_names_the_version_and_each_event_has_a_line() throws IOException {
    try (EventFile file = EventFile.open(path())) {
      file.happened(ENTRY);
      assertThat(lines()).as("before it is closed").containsExactly(EventFile.HEADER, LINE);
    }
  }

  @Test
  void a_file_that_is_opened_again_grows_at_its_end() throws IOException {
    for (int start = 0; start < 3; start++) {
      try (EventFile file = EventFile.open(path())) {
        file.happened(ENTRY);
      }
    }
    assertThat(lines()).containsExactly(EventFile.HEADER, LINE, LINE, LINE);
  }

  @Test
  void a_line_that_was_cut_off_is_removed_before_the_next_is_written() throws IOException {
    Files.writeString(path(), EventFile.HEADER + "\n" + LINE + "\n2026-03-02T12:00:00Z end");
    try (EventFile file = EventFile.open(path())) {
      file.happened(ENTRY);
    }
    assertThat(lines()).containsExactly(EventFile.HEADER, LINE, LINE);
  }

  @Test
  void a_line_that_was_cut_off_is_not_read() throws IOException {
    Files.writeString(path(), EventFile.HEADER + "\n" + LINE + "\n2026-03-02T12:00:00Z end");
    assertThat(read()).hasSize(1);
  }

  @Test
  void empty_lines_and_remarks_are_passed_over() throws IOException {
    Files.writeString(path(), EventFile.HEADER + "\n\n# the morning\n" + LINE + "\n");
    assertThat(read()).containsExactly(new EventText.Happened(ENTRY));
  }

  @Test
  void another_version_is_refused_for_reading_and_for_writing() throws IOException {
    Files.writeString(path(), "ringwright-events 2\n" + LINE + "\n");
    assertThatThrownBy(() -> EventFileReader.open(path(), PhoneLists.NONE))
        .isInstanceOf(EventFormatException.class)
        .hasMessageContaining("line 1: 'ringwright-events 2' is not valid")
        .hasMessageContaining("expected 'ringwright-events 1'")
        .hasMessageContaining("replay it with that one");
    assertThatThrownBy(() -> EventFile.open(path())).isInstanceOf(EventFormatException.class);
    assertThat(lines()).as("left as it was").containsExactly("ringwright-events 2", LINE);
  }

  @Test
  void a_file_that_is_something_else_is_refused() throws IOException {
    for (String other : List.of("hello\n", "ringwright-events 11\n", "ringwright", "\n")) {
      Files.writeString(path(), other);
      assertThatThrownBy(() -> EventFile.open(path())).isInstanceOf(EventFormatException.class);
      assertThatThrownBy(() -> EventFileReader.open(path(), PhoneLists.NONE))
          .isInstanceOf(EventFormatException.class);
    }
  }

  @Test
  void a_recording_with_a_gap_ends_there_says_so_and_replays_up_to_there() throws IOException {
    try (EventFile file = EventFile.open(path())) {
      file.happened(ENTRY);
      assertThatThrownBy(() -> file.missed(12))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("has a gap: 12 tellings were dropped");
      assertThat(file.isRecording()).isFalse();
      file.happened(ENTRY);
      file.missed(3);
    }
    assertThat(lines())
        .containsExactly(
            EventFile.HEADER,
            LINE,
            "# the recorder fell behind: 12 tellings are missing from here on");
    assertThat(read()).containsExactly(new EventText.Happened(ENTRY));
  }

  @Test
  void a_malformed_line_is_named_with_file_and_number() throws IOException {
    Files.writeString(path(), EventFile.HEADER + "\n" + LINE + "\nnonsense\n");
    try (EventFileReader reader = EventFileReader.open(path(), PhoneLists.NONE)) {
      assertThat(reader.next()).isPresent();
      assertThatThrownBy(reader::next)
          .isInstanceOf(EventFormatException.class)
          .hasMessageContaining(path() + ", line 3: 'nonsense' is no event")
          .hasMessageContaining("Mend or remove the line");
    }
  }

  @Test
  void a_file_at_its_limit_says_so_once_and_takes_nothing_down_any_more() throws IOException {
    long limit = EventFile.HEADER.length() + 1 + 2L * (LINE.length() + 1);
    try (EventFile file = EventFile.open(path(), limit)) {
      file.happened(ENTRY);
      file.happened(ENTRY);
      assertThat(file.isRecording()).isTrue();
      assertThatThrownBy(() -> file.happened(ENTRY))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(path() + " is full: " + limit + " bytes")
          .hasMessageContaining("Move it away");
      assertThat(file.isRecording()).isFalse();
      file.happened(entry(new RouterEvent.TimePassed()));
    }
    assertThat(lines()).containsExactly(EventFile.HEADER, LINE, LINE);
  }

  @Test
  void a_closed_file_takes_nothing_down() throws IOException {
    EventFile file = EventFile.open(path());
    file.close();
    file.happened(ENTRY);
    file.close();
    assertThat(lines()).containsExactly(EventFile.HEADER);
  }

  @Test
  void a_file_that_cannot_be_opened_is_named() {
    Path nowhere = directory.resolve("no").resolve("where");
    assertThatThrownBy(() -> EventFile.open(nowhere))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(nowhere.toString());
    assertThatThrownBy(() -> EventFileReader.open(nowhere, PhoneLists.NONE))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(nowhere.toString());
  }

  @Test
  void many_threads_write_whole_lines() throws Exception {
    try (EventFile file = EventFile.open(path())) {
      List<Thread> writers = new ArrayList<>();
      for (int writer = 0; writer < 4; writer++) {
        Thread thread =
            new Thread(
                () -> {
                  for (int round = 0; round < 500; round++) {
                    file.happened(ENTRY);
                  }
                });
        writers.add(thread);
        thread.start();
      }
      for (Thread writer : writers) {
        writer.join();
      }
    }
    assertThat(read()).hasSize(2000);
  }

  private List<EventText> read() {
    List<EventText> lines = new ArrayList<>();
    try (EventFileReader reader = EventFileReader.open(path(), PhoneLists.NONE)) {
      Optional<EventText> line = reader.next();
      while (line.isPresent()) {
        lines.add(line.get());
        line = reader.next();
      }
    }
    return lines;
  }
}
