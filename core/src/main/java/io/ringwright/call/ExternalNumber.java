package io.ringwright.call;

import java.util.Optional;

/**
 * A number outside the house. A type of its own, so that it can never stand where an extension is
 * expected: forwarding to the outside costs money and is an authorisation.
 *
 * <p>An optional {@code +} and 3 to 15 digits (ITU-T E.164 allows 15).
 *
 * <p>Thread safety: immutable.
 *
 * @param digits the number as it is given to the trunk
 */
public record ExternalNumber(String digits) {

  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException if it is anything but an optional plus and 3 to 15 digits
   */
  public ExternalNumber {
    if (!valid(digits)) {
      throw new IllegalArgumentException(
          "external number "
              + Characters.shown(digits)
              + " is not valid: expected an optional + and 3 to 15 digits");
    }
  }

  /**
   * The number with these digits.
   *
   * @param digits an optional plus and 3 to 15 digits
   * @return the number
   * @throws IllegalArgumentException if it is anything else
   */
  public static ExternalNumber of(String digits) {
    return new ExternalNumber(digits);
  }

  /**
   * Reads text that came from outside.
   *
   * @param text anything
   * @return the number, or empty if the text is not one; it is never repaired
   */
  public static Optional<ExternalNumber> parse(String text) {
    return valid(text) ? Optional.of(new ExternalNumber(text)) : Optional.empty();
  }

  private static boolean valid(String digits) {
    String bare = digits.startsWith("+") ? digits.substring(1) : digits;
    return bare.length() >= 3 && Characters.fits(bare, 15, Characters::digit);
  }

  @Override
  public String toString() {
    return digits;
  }
}
