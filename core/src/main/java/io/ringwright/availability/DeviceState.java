package io.ringwright.availability;

/**
 * The state that a switch reports for a device. Source: {@code enum ast_device_state} in Asterisk's
 * {@code include/asterisk/devicestate.h}.
 */
public enum DeviceState {
  /** The switch does not know; the device may well ring. */
  UNKNOWN(true, false),
  /** Idle. */
  NOT_IN_USE(true, false),
  /** In at least one call. */
  IN_USE(true, true),
  /** In as many calls as it takes. */
  BUSY(true, true),
  /** There is no such device. */
  INVALID(false, false),
  /** Not registered, or gone. */
  UNAVAILABLE(false, false),
  /** Rings. */
  RINGING(true, false),
  /** In a call, and rings for another. */
  RING_IN_USE(true, true),
  /** In a call that is on hold. */
  ON_HOLD(true, true);

  private final boolean reachable;
  private final boolean inCall;

  DeviceState(boolean reachable, boolean inCall) {
    this.reachable = reachable;
    this.inCall = inCall;
  }

  /**
   * Whether a call could reach the device.
   *
   * @return false if the switch knows that it could not
   */
  public boolean reachable() {
    return reachable;
  }

  /**
   * Whether the device is in at least one call.
   *
   * @return false if idle, ringing for its first call, or unknown
   */
  public boolean inCall() {
    return inCall;
  }
}
