package io.ringwright.ami;

import io.ringwright.availability.DeviceState;
import java.util.Locale;
import java.util.Map;

/**
 * Asterisk's words for device states. Source: {@code devstatestring} in {@code main/devicestate.c}.
 */
final class AsteriskDeviceState {

  private static final Map<String, DeviceState> WORDS =
      Map.of(
          "UNKNOWN", DeviceState.UNKNOWN,
          "NOT_INUSE", DeviceState.NOT_IN_USE,
          "INUSE", DeviceState.IN_USE,
          "BUSY", DeviceState.BUSY,
          "INVALID", DeviceState.INVALID,
          "UNAVAILABLE", DeviceState.UNAVAILABLE,
          "RINGING", DeviceState.RINGING,
          "RINGINUSE", DeviceState.RING_IN_USE,
          "ONHOLD", DeviceState.ON_HOLD);

  private AsteriskDeviceState() {}

  /**
   * The state of this name; unknown for a word that Asterisk did not have when this was written.
   */
  static DeviceState of(String word) {
    return WORDS.getOrDefault(word.toUpperCase(Locale.ROOT), DeviceState.UNKNOWN);
  }
}
