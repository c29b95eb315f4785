package io.ringwright.call;

import java.util.Optional;

/**
 * The identity of a call over all its channels: the uniqueid of the caller's channel.
 *
 * <p>Unique over restarts and over several PBXes where {@code systemname} is set in asterisk.conf.
 *
 * <p>Thread safety: immutable.
 *
 * @param value 1 to 150 letters, digits and {@code . _ -}
 */
public record CallId(String value) {

  private static final int LONGEST = 150;

  /**
   * Checks the identity.
   *
   * @throws IllegalArgumentException if it holds anything but letters, digits, dot, underscore,
   *     dash
   */
  public CallId {
    Characters.require("call id", value, LONGEST, CallId::allowed);
  }

  /**
   * The call with this identity.
   *
   * @param value 1 to 150 letters, digits and {@code . _ -}
   * @return the identity
   * @throws IllegalArgumentException if it holds anything else
   */
  public static CallId of(String value) {
    return new CallId(value);
  }

  /**
   * Reads text that came over a wire.
   *
   * @param text anything
   * @return the identity, or empty if the text is not one
   */
  public static Optional<CallId> parse(String text) {
    return Characters.fits(text, LONGEST, CallId::allowed)
        ? Optional.of(new CallId(text))
        : Optional.empty();
  }

  private static boolean allowed(int c) {
    return Characters.letterOrDigit(c) || Characters.anyOf(c, "._-");
  }

  @Override
  public String toString() {
    return value;
  }
}
