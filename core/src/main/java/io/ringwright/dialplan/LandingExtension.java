package io.ringwright.dialplan;

import io.ringwright.call.Token;

/**
 * The dialplan extension to which AMI moves a caller who waits: {@code moved-<token>}. Every
 * context in which callers wait has it, so that a caller is found wherever the move comes.
 *
 * <p>Its first letter is that of no other extension of the generated dialplan, and no number begins
 * with a letter.
 */
public final class LandingExtension {

  private static final String PREFIX = "moved-";

  private LandingExtension() {}

  /**
   * The extension of one delivery.
   *
   * @param token the number of the attempt
   * @return such as {@code moved-17}
   */
  public static String of(Token token) {
    return PREFIX + token;
  }
}
