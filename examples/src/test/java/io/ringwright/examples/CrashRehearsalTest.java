package io.ringwright.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashRehearsalTest {

  private static final String ORDER = "Ida, VIP · Frida · Gustav · Hanna · Jakob";

  @TempDir Path folder;

  @Test
  void callers_keep_their_places_when_the_engine_is_killed_and_started_again() throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    CrashRehearsal.run(
        folder.resolve("calls.journal"), new PrintStream(printed, true, StandardCharsets.UTF_8));

    List<String> lines = printed.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines)
        .contains(
            "Waiting before: " + ORDER,
            "Waiting after:  " + ORDER,
            "Served:         " + ORDER,
            "Everybody kept the place.")
        .containsOnlyOnce("  nobody routes calls; the callers hear music");
    assertThat(lines).filteredOn("  paused:  Cleo (lunch)"::equals).hasSize(2);
    assertThat(lines).filteredOn(line -> line.matches("process \\d+ routes calls.*")).hasSize(2);
  }
}
