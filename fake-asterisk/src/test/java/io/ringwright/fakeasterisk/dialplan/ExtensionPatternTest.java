package io.ringwright.fakeasterisk.dialplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtensionPatternTest {

  @ParameterizedTest
  @CsvSource({
    "700, 700",
    "7-00, 700",
    "_7XX, 712",
    "_N., 2x",
    "_Z, 9",
    "_[0-9*#]., 8260-17",
    "_X!, 8260-17",
    "_!, ''",
    "_!, anything",
    "_[2-4]5, 35",
    "_7-XX, 712",
    "_[0-9*#+], +",
  })
  void a_pattern_matches(String pattern, String dialled) {
    assertThat(new ExtensionPattern(pattern).matches(dialled)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "700, 7000",
    "_7XX, 71",
    "_7XX, 7123",
    "_N., 2",
    "_N., 1x",
    "_Z, 0",
    "_., ''",
    "_[0-9*#]., a1",
    "_X!, ''",
    "_[2-4]5, 55",
  })
  void a_pattern_does_not_match(String pattern, String dialled) {
    assertThat(new ExtensionPattern(pattern).matches(dialled)).isFalse();
  }

  @Test
  void the_more_specific_comes_first() {
    List<String> sorted =
        Stream.of("_!", "_.", "_X.", "_[0-9*#].", "_N.", "_7.", "_7XX", "700", "s", "_[0-9*#+]")
            .map(ExtensionPattern::new)
            .sorted()
            .map(ExtensionPattern::text)
            .toList();
    assertThat(sorted)
        .containsExactly(
            "700", "s", "_7XX", "_7.", "_N.", "_X.", "_[0-9*#].", "_[0-9*#+]", "_.", "_!");
  }

  @Test
  void what_may_be_longer_is_known_from_what_was_dialled() {
    assertThat(mayBeLonger("_82XX", "82")).isTrue();
    assertThat(mayBeLonger("_82XX", "8260")).isFalse();
    assertThat(mayBeLonger("_82XX", "9")).isFalse();
    assertThat(mayBeLonger("123", "12")).isTrue();
    assertThat(mayBeLonger("123", "123")).isFalse();
    assertThat(mayBeLonger("_X.", "1")).as("a dot waits for more").isTrue();
    assertThat(mayBeLonger("_X.", "1234")).isTrue();
    assertThat(mayBeLonger("_X!", "1")).as("an exclamation mark does not").isFalse();
    assertThat(mayBeLonger("_X!", "12")).isFalse();
  }

  private static boolean mayBeLonger(String pattern, String dialled) {
    return new ExtensionPattern(pattern).mayBeLonger(dialled);
  }
}
