package io.ringwright.agi;

import io.ringwright.call.RingOutcome;

/**
 * What the dialplan variable {@code DIALSTATUS} means to the engine, the whole table.
 *
 * <p>Source: the documentation of the application Dial, Asterisk 16 to 22.
 */
final class DialStatus {

  private DialStatus() {}

  /**
   * The ring outcome behind a dial status.
   *
   * @param status what Dial left in {@code DIALSTATUS}; any text
   * @return how ringing ended
   */
  static RingOutcome outcome(String status) {
    return switch (status) {
      case "ANSWER" -> RingOutcome.ANSWERED;
      case "BUSY" -> RingOutcome.BUSY;
      case "NOANSWER" -> RingOutcome.NO_REPLY;
      case "CANCEL" -> RingOutcome.ABANDONED;
      // The dialplan's own word for a phone that refused, and what privacy and screening leave when
      // the person called sent the caller away; and for a phone that was answered and whose agent
      // did
      // not take the call.
      case "REJECTED", "NOTACCEPTED", "DONTCALL", "TORTURE" -> RingOutcome.REJECTED;
      case "CHANUNAVAIL", "CONGESTION" -> RingOutcome.NOT_REACHABLE;
      // Dial would not try (INVALIDARGS), did not run (empty), or is newer than we are.
      default -> RingOutcome.NOT_REACHABLE;
    };
  }
}
