package io.ringwright.fakeasterisk.switchboard;

import java.util.Map;

/**
 * Hang-up causes by their Q.850 numbers. Source: {@code include/asterisk/causes.h} and the table of
 * texts in {@code main/channel.c} of Asterisk.
 *
 * <p>Thread safety: may be used by many threads.
 */
public final class HangupCause {

  /** Nothing is known: nobody said why. */
  public static final int UNKNOWN = 0;

  /** The device has no way to be reached. */
  public static final int NO_ROUTE = 3;

  /** There is no such device. */
  public static final int CHANNEL_UNACCEPTABLE = 6;

  /** The usual end of a call. */
  public static final int NORMAL = 16;

  /** The phone is busy. */
  public static final int BUSY = 17;

  /** No response to the call at all. */
  public static final int NO_RESPONSE = 18;

  /** It rang, and nobody answered. */
  public static final int NO_ANSWER = 19;

  /** Somebody refused the call. */
  public static final int REJECTED = 21;

  /** Another phone was quicker. */
  public static final int ANSWERED_ELSEWHERE = 26;

  /** No line is free on the way. */
  public static final int CONGESTION = 34;

  /** A call by a technology that the switch does not have. */
  public static final int NO_SUCH_DRIVER = 66;

  /** The caller gave up before an answer. */
  public static final int INTERWORKING = 127;

  private static final Map<Integer, String> TEXTS =
      Map.ofEntries(
          Map.entry(1, "Unallocated (unassigned) number"),
          Map.entry(3, "No route to destination"),
          Map.entry(6, "Channel unacceptable"),
          Map.entry(16, "Normal Clearing"),
          Map.entry(17, "User busy"),
          Map.entry(18, "No user responding"),
          Map.entry(19, "User alerting, no answer"),
          Map.entry(20, "Subscriber absent"),
          Map.entry(21, "Call Rejected"),
          Map.entry(22, "Number changed"),
          Map.entry(26, "Answered elsewhere"),
          Map.entry(27, "Destination out of order"),
          Map.entry(28, "Invalid number format"),
          Map.entry(29, "Facility rejected"),
          Map.entry(31, "Normal, unspecified"),
          Map.entry(34, "Circuit/channel congestion"),
          Map.entry(38, "Network out of order"),
          Map.entry(41, "Temporary failure"),
          Map.entry(42, "Switching equipment congestion"),
          Map.entry(127, "Interworking, unspecified"));

  private HangupCause() {}

  /**
   * What Asterisk calls a cause.
   *
   * @param cause a Q.850 number
   * @return a short English text
   */
  public static String text(int cause) {
    return TEXTS.getOrDefault(cause, "Unknown");
  }
}
