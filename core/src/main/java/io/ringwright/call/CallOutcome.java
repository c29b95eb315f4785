package io.ringwright.call;

/** How a call ended for the engine. Every call ends in exactly one of these. */
public enum CallOutcome {
  /** Somebody answered. */
  ANSWERED,
  /** The caller hung up first. */
  ABANDONED,
  /** The call was sent to an external number, by a forwarding or an overflow. */
  OVERFLOWED,
  /** The call was rejected. */
  REJECTED,
  /** The host withdrew it, or somebody else moved the call away, such as by a transfer. */
  WITHDRAWN,
  /** No engine answered the dialplan in time, and the call went on in the fallback context. */
  FELL_BACK,
  /** The engine does not know how it ended. Tests require that this never happens. */
  LOST
}
