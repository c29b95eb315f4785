package io.ringwright.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ExpectedWaitsTest {

  @Test
  void every_kind_of_centre_has_a_row_and_mixed_ones_one_for_each_priority() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ExpectedWaits.run(1, new PrintStream(printed, true, StandardCharsets.UTF_8));
    assertThat(printed.toString(StandardCharsets.UTF_8).lines())
        .hasSize(1 + 18 + 2 + 5 + 5 + 2) // the head, the kinds, the priorities of four of them
        .anyMatch(line -> line.startsWith("steady, 10 people, load 0.9"))
        .anyMatch(line -> line.startsWith("priorities 1 to 5, load 0.92"))
        .anyMatch(line -> line.startsWith("  priority 5"));
  }
}
