package io.ringwright.call;

/** How ringing ended. */
public enum RingOutcome {
  /** Somebody answered. */
  ANSWERED,
  /** The device was busy. */
  BUSY,
  /** Nobody answered within the ring time. */
  NO_REPLY,
  /** The device could not be reached, or the way to it was congested. */
  NOT_REACHABLE,
  /** Somebody refused the call. */
  REJECTED,
  /** The caller hung up first. */
  ABANDONED
}
