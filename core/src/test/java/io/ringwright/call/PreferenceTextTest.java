package io.ringwright.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferenceTextTest {

  @Test
  void a_number_a_colon_and_seconds_are_a_preference() {
    assertThat(Preference.parse("8261:86400"))
        .contains(new Preference(DirectoryNumber.of("8261"), Duration.ofHours(24)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "8261", "8261:", ":5", "8261:0", "8261:86401", "8261:-5", "82 61:5"})
  void anything_else_is_none(String text) {
    assertThat(Preference.parse(text)).isEmpty();
  }
}
