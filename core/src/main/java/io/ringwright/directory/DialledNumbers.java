package io.ringwright.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The numbers that a dial string may dial: what stands before an at sign, and after a trunk. What
 * separates digits, or makes a telephone line wait, is left out, as a provider would leave it out.
 */
final class DialledNumbers {

  private static final Pattern BEFORE_LETTERS = Pattern.compile("^\\+?[0-9]{3,}(?=[A-Za-z])");

  private DialledNumbers() {}

  /** All that may be one; none of a dial string that is nothing but the name of a device. */
  static List<String> in(String dialString) {
    int slash = dialString.indexOf('/');
    String resource = dialString.substring(slash + 1);
    List<String> parts =
        dialString.substring(0, slash).toLowerCase(Locale.ROOT).equals("local")
            ? local(resource)
            : onTrunk(resource);
    return parts.stream().flatMap(DialledNumbers::numbers).distinct().toList();
  }

  /** A provider may leave out letters behind a number, or all that follows them. */
  private static Stream<String> numbers(String part) {
    String bare = part.replaceAll("[-._wWpP]", "");
    Matcher lettered = BEFORE_LETTERS.matcher(part);
    return bare.matches("\\+?[0-9]+")
        ? Stream.of(bare)
        : lettered.find() ? Stream.of(lettered.group()) : Stream.empty();
  }

  /**
   * The dialplan extension of a Local channel, in whatever context. Our own context for agents
   * outside dials what stands before the first dash, whatever follows.
   */
  private static List<String> local(String resource) {
    String extension = resource.replaceAll("[@/].*", "");
    return List.of(extension, extension.replaceAll("-.*", ""));
  }

  /**
   * Between slashes, what stands before an at sign and after a colon: {@code
   * SIP/trunk/00960/192.0.2.1}, {@code IAX2/user@peer/00960/a} and {@code
   * PJSIP/trunk/sip:00960@host} all dial 00960. The first, if it is nothing but a name, is a device
   * or a trunk.
   */
  private static List<String> onTrunk(String resource) {
    List<String> parts = new ArrayList<>();
    String[] segments = resource.split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      String segment = segments[i];
      String before = segment.replaceAll("@.*", "");
      String number = before.substring(before.lastIndexOf(':') + 1);
      boolean isName = number.equals(segment) || (!segment.contains("@") && segments.length > 1);
      if (i > 0 || !isName) {
        parts.add(number);
      }
    }
    return parts;
  }
}
