package io.ringwright.dialplan;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The feature codes that agents dial at their phones.
 *
 * <p>A code begins with {@code *} or {@code #} and has 2 to 8 of the characters {@code 0-9 * #}. No
 * code is the beginning of another one: what is dialled after it - a hunt group, a reason - would
 * not be told apart from the longer code.
 *
 * <p>Thread safety: immutable.
 *
 * @param log logs in, or out; {@code *45} by default
 * @param pause pauses, or ends a pause; {@code *46} by default
 * @param status has the own attendance spoken; {@code *47} by default
 * @param desk has somebody sit at the phone of nobody at which it is dialled, or leave it; {@code
 *     *48} by default
 */
public record AgentCodes(String log, String pause, String status, String desk) {

  private static final Pattern SHAPE = Pattern.compile("[*#][0-9*#]{1,7}");

  /** {@code *45}, {@code *46}, {@code *47} and {@code *48}. */
  public static final AgentCodes STANDARD = new AgentCodes("*45", "*46", "*47", "*48");

  /**
   * Checks the codes.
   *
   * @throws IllegalArgumentException if one is not valid, or the beginning of another one
   */
  public AgentCodes {
    List<String> codes = List.of(log, pause, status, desk);
    codes.forEach(AgentCodes::requireShape);
    for (String code : codes) {
      if (codes.stream().filter(other -> other.startsWith(code)).count() > 1) {
        throw new IllegalArgumentException(
            "agent code '"
                + code
                + "' is not valid: expected none that another one of "
                + codes
                + " begins with");
      }
    }
  }

  private static void requireShape(String code) {
    if (!SHAPE.matcher(code).matches()) {
      throw new IllegalArgumentException(
          "agent code '"
              + code.replaceAll("\\p{Cc}", ".")
              + "' is not valid: expected * or #, and 1 to 7 of 0-9, * and #, such as *45");
    }
  }

  /**
   * All codes.
   *
   * @return log, pause, status, desk
   */
  public List<String> all() {
    return List.of(log, pause, status, desk);
  }
}
