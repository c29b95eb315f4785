package io.ringwright.availability;

import java.time.Instant;

/**
 * The engine's conclusion about an extension: may it be rung now? Derived here and nowhere else.
 */
public enum Availability {
  /** Idle. */
  FREE("free"),
  /** In a call, with hold capacity left. */
  FREE_ON_HOLD("free on hold"),
  /** Rings already, or is about to. */
  RINGING("ringing"),
  /** In as many calls as it takes. */
  ENGAGED("engaged"),
  /**
   * A call ended a moment ago: calls through a hunt group leave it alone until the wrap-up is over.
   */
  IN_WRAP_UP("in wrap-up"),
  /** Paused: calls through a hunt group leave it alone. */
  PAUSED("paused"),
  /**
   * Took none of the last calls through hunt groups: such calls leave it alone for a while, whoever
   * calls.
   */
  LEFT_ALONE("left alone"),
  /** The switch cannot reach the device. */
  NOT_REACHABLE("not reachable");

  private final String words;

  Availability(String words) {
    this.words = words;
  }

  /**
   * The conclusion for a call.
   *
   * @param facts how much of the device is taken
   * @param holdCapacity up to how many more calls the extension takes while it is in one
   * @param throughGroup whether the call comes through a hunt group; only then wrap-up counts
   * @param now the instant of the decision
   * @return whether it may be rung, or why not
   */
  public static Availability of(
      DeviceLoad facts, int holdCapacity, boolean throughGroup, Instant now) {
    if (!facts.state().reachable()) {
      return NOT_REACHABLE;
    }
    if (throughGroup && now.isBefore(facts.wrapUpUntil())) {
      return IN_WRAP_UP;
    }
    if (facts.state() == DeviceState.RINGING) {
      return RINGING;
    }
    if (facts.inCall() == 0) {
      return facts.reserved() == 0 ? FREE : RINGING;
    }
    boolean room = facts.inCall() + facts.reserved() <= holdCapacity;
    return room && facts.state() != DeviceState.BUSY ? FREE_ON_HOLD : ENGAGED;
  }

  /**
   * The conclusion for a call through a hunt group, where the person counts beside the device.
   *
   * @param attendance whether the person is on a pause
   * @param leftAlone whether the extension is left alone after missed rings
   * @return this, unless the person cannot be rung; a device that cannot be reached comes first
   */
  public Availability with(Attendance attendance, boolean leftAlone) {
    if (this == NOT_REACHABLE) {
      return this;
    }
    if (attendance.pausedFor().isPresent()) {
      return PAUSED;
    }
    return leftAlone ? LEFT_ALONE : this;
  }

  /**
   * Whether it may be rung.
   *
   * @return true if free or free on hold
   */
  public boolean mayRing() {
    return this == FREE || this == FREE_ON_HOLD;
  }

  /**
   * The conclusion in words.
   *
   * @return lower-case words
   */
  public String words() {
    return words;
  }
}
