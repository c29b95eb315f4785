package io.ringwright.call;

import java.time.Duration;

/**
 * How an agent who has answered takes the call: by a key.
 *
 * <p>Thread safety: immutable.
 *
 * @param key a digit
 * @param prompt the sound that asks for the key; where there is no such file the key is awaited in
 *     silence
 * @param within for how long the key is awaited after the prompt, in whole seconds, 2 s to 60 s
 */
public record Acceptance(char key, SoundName prompt, Duration within) {

  private static final Duration SHORTEST = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /**
   * Checks key and time.
   *
   * @throws IllegalArgumentException if the key is no digit, or the time is not whole seconds, 2 s
   *     to 60 s
   */
  public Acceptance {
    if (!Characters.digit(key)) {
      throw new IllegalArgumentException(
          "key " + Characters.shown(String.valueOf(key)) + " is not valid: expected 0 to 9");
    }
    boolean fits = within.compareTo(SHORTEST) >= 0 && within.compareTo(LONGEST) <= 0;
    if (!fits || within.toNanosPart() != 0) {
      throw new IllegalArgumentException(
          "time to accept " + within + " is not valid: expected whole seconds, 2 s to 60 s");
    }
  }
}
