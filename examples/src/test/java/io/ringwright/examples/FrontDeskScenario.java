package io.ringwright.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.fakeasterisk.PbxWithDesks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The minute at the front desk. Written once, run on the real Asterisk and on the fake one. */
abstract class FrontDeskScenario {

  /** Boots the switch that has the phones of the front desk. */
  abstract PbxWithDesks boot() throws IOException;

  @Test
  void everybody_gets_what_the_scenes_say() throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (PbxWithDesks pbx = boot()) {
      FrontDesk.play(pbx, new PrintStream(printed, true, StandardCharsets.UTF_8));
    } catch (IllegalStateException e) {
      throw new AssertionError("printed:\n" + printed.toString(StandardCharsets.UTF_8), e);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8).lines().map(FrontDeskScenario::said))
        .containsSubsequence(
            "Berta dials *45", "Berta hears agent-loginok", "Doris hears welcome", "Anna presses 1")
        .contains(
            "Berta is logged in",
            "Doris ends: answered",
            "Emil hears queue-youarenext",
            "Berta rang for Emil: refused",
            "Frida hears 0301555",
            "Frida key 1: call back",
            "Gustav ends: handed back",
            "Emil ends: answered",
            "Frida ends: answered",
            "Anna: paused (lunch)",
            "Berta: free")
        .noneMatch(line -> line.contains(" failed: "));
  }

  /** A line without the time, and with one space between words. */
  private static String said(String line) {
    return line.replaceFirst("^ *[0-9.]+ s +", "").replaceAll(" +", " ");
  }
}
