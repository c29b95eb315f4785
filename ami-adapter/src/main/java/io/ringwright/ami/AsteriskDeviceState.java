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

  /** Bits, of which several may be set: {@code include/asterisk/pbx.h}. */
  private static final int HINT_IN_USE = 1;

  private static final int HINT_BUSY = 2;
  private static final int HINT_UNAVAILABLE = 4;
  private static final int HINT_RINGING = 8;
  private static final int HINT_ON_HOLD = 16;

  private AsteriskDeviceState() {}

  /**
   * The state of this name; unknown for a word that Asterisk did not have when this was written.
   */
  static DeviceState of(String word) {
    return WORDS.getOrDefault(word.toUpperCase(Locale.ROOT), DeviceState.UNKNOWN);
  }

  /** The state of a hint, by the number that Asterisk gives it; below zero it is no more. */
  static DeviceState ofHint(String status) {
    if (!status.matches("[0-9]{1,3}")) {
      return status.startsWith("-") ? DeviceState.INVALID : DeviceState.UNKNOWN;
    }
    int bits = Integer.parseInt(status);
    boolean inUse = (bits & (HINT_IN_USE | HINT_ON_HOLD)) != 0;
    if ((bits & HINT_RINGING) != 0) {
      return inUse ? DeviceState.RING_IN_USE : DeviceState.RINGING;
    }
    if ((bits & HINT_BUSY) != 0) {
      return DeviceState.BUSY;
    }
    if ((bits & HINT_UNAVAILABLE) != 0) {
      return DeviceState.UNAVAILABLE;
    }
    if (bits == HINT_ON_HOLD) {
      return DeviceState.ON_HOLD;
    }
    return inUse ? DeviceState.IN_USE : DeviceState.NOT_IN_USE;
  }
}
