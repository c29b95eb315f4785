package io.ringwright.agi;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * What stands before the name of a script in the AGI address, and is known to the dialplan and the
 * server only: {@code agi://host:4573/<secret>/route}.
 *
 * <p>Thread safety: immutable.
 */
final class AgiSecret {

  private final String text;

  private AgiSecret(String text) {
    this.text = text;
  }

  /**
   * A secret.
   *
   * @throws IllegalArgumentException if it is not 16 to 64 letters, digits, {@code _} and {@code
   *     -}; the message does not show it
   */
  static AgiSecret of(String text) {
    if (!text.matches("[A-Za-z0-9_-]{16,64}")) {
      throw new IllegalArgumentException(
          "the AGI secret of "
              + text.length()
              + " characters is not valid: expected 16 to 64 letters, digits, _ and -");
    }
    return new AgiSecret(text);
  }

  /** The secret itself, for the dialplan. */
  String text() {
    return text;
  }

  /** The name of the script in what a session asks for; empty if the secret is another, or none. */
  Optional<String> script(String asked) {
    int slash = asked.indexOf('/');
    boolean known =
        slash >= 0
            && MessageDigest.isEqual(
                asked.substring(0, slash).getBytes(StandardCharsets.UTF_8),
                text.getBytes(StandardCharsets.UTF_8));
    return known ? Optional.of(asked.substring(slash + 1)) : Optional.empty();
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "AGI secret";
  }
}
