package io.ringwright.call;

/**
 * The name of one Asterisk, as its {@code systemname} or the host application gives it.
 *
 * <p>Thread safety: immutable.
 *
 * @param name 1 to 64 letters, digits and {@code . _ -}
 */
public record PbxId(String name) {

  private static final Characters.Shape SHAPE =
      new Characters.Shape(64, PbxId::allowed, "letters, digits and . _ -");

  /**
   * Checks the name.
   *
   * @throws IllegalArgumentException if it is not 1 to 64 letters, digits, dots, underscores,
   *     dashes
   */
  public PbxId {
    SHAPE.require("PBX name", name);
  }

  /** Whether a text is the name of a PBX. */
  static boolean isName(String text) {
    return SHAPE.fits(text);
  }

  private static boolean allowed(int c) {
    return Characters.letterOrDigit(c) || Characters.anyOf(c, "._-");
  }

  /**
   * The PBX of this name.
   *
   * @param name 1 to 64 letters, digits and {@code . _ -}
   * @return the identity
   * @throws IllegalArgumentException if it holds anything else
   */
  public static PbxId of(String name) {
    return new PbxId(name);
  }

  @Override
  public String toString() {
    return name;
  }
}
