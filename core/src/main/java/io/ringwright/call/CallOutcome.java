package io.ringwright.call;

/** How a visit of a call ended. Every {@link Visit} ends in exactly one of these. */
public enum CallOutcome {
  /** Somebody answered. */
  ANSWERED,
  /**
   * Somebody answered, and the caller was sent on to a number for which the engine was asked: by a
   * blind transfer to a queue, say. The call goes on as its next visit.
   */
  ANSWERED_THEN_SENT_ON,
  /**
   * Nobody had answered, and the caller was sent on to a number for which the engine was asked: by
   * a supervisor or the dialplan. The call goes on as its next visit.
   */
  SENT_ON,
  /** The caller hung up first. */
  ABANDONED,
  /** The call was sent to an external number, by a forwarding or an overflow. */
  OVERFLOWED,
  /** The call went on at a place in the dialplan of the host, by a key or an overflow. */
  HANDED_BACK,
  /** The call was rejected. */
  REJECTED,
  /** The host withdrew it, or somebody else moved it to where the engine is not asked. */
  WITHDRAWN,
  /** No engine answered the dialplan in time, and the call went on in the fallback context. */
  FELL_BACK,
  /** The engine does not know how it ended. Tests require that this never happens. */
  LOST;

  /**
   * Whether somebody answered during the visit.
   *
   * @return true for {@link #ANSWERED} and {@link #ANSWERED_THEN_SENT_ON}
   */
  public boolean isAnswered() {
    return this == ANSWERED || this == ANSWERED_THEN_SENT_ON;
  }

  /**
   * Whether the call goes on: its next visit begins with this end. A call ends with the visit for
   * which this is false.
   *
   * @return true for {@link #SENT_ON} and {@link #ANSWERED_THEN_SENT_ON}
   */
  public boolean goesOn() {
    return this == SENT_ON || this == ANSWERED_THEN_SENT_ON;
  }
}
