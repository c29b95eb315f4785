package io.ringwright.fakeasterisk.dialplan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a dialplan takes something for true: a number that is not zero, or any other text. Source:
 * {@code pbx_checkcondition} in Asterisk's {@code main/pbx.c}.
 *
 * <p>Thread safety: may be used by many threads.
 */
public final class Condition {

  private static final Pattern LEADING_NUMBER =
      Pattern.compile("\\s*([+-]?\\d+).*", Pattern.DOTALL);

  private Condition() {}

  /**
   * Whether a text counts as true.
   *
   * @param text the worth of an expression
   * @return false for the empty text and for zero
   */
  public static boolean holds(String text) {
    Matcher number = LEADING_NUMBER.matcher(text);
    return number.matches() ? !number.group(1).matches("[+-]?0+") : !text.isEmpty();
  }
}
