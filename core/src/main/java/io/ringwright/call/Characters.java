package io.ringwright.call;

import java.util.function.IntPredicate;

/**
 * Single-pass checks of text that comes from outside. Nothing here repairs: a repaired number is
 * another number.
 */
final class Characters {

  private Characters() {}

  /**
   * What may stand in a text.
   *
   * @param longest how many characters at most
   * @param allowed which
   * @param words the same in words
   */
  record Shape(int longest, IntPredicate allowed, String words) {

    /** Gives the text back, or says what is wrong with it. */
    String require(String what, String value) {
      if (!fits(value)) {
        throw new IllegalArgumentException(
            what + " " + shown(value) + " is not valid: expected 1 to " + longest + " " + words);
      }
      return value;
    }

    boolean fits(String value) {
      return Characters.fits(value, longest, allowed);
    }
  }

  static boolean fits(String value, int longest, IntPredicate allowed) {
    if (value.isEmpty() || value.length() > longest) {
      return false;
    }
    for (int at = 0; at < value.length(); at++) {
      if (!allowed.test(value.charAt(at))) {
        return false;
      }
    }
    return true;
  }

  static boolean digit(int c) {
    return c >= '0' && c <= '9';
  }

  static boolean letterOrDigit(int c) {
    return digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean anyOf(int c, String others) {
    return others.indexOf(c) >= 0;
  }

  /** The value for a message: quoted, control characters made visible, cut where it gets long. */
  static String shown(String value) {
    String start = value.length() > 40 ? value.substring(0, 40) + "…" : value;
    StringBuilder text = new StringBuilder("'");
    start
        .chars()
        .forEach(
            c -> {
              if (Character.isISOControl(c)) {
                text.append(String.format("\\u%04x", c));
              } else {
                text.append((char) c);
              }
            });
    return text.append('\'').toString();
  }
}
