package io.ringwright.fakeasterisk.switchboard;

/**
 * How many of the called phones were busy, congested or out of reach. Source: {@code handle_cause}
 * and {@code wait_for_answer} in Asterisk's {@code apps/app_dial.c}.
 */
final class RefusalCount {

  private int busy;
  private int congested;
  private int outOfReach;

  void count(int cause) {
    switch (cause) {
      case HangupCause.BUSY -> busy++;
      case HangupCause.CONGESTION -> congested++;
      case HangupCause.NO_ANSWER, HangupCause.NORMAL -> {
        // A phone that gave up by itself counts for nothing: the status stays NOANSWER.
      }
      default -> outOfReach++;
    }
  }

  /** The status once no phone is left. */
  DialStatus status(int called) {
    if (busy + congested + outOfReach < called) {
      return DialStatus.NOANSWER;
    }
    if (busy > 0) {
      return DialStatus.BUSY;
    }
    return congested > 0 ? DialStatus.CONGESTION : DialStatus.CHANUNAVAIL;
  }
}
