package io.ringwright.call;

import java.util.Optional;

/**
 * The name of a dialplan context: {@code ringwright-wait}.
 *
 * <p>1 to 79 letters, digits, underscores and dashes (79 is what Asterisk itself keeps, {@code
 * AST_MAX_CONTEXT}). Such a text can stand in a dialplan or an AMI header without meaning anything
 * else there.
 *
 * <p>Thread safety: immutable.
 *
 * @param name the name as in extensions.conf
 */
public record ContextName(String name) {

  private static final Characters.Shape SHAPE =
      new Characters.Shape(79, ContextName::allowed, "letters, digits, _ and -");

  /**
   * Checks the name.
   *
   * @throws IllegalArgumentException if it holds anything but letters, digits, underscores and
   *     dashes, or is too long
   */
  public ContextName {
    SHAPE.require("context name", name);
  }

  /**
   * The context of this name.
   *
   * @param name 1 to 79 letters, digits, underscores and dashes
   * @return the name
   * @throws IllegalArgumentException if it holds anything else
   */
  public static ContextName of(String name) {
    return new ContextName(name);
  }

  /**
   * Reads a name that the switch sent.
   *
   * @param text anything
   * @return the name, or empty if the text is not one
   */
  public static Optional<ContextName> parse(String text) {
    return SHAPE.fits(text) ? Optional.of(new ContextName(text)) : Optional.empty();
  }

  private static boolean allowed(int c) {
    return Characters.letterOrDigit(c) || Characters.anyOf(c, "_-");
  }

  @Override
  public String toString() {
    return name;
  }
}
