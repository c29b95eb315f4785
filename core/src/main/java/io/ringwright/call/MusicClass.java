package io.ringwright.call;

/**
 * The name of a class of music on hold: {@code default}, {@code jazz}.
 *
 * <p>1 to 79 letters, digits, {@code _} and {@code -} (79 is what Asterisk keeps, {@code
 * MAX_MUSICCLASS}). A class that the switch does not have plays its default class.
 *
 * <p>Thread safety: immutable.
 *
 * @param name as in musiconhold.conf
 */
public record MusicClass(String name) {

  private static final Characters.Shape SHAPE =
      new Characters.Shape(79, MusicClass::allowed, "letters, digits, _ and -");

  /**
   * Checks the name.
   *
   * @throws IllegalArgumentException if it holds anything else, or is too long
   */
  public MusicClass {
    SHAPE.require("music class", name);
  }

  /**
   * The class of this name.
   *
   * @param name as in musiconhold.conf
   * @return the class
   * @throws IllegalArgumentException if the name is not valid
   */
  public static MusicClass of(String name) {
    return new MusicClass(name);
  }

  private static boolean allowed(int c) {
    return Characters.letterOrDigit(c) || Characters.anyOf(c, "_-");
  }

  @Override
  public String toString() {
    return name;
  }
}
