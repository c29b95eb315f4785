package io.ringwright.agi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ringwright.call.DirectoryNumber;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AgentPinsTest {

  private final AgentPins pins = AgentPins.of(Map.of("8260", "4711"));

  @Test
  void a_pin_is_that_of_its_extension_only() {
    assertThat(pins.matches(DirectoryNumber.of("8260"), "4711")).isTrue();
    assertThat(pins.matches(DirectoryNumber.of("8260"), "4712")).isFalse();
    assertThat(pins.matches(DirectoryNumber.of("8260"), "47111")).isFalse();
    assertThat(pins.matches(DirectoryNumber.of("8261"), "4711")).isFalse();
    assertThat(pins.matches(DirectoryNumber.of("8261"), "")).as("no PIN is known").isFalse();
  }

  @Test
  void a_pin_that_is_none_is_refused_and_not_shown() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AgentPins.of(Map.of("8260", "12x")))
        .withMessageContaining("8260")
        .withMessageNotContaining("12x");
  }
}
