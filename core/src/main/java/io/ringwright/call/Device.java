package io.ringwright.call;

import java.util.Optional;

/**
 * What rings for an extension, under the name that the switch gives it: {@code PJSIP/100}.
 *
 * <p>Technology, slash, resource; letters, digits and {@code @ . _ : + -}. No character that
 * separates anything in a dial string is allowed.
 *
 * <p>Thread safety: immutable.
 *
 * @param name technology and resource
 */
public record Device(String name) {

  private static final int LONGEST = 96;

  /**
   * Checks the name.
   *
   * @throws IllegalArgumentException if it is not {@code technology/resource}
   */
  public Device {
    if (!valid(name)) {
      throw new IllegalArgumentException(
          "device "
              + Characters.shown(name)
              + " is not valid: expected technology/resource, such as PJSIP/100");
    }
  }

  /**
   * The device of this name.
   *
   * @param name technology and resource
   * @return the device
   * @throws IllegalArgumentException if it is not {@code technology/resource}
   */
  public static Device of(String name) {
    return new Device(name);
  }

  /**
   * Reads a name that the switch sent.
   *
   * @param text anything
   * @return the device, or empty if the text is not the name of one
   */
  public static Optional<Device> parse(String text) {
    return valid(text) ? Optional.of(new Device(text)) : Optional.empty();
  }

  private static boolean valid(String name) {
    int slash = name.indexOf('/');
    return slash > 0
        && Characters.fits(name.substring(0, slash), 16, Characters::letterOrDigit)
        && Characters.fits(
            name.substring(slash + 1),
            LONGEST - slash - 1,
            c -> Characters.letterOrDigit(c) || Characters.anyOf(c, "@._:+-"));
  }

  @Override
  public String toString() {
    return name;
  }
}
