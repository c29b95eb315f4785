package io.ringwright.directory;

/**
 * A pattern for caller numbers in Asterisk's own notation: {@code X} is any digit, {@code Z} 1 to
 * 9, {@code N} 2 to 9, {@code [13-5]} one of the digits named, a last {@code .} one or more of
 * anything, a last {@code !} anything or nothing. Digits, {@code *}, {@code #} and {@code +} stand
 * for themselves; X, Z and N may be written small.
 *
 * <p>Matching looks at each character once, so no number can make it slow. Source: Asterisk's
 * documentation, "Pattern Matching".
 *
 * <p>Thread safety: immutable.
 *
 * @param text the pattern, without Asterisk's leading underscore
 */
public record NumberPattern(String text) {

  /**
   * Checks the pattern.
   *
   * @throws IllegalArgumentException if it is empty, longer than 80, holds a character that no
   *     number fits, or a bracket that is empty or not closed
   */
  public NumberPattern {
    if (text.isEmpty() || text.length() > 80) {
      throw wrong(text, "expected 1 to 80 characters");
    }
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int next = c == '[' ? afterBracket(text, at) : at + 1;
      if ((c == '.' || c == '!') && next < text.length()) {
        throw wrong(text, "expected " + c + " at the end only");
      }
      if ("0123456789*#+XZNxzn[.!".indexOf(c) < 0) {
        throw wrong(text, "expected 0-9, *, #, +, X, Z, N, brackets, and . or ! at the end");
      }
      at = next;
    }
  }

  /**
   * Whether a number fits.
   *
   * @param number the caller's number, empty if unknown
   * @return true if every character fits; an empty number fits nothing
   */
  public boolean matches(String number) {
    if (number.isEmpty()) {
      return false;
    }
    int at = 0;
    for (int i = 0; i < number.length(); i++) {
      if (at == text.length()) {
        return false;
      }
      char c = text.charAt(at);
      if (c == '.' || c == '!') {
        return true;
      }
      int next = c == '[' ? afterBracket(text, at) : at + 1;
      if (!fits(number.charAt(i), at, next)) {
        return false;
      }
      at = next;
    }
    return at == text.length() || text.charAt(at) == '!';
  }

  private boolean fits(char digit, int from, int to) {
    return switch (Character.toUpperCase(text.charAt(from))) {
      case 'X' -> digit >= '0' && digit <= '9';
      case 'Z' -> digit >= '1' && digit <= '9';
      case 'N' -> digit >= '2' && digit <= '9';
      case '[' -> inBracket(digit, from + 1, to - 1);
      default -> digit == text.charAt(from);
    };
  }

  private boolean inBracket(char digit, int from, int to) {
    for (int at = from; at < to; at++) {
      boolean range = at + 2 < to && text.charAt(at + 1) == '-';
      char last = range ? text.charAt(at + 2) : text.charAt(at);
      if (digit >= text.charAt(at) && digit <= last) {
        return true;
      }
      at += range ? 2 : 0;
    }
    return false;
  }

  private static int afterBracket(String text, int from) {
    int close = text.indexOf(']', from);
    if (close <= from + 1) {
      throw wrong(text, "expected a closed bracket with something in it");
    }
    return close + 1;
  }

  private static IllegalArgumentException wrong(String text, String expected) {
    return new IllegalArgumentException(
        "number pattern '" + text + "' is not valid: " + expected + ", such as 0049X.");
  }

  @Override
  public String toString() {
    return text;
  }
}
