package io.ringwright.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayDayTest {

  @Test
  void the_day_replays_identically_and_cleo_would_have_answered_earlier(@TempDir Path directory) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ReplayDay.run(
        directory.resolve("day.events"), new PrintStream(printed, true, StandardCharsets.UTF_8));
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .containsPattern("\\d+ events, \\d+ decisions: identical\n")
        .contains("; otherwise: ring 102 for 20 s")
        .contains("  + extension 102 · availability: free")
        .containsPattern("… [1-9]\\d* of these decisions would have been otherwise");
  }
}
