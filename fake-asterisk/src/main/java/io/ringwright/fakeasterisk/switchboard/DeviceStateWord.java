package io.ringwright.fakeasterisk.switchboard;

import io.ringwright.availability.DeviceState;
import java.util.Arrays;
import java.util.Optional;

/**
 * The words by which AMI and the dialplan name device states. Source: {@code main/devicestate.c} of
 * Asterisk.
 */
public final class DeviceStateWord {

  private DeviceStateWord() {}

  /**
   * The word for a state.
   *
   * @param state the state
   * @return such as {@code NOT_INUSE}
   */
  public static String of(DeviceState state) {
    return switch (state) {
      case UNKNOWN -> "UNKNOWN";
      case NOT_IN_USE -> "NOT_INUSE";
      case IN_USE -> "INUSE";
      case BUSY -> "BUSY";
      case INVALID -> "INVALID";
      case UNAVAILABLE -> "UNAVAILABLE";
      case RINGING -> "RINGING";
      case RING_IN_USE -> "RINGINUSE";
      case ON_HOLD -> "ONHOLD";
    };
  }

  /** The state of this word; empty if Asterisk has no such word. */
  static Optional<DeviceState> parse(String word) {
    return Arrays.stream(DeviceState.values()).filter(each -> of(each).equals(word)).findFirst();
  }
}
