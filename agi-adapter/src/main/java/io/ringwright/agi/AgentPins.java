package io.ringwright.agi;

import io.ringwright.call.DirectoryNumber;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Says whether a PIN is that of an extension, for agents at a phone that is nobody's. It belongs to
 * the host: no phone list holds a PIN.
 *
 * <p>Errors: one that throws has the PIN refused. It may take its time; a thread of the AGI server
 * waits, and no call does.
 *
 * <p>Thread safety: may be asked by many threads.
 */
@FunctionalInterface
public interface AgentPins {

  /**
   * Compares a PIN. An implementation should take the same time for a right and a wrong one, as
   * {@link MessageDigest#isEqual} does.
   *
   * @param extension the number that was typed
   * @param pin what was typed, 1 to 12 digits
   * @return whether it is the PIN of this extension
   */
  boolean matches(DirectoryNumber extension, String pin);

  /**
   * A fixed set of PINs.
   *
   * @param pins by the number of the extension
   * @return compares in a time that does not depend on the digits
   * @throws IllegalArgumentException if a PIN is not 4 to 12 digits; the message does not show it
   */
  static AgentPins of(Map<String, String> pins) {
    pins.forEach(
        (number, pin) -> {
          if (!pin.matches("[0-9]{4,12}")) {
            throw new IllegalArgumentException(
                "PIN of extension " + number + " is not valid: expected 4 to 12 digits");
          }
        });
    Map<DirectoryNumber, byte[]> known =
        pins.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    each -> DirectoryNumber.of(each.getKey()),
                    each -> each.getValue().getBytes(StandardCharsets.US_ASCII)));
    return (extension, pin) -> {
      byte[] expected = known.getOrDefault(extension, new byte[0]);
      boolean same = MessageDigest.isEqual(expected, pin.getBytes(StandardCharsets.UTF_8));
      return same && expected.length > 0;
    };
  }
}
