package io.ringwright.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values as Asterisk reads them. */
final class Values {

  private static final Set<String> YES = Set.of("yes", "true", "y", "t", "1", "on");
  private static final Set<String> NO = Set.of("no", "false", "n", "f", "0", "off");
  private static final Pattern NUMBER = Pattern.compile("\\s*([+-]?)([0-9]+).*", Pattern.DOTALL);
  private static final int MOST_DIGITS = 9;
  private static final int LARGE = 999_999_999;

  private Values() {}

  /** Whatever is not one of the words for yes is no. */
  static boolean yes(String value) {
    return YES.contains(value.toLowerCase(Locale.ROOT));
  }

  static boolean isNo(String value) {
    return NO.contains(value.toLowerCase(Locale.ROOT));
  }

  /** The number at the beginning, of nine digits at most; 0 if there is none. */
  static int number(String value) {
    Matcher number = NUMBER.matcher(value);
    if (!number.matches()) {
      return 0;
    }
    String digits = number.group(2).replaceFirst("^0+(?=.)", "");
    int amount = digits.length() > MOST_DIGITS ? LARGE : Integer.parseInt(digits);
    return number.group(1).equals("-") ? -amount : amount;
  }

  /** The parts of a list with commas, without blanks around them. */
  static List<String> list(String value) {
    List<String> parts = new ArrayList<>();
    for (String each : value.split(",", -1)) {
      parts.add(each.strip());
    }
    return parts;
  }

  /**
   * Arguments as the dialplan reads them: a comma within quotation marks, parentheses or braces
   * separates nothing, and the marks are taken off.
   */
  static List<String> arguments(String text) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean quoted = false;
    int depth = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '\\' && at + 1 < text.length()) {
        part.append(text.charAt(++at));
      } else if (c == ',' && !quoted && depth == 0) {
        parts.add(part.toString().strip());
        part.setLength(0);
      } else {
        depth += c == '(' || c == '{' ? 1 : c == ')' || c == '}' ? -1 : 0;
        part.append(c);
      }
    }
    parts.add(part.toString().strip());
    return parts;
  }

  /** The argument at a place; empty if it was left out. */
  static String at(List<String> arguments, int place) {
    return place < arguments.size() ? arguments.get(place) : "";
  }
}
