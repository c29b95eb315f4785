package io.ringwright.records;

import java.time.Instant;
import java.util.List;

/**
 * One line of Asterisk's {@code queue_log}.
 *
 * <p>Asterisk escapes nothing, so a bar or a line break in a part would read as another part or
 * line: here a bar becomes an underscore, and a control character a blank.
 *
 * <p>Thread safety: immutable.
 *
 * @param at when; written in whole seconds
 * @param callId the uniqueid of the caller's channel; {@code NONE} or {@code MANAGER} where it is
 *     about no call
 * @param queue the queue; {@code NONE} for all
 * @param agent the agent; {@code NONE} for nobody
 * @param event what happened, such as {@code CONNECT}
 * @param data the rest, five parts at most
 */
public record QueueLogLine(
    Instant at, String callId, String queue, String agent, String event, List<String> data) {

  /** What stands where there is no call, queue or agent. */
  public static final String NONE = "NONE";

  static final String MANAGER = "MANAGER";

  static final int MOST_DATA = 5;

  /**
   * Takes bars and line breaks out of every part.
   *
   * @throws IllegalArgumentException if there are more than five data
   */
  public QueueLogLine {
    if (data.size() > MOST_DATA) {
      throw new IllegalArgumentException(
          data.size() + " data of a queue_log line: expected " + MOST_DATA + " at most");
    }
    callId = harmless(callId);
    queue = harmless(queue);
    agent = harmless(agent);
    event = harmless(event);
    data = data.stream().map(QueueLogLine::harmless).toList();
  }

  private static String harmless(String part) {
    StringBuilder text = new StringBuilder(part.length());
    part.codePoints()
        .map(c -> c == '|' ? '_' : c)
        .map(c -> isLineBreak(c) ? ' ' : c)
        .forEach(text::appendCodePoint);
    return text.toString();
  }

  private static boolean isLineBreak(int c) {
    return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
  }

  /**
   * The line as Asterisk writes it, without the line break.
   *
   * @return seconds since 1970, call, queue, agent, event and data, with bars between; without data
   *     a bar at the end
   */
  public String text() {
    return at.getEpochSecond()
        + "|"
        + String.join("|", callId, queue, agent, event)
        + "|"
        + String.join("|", data);
  }

  @Override
  public String toString() {
    return text();
  }
}
