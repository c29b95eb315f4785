package io.ringwright.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The example says what changed, what is wrong, and how a list is written. */
class PhonesFromFileTest {

  @Test
  void changes_mistakes_and_a_written_list_are_printed() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PhonesFromFile.run(new PrintStream(printed, true, StandardCharsets.UTF_8));
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains(
            "102 (Ben): ring time 20 s → 30 s",
            "101 (Anna) left 700 (Sales)",
            "700 (Sales): longest wait 1 h → 5 min",
            "text:2:21: extension 101: key 'devise' is not known",
            "text:2:51: extension 101: ring-time '30' is not valid",
            "    700:\n      name: Sales\n      members: [102]\n      longest-wait: 5 min\n");
  }
}
