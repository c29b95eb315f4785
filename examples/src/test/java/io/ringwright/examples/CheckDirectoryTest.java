package io.ringwright.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CheckDirectoryTest {

  private static final String PRINTED = printed();

  private static String printed() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    CheckDirectory.run(new PrintStream(printed, true, StandardCharsets.UTF_8));
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  void a_directory_that_does_not_build_is_told_with_all_its_mistakes() {
    assertThat(PRINTED)
        .contains("calls are lost (5)")
        .contains("forwarding on busy to '110' leads nowhere")
        .contains("device 'PJSIP 101' is not valid")
        .contains("forwarding on no reply to '0019005550100' leads nowhere")
        .contains("103 → 104 → 103")
        .contains("700 → 701 → 700");
  }

  @Test
  void every_planted_fault_of_the_other_is_found() {
    assertThat(PRINTED.substring(PRINTED.indexOf("A directory that builds:")))
        .contains("100 → 101 → 100, while vacation holds")
        .contains("it is out of service, and nothing takes its calls")
        .contains("forwarding on busy to extension 102, where nobody can ever answer")
        .contains("asks a schedule without any hour")
        .contains("member extension 105 always forwards, and this group skips members that do")
        .contains("priority 2 opens after 2 h, but no call waits longer than 1 h")
        .contains("nobody behind it has french:3; only after 2 min can anybody take a call")
        .contains("overflows lead back to it: 702 → 703 → 702")
        .contains("no member can ever ring, so every call overflows");
  }
}
