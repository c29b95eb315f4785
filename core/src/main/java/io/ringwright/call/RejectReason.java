package io.ringwright.call;

/**
 * Why a call is rejected, each with the hangup cause (ITU-T Q.850) that tells the caller's side.
 */
public enum RejectReason {
  /** Nothing in the directory has the called number. */
  UNKNOWN_NUMBER("unknown-number", 1),
  /** What was dialled is no number at all. */
  NOT_A_NUMBER("not-a-number", 28),
  /** The call forwardings lead in a circle. */
  LOOP("loop", 25),
  /** More diversions than are followed. */
  TOO_MANY_DIVERSIONS("too-many-diversions", 25),
  /** A call forwarding leads to an external number that the policy does not allow. */
  FORBIDDEN("forbidden", 21),
  /** More calls were diverted to external numbers than the limit allows. */
  TOO_MANY_OUTSIDE("too-many-outside", 21),
  /** The device cannot be reached, and nothing else was arranged. */
  NOT_REACHABLE("not-reachable", 20),
  /** No member of the hunt group is in service. */
  NOBODY_IN_SERVICE("nobody-in-service", 20),
  /** Nobody behind the number will ever have the skills that the call asks for. */
  NOBODY_QUALIFIED("nobody-qualified", 20),
  /** As many calls wait as may wait. */
  QUEUE_FULL("queue-full", 17),
  /** The call waited as long as it may. */
  WAITED_TOO_LONG("waited-too-long", 19),
  /** The hunt group is closed at this time. */
  CLOSED("closed", 20),
  /** Nobody answered within a day, or more overflows than are followed. */
  JOURNEY_TOO_LONG("journey-too-long", 25),
  /** The host withdrew the call. */
  WITHDRAWN("withdrawn", 16),
  /** The caller will be called back; the place is kept. */
  CALL_BACK_ARRANGED("call-back-arranged", 16),
  /** The engine does not know this call, and its channel does not say enough to take it in. */
  UNKNOWN_CALL("unknown-call", 41),
  /** The call is over; there is nothing left to do. */
  CALL_OVER("call-over", 16);

  private final String word;
  private final int cause;

  RejectReason(String word, int cause) {
    this.word = word;
    this.cause = cause;
  }

  /**
   * The reason as one word for the dialplan.
   *
   * @return lower-case letters and dashes
   */
  public String word() {
    return word;
  }

  /**
   * The hangup cause.
   *
   * @return a Q.850 number
   */
  public int cause() {
    return cause;
  }
}
