package io.ringwright.fakeasterisk.switchboard;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of a channel.
 *
 * <p>Thread safety: immutable.
 *
 * @param name such as {@code PJSIP/8260-0000000a}
 * @param device such as {@code PJSIP/8260}
 * @param uniqueId such as {@code lab-1700000000.12}
 * @param linkedId the unique id of the first channel of the same call
 */
public record ChannelId(String name, String device, String uniqueId, String linkedId) {

  private static final Pattern NUMBERS = Pattern.compile("(\\d{1,18})\\.(\\d{1,18})$");

  /** Orders unique ids by the time and the order in which their channels were made. */
  static final Comparator<String> OLDEST_FIRST =
      Comparator.<String>comparingLong(id -> number(id, 1)).thenComparingLong(id -> number(id, 2));

  private static long number(String uniqueId, int part) {
    Matcher numbers = NUMBERS.matcher(uniqueId);
    return numbers.find() ? Long.parseLong(numbers.group(part)) : Long.MAX_VALUE;
  }

  /** The same channel in another call. */
  ChannelId linkedTo(String otherLinkedId) {
    return new ChannelId(name, device, uniqueId, otherLinkedId);
  }

  /**
   * What comes after the technology.
   *
   * @return such as {@code 8260}
   */
  public String resource() {
    return device.substring(device.indexOf('/') + 1);
  }

  /**
   * The technology.
   *
   * @return such as {@code PJSIP}
   */
  public String technology() {
    return device.substring(0, device.indexOf('/'));
  }
}
