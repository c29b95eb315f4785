package io.ringwright.engine.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageWordsTest {

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.0, 1 / 3.0, Double.MAX_VALUE, Double.MIN_VALUE, -17.25})
  void a_number_is_read_to_the_bit(double number) {
    assertThat(ImageWords.number(ImageWords.number(number))).isEqualTo(number);
  }

  @Test
  void a_number_that_could_not_be_written_again_is_refused() {
    for (String word : new String[] {"0x1.0p99999", "-0x1.0p99999", "Infinity", "NaN", "1.5"}) {
      assertThatIllegalArgumentException().as(word).isThrownBy(() -> ImageWords.number(word));
    }
  }
}
