package io.ringwright.call;

import java.util.Optional;

/**
 * A fencing token: the number of one attempt to ring, never used twice. An event that names an old
 * token comes too late.
 *
 * <p>Thread safety: immutable.
 *
 * @param value positive
 */
public record Token(long value) {

  /**
   * Checks the value.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public Token {
    if (value <= 0) {
      throw new IllegalArgumentException("token " + value + " is not valid: expected above 0");
    }
  }

  /**
   * Reads text that came over a wire.
   *
   * @param text anything
   * @return the token, or empty if the text is not one
   */
  public static Optional<Token> parse(String text) {
    if (!Characters.fits(text, 18, Characters::digit)) {
      return Optional.empty();
    }
    long value = Long.parseLong(text);
    return value > 0 ? Optional.of(new Token(value)) : Optional.empty();
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
