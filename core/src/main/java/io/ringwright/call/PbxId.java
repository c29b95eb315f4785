package io.ringwright.call;

/**
 * The name of one Asterisk, as its {@code systemname} or the host application gives it.
 *
 * <p>Thread safety: immutable.
 *
 * @param name 1 to 64 letters, digits and {@code . _ -}
 */
public record PbxId(String name) {

  private static final int LONGEST = 64;

  /**
   * Checks the name.
   *
   * @throws IllegalArgumentException if it is not 1 to 64 letters, digits, dots, underscores,
   *     dashes
   */
  public PbxId {
    Characters.require("PBX name", name, LONGEST, PbxId::allowed);
  }

  /** Whether a text is the name of a PBX. */
  static boolean isName(String text) {
    return Characters.fits(text, LONGEST, PbxId::allowed);
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
