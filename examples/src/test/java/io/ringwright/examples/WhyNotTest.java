package io.ringwright.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WhyNotTest {

  @Test
  void everybody_appears_with_the_reason_and_the_difference_is_told() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    WhyNot.run(new PrintStream(printed, true, StandardCharsets.UTF_8));
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .startsWith(
            "rings 100: free, idle for longest among 100, 102\n"
                + "not rung: 101 lacks skills (has french:1, asked for is french:2);")
        .contains("hunt group 700 · hunt: longest idle among 2: 100\n├─ extension 100 ·")
        .contains("├─ extension 101 · skills: has french:1, asked for is french:2\n")
        .contains("├─ extension 102 · hunt: no call so far, after 100\n")
        .contains("├─ extension 103 · availability: paused for lunch")
        .contains("└─ extension 104 · escalation: priority 2 is not open yet after 0 s\n")
        .contains("- extension 101 · skills: has french:1, asked for is french:2");
  }
}
