package io.ringwright.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ContextNameTest {

  @Test
  void letters_digits_underscores_and_dashes_make_a_context() {
    assertThat(ContextName.of("from-trunk_2").name()).isEqualTo("from-trunk_2");
  }

  @Test
  void text_that_could_mean_something_else_on_the_wire_is_refused() {
    for (String text :
        new String[] {"", "a b", "a,b", "a\r\nAction: x", "a\n", "a&b", "${x}", "ä"}) {
      assertThat(ContextName.parse(text)).as(text).isEmpty();
    }
  }

  @Test
  void a_name_longer_than_asterisk_keeps_is_refused() {
    assertThat(ContextName.parse("x".repeat(79))).isPresent();
    assertThatThrownBy(() -> ContextName.of("x".repeat(80)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("context name")
        .hasMessageContaining("79");
  }
}
