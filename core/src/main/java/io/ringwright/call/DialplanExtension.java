package io.ringwright.call;

/**
 * A place in the host's own dialplan: an extension of a context, at its first step. A type of its
 * own, so that it can never come from a text in which a number is expected: what a context may do
 * is an authorisation.
 *
 * <p>The extension is 1 to 79 letters, digits, {@code * # +} and dashes. Such a text means nothing
 * else in the arguments of {@code Goto}.
 *
 * <p>Thread safety: immutable.
 *
 * @param context where
 * @param extension which extension there, as in extensions.conf: {@code s}, {@code 100}
 */
public record DialplanExtension(ContextName context, String extension) {

  private static final Characters.Shape SHAPE =
      new Characters.Shape(79, DialplanExtension::allowed, "letters, digits, *, #, + and -");

  /**
   * Checks the extension.
   *
   * @throws IllegalArgumentException if it holds anything else, or is too long
   */
  public DialplanExtension {
    SHAPE.require("dialplan extension", extension);
  }

  /**
   * An extension of a context.
   *
   * @param context 1 to 79 letters, digits, underscores and dashes
   * @param extension 1 to 79 letters, digits, {@code * # +} and dashes
   * @return the place
   * @throws IllegalArgumentException if one of them holds anything else
   */
  public static DialplanExtension of(String context, String extension) {
    return new DialplanExtension(ContextName.of(context), extension);
  }

  /**
   * Reads what {@link #toString} wrote.
   *
   * @param text a context, a comma and an extension
   * @return the place
   * @throws IllegalArgumentException if it is anything else
   */
  public static DialplanExtension of(String text) {
    int comma = text.indexOf(',');
    if (comma < 0) {
      throw new IllegalArgumentException(
          "dialplan extension "
              + Characters.shown(text)
              + " is not valid: expected a context, a comma and an extension");
    }
    return of(text.substring(0, comma), text.substring(comma + 1));
  }

  private static boolean allowed(int c) {
    return Characters.letterOrDigit(c) || Characters.anyOf(c, "*#+-");
  }

  /** With a comma between the two: {@code menu,s}. */
  @Override
  public String toString() {
    return context + "," + extension;
  }
}
