package io.ringwright.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnHourLaterTest {

  @TempDir Path folder;

  @Test
  void both_decisions_about_the_call_are_still_there_and_the_journal_is_durable() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    AnHourLater.run(
        folder.resolve("calls"), new PrintStream(printed, true, StandardCharsets.UTF_8));
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("ring 100 for 20 s")
        .contains("ring 101 for 20 s")
        .contains("durable");
  }
}
