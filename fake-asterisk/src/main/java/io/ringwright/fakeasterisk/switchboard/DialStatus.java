package io.ringwright.fakeasterisk.switchboard;

/**
 * How dialling ended: what the dialplan finds in {@code DIALSTATUS}. The names are Asterisk's own.
 * Source: {@code apps/app_dial.c}.
 */
public enum DialStatus {
  /** Somebody answered. */
  ANSWER,
  /** Nobody answered, and at least one phone was busy. */
  BUSY,
  /** The ring time is over, or a phone gave up by itself. */
  NOANSWER,
  /** No phone could be reached; also what becomes of a call that was refused. */
  CHANUNAVAIL,
  /** No line was free. */
  CONGESTION,
  /** The caller left first. */
  CANCEL;

  /**
   * What AMI reports for one phone that ended with a cause. Source: {@code
   * ast_hangup_cause_to_dial_status} in {@code main/channel.c}.
   */
  static DialStatus ofPhone(int cause) {
    return switch (cause) {
      case HangupCause.BUSY -> BUSY;
      case HangupCause.CONGESTION -> CONGESTION;
      case HangupCause.NO_ROUTE, 20 -> CHANUNAVAIL;
      default -> NOANSWER;
    };
  }
}
