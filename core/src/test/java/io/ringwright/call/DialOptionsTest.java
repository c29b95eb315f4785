package io.ringwright.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialOptionsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tT",
        "mtTkK",
        "S(3600)",
        "m(jazz)r",
        "U(after^a^b)",
        "b(add^s^1(x))xX",
        "A(custom/hello)"
      })
  void what_dial_understands_is_taken_as_it_is(String text) {
    assertThat(DialOptions.of(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          t,T      | expected up to 200 letters
          ${X}     | expected up to 200 letters
          t T      | expected up to 200 letters
          Y        | 'Y' is no option of Dial
          3        | '3' is no option of Dial
          tS       | S has no argument
          UtT      | U has no argument
          m(jazz   | the argument of m does not end
          t)       | ')' is no option of Dial
          """)
  void what_dial_would_misunderstand_is_refused_and_named(String text, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DialOptions.of(text))
        .withMessageContaining(why);
  }

  @Test
  void options_that_are_too_long_are_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> DialOptions.of("t".repeat(201)));
  }
}
