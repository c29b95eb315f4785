package io.ringwright.call;

import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What rings for an extension, under the name by which the switch reports its state: {@code
 * PJSIP/100}, or a hint of the dialplan, {@code hint:100@house}.
 *
 * <p>Technology, slash, resource; letters, digits and {@code @ . _ : + -}. A hint: {@code hint:},
 * the dialplan extension, {@code @}, the context. No character that separates anything in a dial
 * string is allowed. Names that differ by case only name one device, as they do for Asterisk's
 * hints and queues ({@code strcasecmp}).
 *
 * <p>Thread safety: immutable.
 */
public final class Device {

  /** By name, whatever its case. */
  public static final Comparator<Device> BY_NAME =
      Comparator.comparing(Device::name, String.CASE_INSENSITIVE_ORDER);

  private static final int LONGEST = 96;
  private static final String HINT = "hint:";

  private final String name;

  /** Worked out once: devices are looked up far more often than they are made. */
  private final int hash;

  private Device(String name) {
    this.name = name;
    this.hash = hash(name);
  }

  /**
   * The device of this name.
   *
   * @param name technology and resource, or a hint
   * @return the device
   * @throws IllegalArgumentException if it is neither {@code technology/resource} nor a hint
   */
  public static Device of(String name) {
    if (!valid(name)) {
      throw new IllegalArgumentException(
          "device "
              + Characters.shown(name)
              + " is not valid: expected technology/resource, such as PJSIP/100, or a hint, such as"
              + " hint:100@house");
    }
    return new Device(name);
  }

  /**
   * Its name, as it was written.
   *
   * @return technology and resource, or a hint
   */
  public String name() {
    return name;
  }

  /**
   * The name of a hint of the dialplan, under which the switch reports the state of whatever the
   * hint names.
   *
   * @param extension the dialplan extension that has the hint
   * @param context the context of that extension
   * @return the device, or empty if this cannot be one
   */
  public static Optional<Device> hint(String extension, String context) {
    return parse(HINT + extension + "@" + context);
  }

  /**
   * Whether it is a hint of the dialplan, which can be watched and not be dialled.
   *
   * @return false for technology and resource
   */
  public boolean isHint() {
    return isHint(name);
  }

  private static boolean isHint(String name) {
    return name.regionMatches(true, 0, HINT, 0, HINT.length());
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
    if (isHint(name)) {
      int at = name.lastIndexOf('@');
      return at > HINT.length()
          && name.length() <= LONGEST
          && Characters.fits(name.substring(HINT.length(), at), LONGEST, Device::inResource)
          && ContextName.parse(name.substring(at + 1)).isPresent();
    }
    int slash = name.indexOf('/');
    return slash > 0
        && Characters.fits(name.substring(0, slash), 16, Characters::letterOrDigit)
        && Characters.fits(name.substring(slash + 1), LONGEST - slash - 1, Device::inResource);
  }

  private static boolean inResource(int c) {
    return Characters.letterOrDigit(c) || Characters.anyOf(c, "@._:+-");
  }

  /** Only letters, digits and some signs occur: 32 is all that upper and lower case differ by. */
  private static int hash(String name) {
    int hash = 0;
    for (int at = 0; at < name.length(); at++) {
      hash = 31 * hash + (name.charAt(at) | 32);
    }
    return hash;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Device device
            && hash == device.hash
            && (name.equals(device.name) || name.equalsIgnoreCase(device.name)));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return name;
  }
}
