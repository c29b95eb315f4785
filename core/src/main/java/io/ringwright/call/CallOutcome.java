package io.ringwright.call;

/** How a call ended for the engine. Every call ends in exactly one of these. */
public enum CallOutcome {
  /** Somebody answered. */
  ANSWERED,
  /** The caller hung up first. */
  ABANDONED,
  /** The call left the house: by a forwarding or an overflow to an external number. */
  OVERFLOWED,
  /** The call was rejected. */
  REJECTED,
  /** Somebody else took the call out of our hands, such as by a transfer. */
  WITHDRAWN,
  /** The engine cannot say. Counted, and required to be zero by the tests. */
  LOST
}
