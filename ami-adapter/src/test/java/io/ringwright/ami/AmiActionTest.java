package io.ringwright.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.call.Channel;
import io.ringwright.call.ContextName;
import io.ringwright.call.PbxId;
import io.ringwright.call.Token;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes to the wire is one action, whatever text goes in. */
class AmiActionTest {

  private static final Channel CALLER = new Channel(PbxId.of("lab"), "PJSIP/trunk-0000001f");

  @Test
  void a_delivery_is_written_as_asterisk_reads_it() {
    assertThat(text(AmiAction.move(CALLER, ContextName.of("ringwright-wait"), new Token(17))))
        .isEqualTo(
            """
            Action: Redirect\r
            ActionID: x1\r
            Channel: PJSIP/trunk-0000001f\r
            Context: ringwright-wait\r
            Exten: moved-17\r
            Priority: 1\r
            \r
            """);
    assertThat(text(AmiAction.layDown(CALLER, new Token(17), "PJSIP/8260,20,")))
        .contains("Variable: RW_RING_17\r\n", "Value: PJSIP/8260,20,\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PJSIP/1\r\n\r\nAction: Originate",
        "PJSIP/1\nAction: Originate",
        "PJSIP/1\rX: y",
        "PJSIP/1\0",
        "\u001b[2J",
        "\u007f"
      })
  void control_characters_are_refused(String value) {
    assertThatThrownBy(() -> new AmiValue(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("control character")
        .hasMessageNotContaining(value);
  }

  @Test
  void a_value_longer_than_asterisks_line_is_refused() {
    assertThat(new AmiValue("x".repeat(900)).text()).hasSize(900);
    assertThatThrownBy(() -> new AmiValue("x".repeat(901)))
        .hasMessageContaining("901 bytes, expected at most 900");
    assertThatThrownBy(() -> new AmiValue("ü".repeat(451))).hasMessageContaining("902 bytes");
  }

  @Test
  void whatever_the_text_it_is_refused_or_read_back_as_this_one_action() {
    Random random = new Random(4711);
    int written = 0;
    for (int i = 0; i < 50_000; i++) {
      String value = anyText(random);
      List<List<String>> read;
      try {
        read = actionsAsAsteriskReads(bytes(AmiAction.layDown(CALLER, new Token(7), value)));
      } catch (IllegalArgumentException refused) {
        continue;
      }
      written++;
      assertThat(read)
          .as("value %s", value)
          .containsExactly(
              List.of(
                  "Action: Setvar",
                  "ActionID: x1",
                  "Channel: PJSIP/trunk-0000001f",
                  "Variable: RW_RING_7",
                  "Value: "
                      + new String(
                          value.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)));
    }
    assertThat(written).isBetween(5_000, 45_000);
  }

  /** Mostly what could hurt: ends of lines, NUL, colons, and whatever Unicode takes for a break. */
  private static String anyText(Random random) {
    String spice = "\r\n\0:\n\r\u0085\u2028\u000b\t ";
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(12);
    for (int i = 0; i < length; i++) {
      boolean spicy = random.nextInt(12) == 0;
      text.append(
          spicy
              ? spice.charAt(random.nextInt(spice.length()))
              : (char)
                  (random.nextInt(20) == 0 ? random.nextInt(0x10000) : ' ' + random.nextInt(95)));
    }
    return text.toString();
  }

  /**
   * Asterisk's own way to read ({@code get_input} and {@code do_message} in main/manager.c): a line
   * ends at CR LF or LF and counts up to the first NUL; an empty one ends the action; a line above
   * 1024 bytes spoils it.
   */
  private static List<List<String>> actionsAsAsteriskReads(byte[] bytes) {
    List<List<String>> actions = new ArrayList<>();
    List<String> action = new ArrayList<>();
    int start = 0;
    for (int at = 0; at < bytes.length; at++) {
      if (bytes[at] != '\n') {
        continue;
      }
      int end = at > start && bytes[at - 1] == '\r' ? at - 1 : at;
      String line = new String(bytes, start, end - start, StandardCharsets.UTF_8);
      assertThat(at - start).isLessThan(1024);
      start = at + 1;
      int nul = line.indexOf('\0');
      line = nul < 0 ? line : line.substring(0, nul);
      if (line.isEmpty()) {
        actions.add(List.copyOf(action));
        action.clear();
      } else {
        action.add(line);
      }
    }
    assertThat(start).as("all is read").isEqualTo(bytes.length);
    assertThat(action).as("the last action is whole").isEmpty();
    return actions;
  }

  private static byte[] bytes(AmiAction action) {
    return action.bytes("x1");
  }

  private static String text(AmiAction action) {
    return new String(bytes(action), StandardCharsets.UTF_8);
  }
}
