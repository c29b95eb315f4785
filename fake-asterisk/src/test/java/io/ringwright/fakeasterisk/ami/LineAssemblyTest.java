package io.ringwright.fakeasterisk.ami;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineAssemblyTest {

  private final LineAssembly assembly = new LineAssembly();

  private List<String> take(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return assembly.take(bytes, bytes.length);
  }

  @Test
  void a_line_ends_with_lf_or_with_cr_and_lf() {
    assertThat(take("Action: Ping\r\nA: 1\nB")).containsExactly("Action: Ping", "A: 1");
    assertThat(take(": 2\r")).isEmpty();
    assertThat(take("\n\r\n\n")).containsExactly("B: 2", "", "");
  }

  @Test
  void a_nul_ends_the_text_of_a_line() {
    assertThat(take("A: 1\0hidden\n")).containsExactly("A: 1");
  }

  @Test
  void bytes_that_make_one_character_may_come_apart() {
    byte[] bytes = "Ä\n".getBytes(StandardCharsets.UTF_8);
    List<String> lines = new ArrayList<>();
    for (byte one : bytes) {
      lines.addAll(assembly.take(new byte[] {one}, 1));
    }
    assertThat(lines).containsExactly("Ä");
  }

  @Test
  void a_line_of_1024_bytes_with_its_end_is_the_longest() {
    assertThat(take("X: " + "y".repeat(1019) + "\r\n")).hasSize(1);
    assertThat(assembly.wasSpoilt()).isFalse();
  }

  @Test
  void of_a_longer_line_only_the_last_byte_is_kept() {
    assertThat(take("X: " + "y".repeat(1021) + "\r\n")).containsExactly("y");
    assertThat(assembly.wasSpoilt()).isTrue();
    assertThat(assembly.wasSpoilt()).isFalse();
    assertThat(take("X: " + "y".repeat(1020) + "\r\n")).containsExactly("");
    assertThat(assembly.wasSpoilt()).isTrue();
  }
}
