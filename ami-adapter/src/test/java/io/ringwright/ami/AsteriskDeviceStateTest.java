package io.ringwright.ami;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.DeviceState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsteriskDeviceStateTest {

  @ParameterizedTest
  @CsvSource({
    "UNKNOWN, UNKNOWN",
    "NOT_INUSE, NOT_IN_USE",
    "INUSE, IN_USE",
    "BUSY, BUSY",
    "INVALID, INVALID",
    "UNAVAILABLE, UNAVAILABLE",
    "RINGING, RINGING",
    "RINGINUSE, RING_IN_USE",
    "ONHOLD, ON_HOLD"
  })
  void each_word_of_asterisk_has_its_state(String word, DeviceState state) {
    assertThat(AsteriskDeviceState.of(word)).isEqualTo(state);
  }

  @Test
  void a_word_that_nobody_knows_is_the_unknown_state() {
    assertThat(AsteriskDeviceState.of("")).isEqualTo(DeviceState.UNKNOWN);
    assertThat(AsteriskDeviceState.of("LEVITATING")).isEqualTo(DeviceState.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "0, NOT_IN_USE",
    "1, IN_USE",
    "2, BUSY",
    "4, UNAVAILABLE",
    "8, RINGING",
    "9, RING_IN_USE",
    "16, ON_HOLD",
    "17, IN_USE",
    "-1, INVALID",
    "-2, INVALID",
    "idle, UNKNOWN"
  })
  void each_number_of_a_hint_has_its_state(String status, DeviceState state) {
    assertThat(AsteriskDeviceState.ofHint(status)).isEqualTo(state);
  }
}
