package io.ringwright.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhatIfTest {

  @Test
  void two_more_people_shorten_the_wait() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    WhatIf.run(new PrintStream(printed, true, StandardCharsets.UTF_8));
    List<String> lines = printed.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0)).contains("mean wait", "change", "answered in 20 s");
    assertThat(lines.get(1)).startsWith("ten people");
    assertThat(lines.get(3)).startsWith("two more").containsPattern("-\\d+\\.\\d ± \\d+\\.\\d s");
  }
}
