package io.ringwright.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FirstCallTest {

  @Test
  void the_first_call_rings_the_phone_that_the_forwarding_leads_to_and_says_why() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    FirstCall.run(new PrintStream(printed, true, StandardCharsets.UTF_8));
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .startsWith("ring 100 for 20 s")
        .contains("extension 102 · forwarding unconditional: to extension 100, always")
        .contains("call 2 · decision: ring 101 for 20 s")
        .contains("101 · availability: free on hold: in 1 call of at most 2")
        .contains("call 4 · decision: wait for hunt group 700 at position 1");
  }
}
