package io.ringwright.fakeasterisk.ami;

import io.ringwright.availability.DeviceState;

/** The words by which AMI names device states. Source: {@code main/devicestate.c} of Asterisk. */
final class DeviceStateWord {

  private DeviceStateWord() {}

  static String of(DeviceState state) {
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
}
