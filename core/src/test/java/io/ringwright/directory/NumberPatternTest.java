package io.ringwright.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberPatternTest {

  @ParameterizedTest(name = "{0} fits {1}: {2}")
  @CsvSource({
    "0301234567, 0301234567, true",
    "0301234567, 030123456,  false",
    "030123456,  0301234567, false",
    "XX,         01,         true",
    "XX,         0a,         false",
    "xxx,        012,        true",
    "ZXX,        012,        false",
    "NXX,        112,        false",
    "nxx,        212,        true",
    "0[13-5]X,   041,        true",
    "0[13-5]X,   021,        false",
    "0[-]X,      0-1,        true",
    "+49.,       +4930,      true",
    "+49.,       +49,        false",
    "+49!,       +49,        true",
    "+49!,       +4930,      true",
    "+49!,       +4,         false",
    ".,          1,          true",
    "*21#,       *21#,       true",
  })
  void a_pattern_fits_as_in_asterisk(String pattern, String number, boolean fits) {
    assertThat(new NumberPattern(pattern).matches(number)).isEqualTo(fits);
  }

  @ParameterizedTest
  @ValueSource(strings = {"!", ".", "X", "0!"})
  void an_unknown_number_fits_no_pattern(String pattern) {
    assertThat(new NumberPattern(pattern).matches("")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0[", "0[]", "0.1", "!0", "_030.", "030 1", "abc", "(030)"})
  void a_pattern_that_nothing_could_fit_is_refused(String pattern) {
    assertThatThrownBy(() -> new NumberPattern(pattern))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("number pattern '" + pattern + "' is not valid: expected");
  }

  @Test
  void no_number_makes_matching_slow() {
    NumberPattern pattern = new NumberPattern("X".repeat(40) + "[0-9]".repeat(8));
    String nearly = "1".repeat(100_000);
    Instant start = Instant.now();
    for (int i = 0; i < 1000; i++) {
      pattern.matches(nearly);
    }
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
  }
}
