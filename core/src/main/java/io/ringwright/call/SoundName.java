package io.ringwright.call;

/**
 * The name of a sound file of the switch, without suffix and language: {@code queue-thereare}.
 *
 * <p>1 to 80 letters, digits and {@code _ . / -}. It does not begin with a dot, a slash or a dash,
 * and holds no {@code ..} and no {@code //}: it stays within the directory of the sounds, and means
 * nothing else in a list of sounds or in the arguments of a dialplan application.
 *
 * <p>Thread safety: immutable.
 *
 * @param name as Background takes it
 */
public record SoundName(String name) implements Comparable<SoundName> {

  private static final Characters.Shape SHAPE =
      new Characters.Shape(80, SoundName::allowed, "letters, digits, _ . / and -");

  /**
   * Checks the name.
   *
   * @throws IllegalArgumentException if it holds anything else, or could lead out of the directory
   */
  public SoundName {
    SHAPE.require("sound name", name);
    if (!inside(name)) {
      throw new IllegalArgumentException(
          "sound name "
              + Characters.shown(name)
              + " is not valid: expected a path below the directory of the sounds, such as"
              + " custom/welcome, without .. and //");
    }
  }

  /**
   * The sound of this name.
   *
   * @param name as Background takes it
   * @return the sound
   * @throws IllegalArgumentException if the name is not valid
   */
  public static SoundName of(String name) {
    return new SoundName(name);
  }

  private static boolean inside(String name) {
    return !Characters.anyOf(name.charAt(0), "./-")
        && !name.endsWith("/")
        && !name.contains("..")
        && !name.contains("//");
  }

  private static boolean allowed(int c) {
    return Characters.letterOrDigit(c) || Characters.anyOf(c, "_./-");
  }

  @Override
  public int compareTo(SoundName other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
