package io.ringwright.agi;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.agi.RequestHead.Fitness;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestHeadTest {

  @Test
  void what_asterisk_sends_is_sound() {
    RequestHead head = read("agi_network: yes\nagi_accountcode: \nagi_arg_1: \nagi_arg_2: x\n\n");

    assertThat(head.fitness()).isEqualTo(Fitness.SOUND);
    assertThat(head.lines())
        .containsExactly(
            "agi_network: yes", "agi_accountcode: ", "agi_arg_1: ", "agi_arg_2: x", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "agi_a: 1\nagi_a: 2\n\n",
        "nonsense\n\n",
        "agi_: x\n\n",
        "ogi_a: x\n\n",
        "agi_A: x\n\n",
        "agi_a:x\n\n",
        "agi_a: \u0007\n\n",
        "agi_a: x\r\n\r\n\n",
        "agi_a: \u007f\n\n",
        "agi_arg_2: x\n\n",
        "agi_arg_1: x\nagi_arg_3: y\n\n",
        "agi_arg_1: x\nagi_callerid: y\n\n",
        "agi_arg_01: x\n\n",
        "agi_arg_2147483647: x\n\n"
      })
  void what_asterisk_never_sends_is_malformed(String text) {
    RequestHead head = read(text);

    assertThat(head.fitness()).isEqualTo(Fitness.MALFORMED);
    assertThat(head.lines()).containsExactly("");
    assertThat(head.fault()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "agi_a: 1\n", "agi_a: 1", "agi_a: 1\nagi_b"})
  void what_never_ends_is_broken(String text) {
    assertThat(read(text).fitness()).isEqualTo(Fitness.BROKEN);
  }

  @Test
  void as_many_lines_as_are_allowed_are_read_and_no_more() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < RequestHead.MOST_LINES; i++) {
      lines.append("agi_x").append(i).append(": 1\n");
    }
    assertThat(read(lines + "\n").fitness()).isEqualTo(Fitness.SOUND);
    assertThat(read(lines + "agi_y: 1\n\n").fitness()).isEqualTo(Fitness.BROKEN);
  }

  @Test
  void a_line_as_long_as_is_allowed_is_read_and_no_longer() {
    String longest = "agi_a: " + "x".repeat(AgiReader.LONGEST - 7);

    assertThat(read(longest + "\n\n").fitness()).isEqualTo(Fitness.SOUND);
    assertThat(read(longest + "x".repeat(5000) + "\n\n").fitness()).isEqualTo(Fitness.BROKEN);
  }

  @Test
  void bytes_may_come_one_by_one() {
    InputStream slow =
        new ByteArrayInputStream("agi_a: Zoë\nagi_b: 2\n\n".getBytes(StandardCharsets.UTF_8)) {
          @Override
          public int read(byte[] buffer, int offset, int length) {
            return super.read(buffer, offset, Math.min(1, length));
          }

          @Override
          public int read(byte[] buffer) {
            return read(buffer, 0, buffer.length);
          }
        };

    assertThat(RequestHead.read(new AgiReader(slow)).lines())
        .containsExactly("agi_a: Zoë", "agi_b: 2", "");
  }

  @Test
  void no_input_whatever_gets_a_control_character_or_a_key_twice_past_the_check() {
    Random random = new Random(42);
    String pieces = "agi_arg_123: abc\n\n\r\0\u0007=&,${}\"é";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder("agi_network: yes\n");
      for (int i = random.nextInt(40); i > 0; i--) {
        int start = random.nextInt(pieces.length());
        text.append(pieces, start, start + random.nextInt(pieces.length() - start));
      }
      RequestHead head = read(text + "\n\n");
      if (head.fitness() == Fitness.SOUND) {
        assertThat(head.lines()).noneMatch(RequestHead::hasControl);
        assertThat(head.lines().stream().map(line -> line.split(":", 2)[0]))
            .doesNotHaveDuplicates();
      }
    }
  }

  private static RequestHead read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return RequestHead.read(new AgiReader(new ByteArrayInputStream(bytes)));
  }
}
