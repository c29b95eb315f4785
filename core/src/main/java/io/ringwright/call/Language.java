package io.ringwright.call;

/**
 * The language of sounds and spoken numbers: {@code fr}, {@code pt_BR}.
 *
 * <p>2 to 20 letters, digits, {@code _} and {@code -}, as the directories of Asterisk's sounds are
 * called. A language without sounds is spoken in English.
 *
 * <p>Thread safety: immutable.
 *
 * @param name as in {@code CHANNEL(language)}
 */
public record Language(String name) {

  private static final Characters.Shape SHAPE =
      new Characters.Shape(20, Language::allowed, "letters, digits, _ and -");

  /**
   * Checks the name.
   *
   * @throws IllegalArgumentException if it holds anything else, or is too short or too long
   */
  public Language {
    SHAPE.require("language", name);
    if (name.length() < 2) {
      throw new IllegalArgumentException(
          "language '" + name + "' is not valid: expected 2 to 20 characters, such as fr");
    }
  }

  /**
   * The language of this name.
   *
   * @param name such as {@code fr}
   * @return the language
   * @throws IllegalArgumentException if the name is not valid
   */
  public static Language of(String name) {
    return new Language(name);
  }

  private static boolean allowed(int c) {
    return Characters.letterOrDigit(c) || Characters.anyOf(c, "_-");
  }

  @Override
  public String toString() {
    return name;
  }
}
