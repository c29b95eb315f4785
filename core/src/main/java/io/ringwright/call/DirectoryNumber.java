package io.ringwright.call;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number that can be dialled inside the house: an extension, a hunt group, or a menu key.
 *
 * <p>1 to 20 of the characters {@code 0-9 * #}, ASCII only. Such a text can stand in a dialplan, a
 * dial string or an AMI header without meaning anything else there.
 *
 * <p>Thread safety: immutable.
 */
public final class DirectoryNumber implements Comparable<DirectoryNumber> {

  private static final Characters.Shape SHAPE =
      new Characters.Shape(20, DirectoryNumber::allowed, "of 0-9, * and #");

  private final String digits;

  /** Worked out once: numbers are looked up far more often than they are made. */
  private final int hash;

  private DirectoryNumber(String digits) {
    this.digits = digits;
    this.hash = digits.hashCode();
  }

  /**
   * The number with these digits.
   *
   * @param digits 1 to 20 of {@code 0-9 * #}
   * @return the number
   * @throws IllegalArgumentException if it holds anything else
   */
  public static DirectoryNumber of(String digits) {
    SHAPE.require("directory number", digits);
    return new DirectoryNumber(digits);
  }

  /**
   * Reads text that came from outside.
   *
   * @param text anything
   * @return the number, or empty if the text is not one; it is never repaired
   */
  public static Optional<DirectoryNumber> parse(String text) {
    return SHAPE.fits(text) ? Optional.of(new DirectoryNumber(text)) : Optional.empty();
  }

  /**
   * The number as dialled.
   *
   * @return 1 to 20 of {@code 0-9 * #}
   */
  public String digits() {
    return digits;
  }

  private static boolean allowed(int c) {
    return Characters.digit(c) || Characters.anyOf(c, "*#");
  }

  /** Shorter numbers first, then digit by digit, so that 9 stands before 10. */
  @Override
  public int compareTo(DirectoryNumber other) {
    int byLength = Integer.compare(digits.length(), other.digits.length());
    return byLength != 0 ? byLength : digits.compareTo(other.digits);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof DirectoryNumber number
            && hash == number.hash
            && digits.equals(number.digits));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return digits;
  }
}
