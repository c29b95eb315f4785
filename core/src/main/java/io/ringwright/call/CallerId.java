package io.ringwright.call;

import java.text.Normalizer;

/**
 * Who calls, as far as the caller's side says so: number and name, both possibly empty.
 *
 * <p>Text from outside. The number is kept only if it could be dialled ({@code 0-9 * #}, at most
 * 20, after an optional {@code +}), otherwise it is unknown; the name is for display alone.
 *
 * <p>Thread safety: immutable.
 *
 * @param number the caller's number, empty if unknown
 * @param name the caller's name without control characters, at most 80 characters, empty if unknown
 */
public record CallerId(String number, String name) {

  private static final int LONGEST_NAME = 80;
  private static final CallerId UNKNOWN = new CallerId("", "");

  /** Keeps what is usable, and drops the rest. */
  public CallerId {
    number = usable(number) ? number : "";
    name = displayable(name);
  }

  /**
   * A caller with this number and no name.
   *
   * @param number anything; unusable text makes the number unknown
   * @return the caller id
   */
  public static CallerId of(String number) {
    return new CallerId(number, "");
  }

  /**
   * A caller without number and name.
   *
   * @return the empty caller id
   */
  public static CallerId unknown() {
    return UNKNOWN;
  }

  private static boolean usable(String number) {
    String bare = number.startsWith("+") ? number.substring(1) : number;
    return Characters.fits(bare, 20, c -> Characters.digit(c) || Characters.anyOf(c, "*#"));
  }

  private static String displayable(String text) {
    if (text.isEmpty()) {
      return "";
    }
    String start = text.length() > 4 * LONGEST_NAME ? text.substring(0, 4 * LONGEST_NAME) : text;
    StringBuilder kept = new StringBuilder();
    start.codePoints().filter(CallerId::visible).forEach(kept::appendCodePoint);
    // After the filter: what it takes out may have stood between two that become one.
    String composed = Normalizer.normalize(kept, Normalizer.Form.NFC);
    int length = Math.min(LONGEST_NAME, composed.codePointCount(0, composed.length()));
    return composed.substring(0, composed.offsetByCodePoints(0, length)).strip();
  }

  private static boolean visible(int c) {
    int type = Character.getType(c);
    return type != Character.CONTROL
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR
        && type != Character.FORMAT
        && type != Character.SURROGATE;
  }

  @Override
  public String toString() {
    String shownNumber = number.isEmpty() ? "unknown" : number;
    return name.isEmpty() ? shownNumber : name + " <" + shownNumber + ">";
  }
}
