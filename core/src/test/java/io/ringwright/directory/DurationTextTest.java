package io.ringwright.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationTextTest {

  @ParameterizedTest(name = "{0} is written {1}")
  @CsvSource({
    "PT0S, 0 s",
    "PT20S, 20 s",
    "PT90S, 1 min 30 s",
    "PT1H, 1 h",
    "P1DT2H, 1 d 2 h",
    "PT0.25S, 250 ms",
    "PT-1S, -1 s",
    "PT0.000000001S, 1 ns",
    "PT-2562047788015215H-30M-8S, PT-2562047788015215H-30M-8S",
  })
  void a_duration_is_written_as_people_do(String iso, String words) {
    assertThat(DurationText.of(Duration.parse(iso))).isEqualTo(words);
  }
}
