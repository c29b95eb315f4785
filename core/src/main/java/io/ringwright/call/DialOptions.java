package io.ringwright.call;

/**
 * The options of the dialplan application Dial: letters, some of them with an argument in
 * parentheses, such as {@code tTS(3600)}. Source: {@code apps/app_dial.c} of Asterisk 16 and 22.
 *
 * <p>At most 200 letters, digits and {@code ( ) ^ _ . : / * # @ + -}: nothing that would end the
 * argument or be expanded by the dialplan.
 *
 * <p>Thread safety: immutable.
 *
 * @param text the letters, without commas; empty for none
 */
public record DialOptions(String text) {

  private static final int LONGEST = 200;
  private static final String LETTERS = "AabBcCdDeEfFgGhHiIjkKLmMnNoOpPQrRsStTuUwWxXz";
  private static final String WITH_ARGUMENT = "ABbDGLMQsSU";

  /**
   * Checks the options.
   *
   * @throws IllegalArgumentException naming what Dial would not understand
   */
  public DialOptions {
    if (!Characters.fits(text, LONGEST, DialOptions::allowed) && !text.isEmpty()) {
      throw new IllegalArgumentException(
          "dial options "
              + Characters.shown(text)
              + " are not valid: expected up to 200 letters, digits and ()^_.:/*#@+-\n"
              + "Maybe put what needs other characters into a subroutine, and name that: U(name)");
    }
    for (int at = 0; at < text.length(); at = next(text, at)) {}
  }

  /**
   * The options of this text.
   *
   * @param text such as {@code tT}
   * @return the options
   * @throws IllegalArgumentException naming what Dial would not understand
   */
  public static DialOptions of(String text) {
    return new DialOptions(text);
  }

  private static boolean allowed(int c) {
    return Characters.letterOrDigit(c) || Characters.anyOf(c, "()^_.:/*#@+-");
  }

  /** Where the option behind this one begins. */
  private static int next(String text, int at) {
    String letter = text.substring(at, at + 1);
    if (!LETTERS.contains(letter)) {
      throw wrong(text, "'" + letter + "' is no option of Dial", "options such as tT");
    }
    boolean hasArgument = at + 1 < text.length() && text.charAt(at + 1) == '(';
    if (!hasArgument) {
      if (WITH_ARGUMENT.contains(letter)) {
        throw wrong(text, letter + " has no argument", letter + "(…)");
      }
      return at + 1;
    }
    int end = closing(text, at + 1);
    if (end < 0) {
      throw wrong(text, "the argument of " + letter + " does not end", "a ) for each (");
    }
    return end + 1;
  }

  private static int closing(String text, int from) {
    int open = 0;
    for (int at = from; at < text.length(); at++) {
      open += text.charAt(at) == '(' ? 1 : text.charAt(at) == ')' ? -1 : 0;
      if (open == 0) {
        return at;
      }
    }
    return -1;
  }

  private static IllegalArgumentException wrong(String text, String why, String expected) {
    return new IllegalArgumentException(
        "dial options '" + text + "' are not valid, " + why + ": expected " + expected);
  }

  @Override
  public String toString() {
    return text;
  }
}
