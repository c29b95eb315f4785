package io.ringwright.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A place in the host's dialplan means nothing else in the arguments of Goto. */
class DialplanExtensionTest {

  @Test
  void a_place_is_written_with_a_comma_and_read_again() {
    DialplanExtension place = DialplanExtension.of("menu-2", "*9#");
    assertThat(place).hasToString("menu-2,*9#");
    assertThat(DialplanExtension.of(place.toString())).isEqualTo(place);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "_X.", "s,2", "a b", "${X}", "1&2", "s\n", "a:b", "é", "a(b)", "x;y", "1|2"})
  void what_could_mean_something_else_is_no_extension(String extension) {
    assertThatThrownBy(() -> DialplanExtension.of("menu", extension))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("dialplan extension");
  }

  @ParameterizedTest
  @ValueSource(strings = {"menu", "menu,", ",s", "me nu,s", "menu,s,1"})
  void what_is_no_place_is_refused(String text) {
    assertThatThrownBy(() -> DialplanExtension.of(text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_inquiry_is_read_as_it_is_written() {
    Inquiry number = new Inquiry.IsThisYourNumber(ExternalNumber.of("+49301234"));
    assertThat(Inquiry.of("+49301234")).isEqualTo(number).hasToString("+49301234");
    assertThat(Inquiry.of("*")).isEqualTo(new Inquiry.WhichNumber()).hasToString("*");
    assertThatThrownBy(() -> Inquiry.of("")).isInstanceOf(IllegalArgumentException.class);
  }
}
