package io.ringwright.call;

import java.util.Optional;

/**
 * One device to ring.
 *
 * <p>Thread safety: immutable.
 *
 * @param extension the extension that is called
 * @param device the device that rings for it, under the name by which its state is reported
 * @param dialString what Dial is given to ring it: mostly the name of the device
 */
public record RingTarget(DirectoryNumber extension, Device device, String dialString) {

  private static final int LONGEST = 128;
  private static final String PJSIP = "PJSIP/";
  private static final String ALL_CONTACTS = "/*";

  /**
   * Checks the dial string.
   *
   * @throws IllegalArgumentException if it is no dial string
   */
  public RingTarget {
    if (!isDialString(dialString)) {
      throw new IllegalArgumentException(
          "dial string "
              + Characters.shown(dialString)
              + " is not valid: expected technology/resource, such as Local/100@agents/n");
    }
  }

  /**
   * A device that is dialled by its name.
   *
   * @param extension the extension that is called
   * @param device the device that rings for it
   */
  public RingTarget(DirectoryNumber extension, Device device) {
    this(extension, device, device.name());
  }

  /**
   * The same device, ringing for another extension.
   *
   * @param number the number of that extension
   * @return this, if it rings for that one already
   */
  public RingTarget ringingFor(DirectoryNumber number) {
    return number.equals(extension) ? this : new RingTarget(number, device, dialString);
  }

  /**
   * What stands for all contacts of a PJSIP account: every phone that is registered with it. The
   * dialplan finds out which these are, at the moment at which it dials.
   *
   * @param account the name of the account, such as {@code 8301}
   * @return a dial string such as <code>PJSIP/8301/&#42;</code>
   */
  public static String allContacts(String account) {
    return PJSIP + account + ALL_CONTACTS;
  }

  /**
   * The PJSIP account all contacts of which ring.
   *
   * @return its name; empty if the dial string says what rings
   */
  public Optional<String> account() {
    return dialString.endsWith(ALL_CONTACTS)
        ? Optional.of(dialString.substring(PJSIP.length(), dialString.length() - 2))
        : Optional.empty();
  }

  /**
   * Whether a text can be given to Dial as one device, or stands for all contacts of an account.
   *
   * @param text anything
   * @return true for technology, slash and resource; a resource may have slashes of its own
   */
  public static boolean isDialString(String text) {
    if (text.endsWith(ALL_CONTACTS)) {
      return text.startsWith(PJSIP)
          && Characters.fits(
              text.substring(PJSIP.length(), text.length() - ALL_CONTACTS.length()),
              LONGEST - PJSIP.length() - ALL_CONTACTS.length(),
              c -> Characters.letterOrDigit(c) || Characters.anyOf(c, "._-"));
    }
    int slash = text.indexOf('/');
    return slash > 0
        && Characters.fits(text.substring(0, slash), 16, Characters::letterOrDigit)
        && Characters.fits(
            text.substring(slash + 1),
            LONGEST - slash - 1,
            c -> Characters.letterOrDigit(c) || Characters.anyOf(c, "@._:+-/"));
  }

  /**
   * Whether a phone that answers under a name is this one: the name of the device, or what was
   * dialled, without its options.
   *
   * @param name a name of the phone
   * @return whether that is this device
   */
  public boolean isNamed(Device name) {
    return device.equals(name) || (isDialledOtherwise() && dialled().equals(Optional.of(name)));
  }

  /** {@code Local/100@agents} of {@code Local/100@agents/n}. */
  private Optional<Device> dialled() {
    int options = dialString.indexOf('/', dialString.indexOf('/') + 1);
    return Device.parse(options < 0 ? dialString : dialString.substring(0, options));
  }

  /**
   * Whether it is dialled by another text than its name.
   *
   * @return false for most
   */
  public boolean isDialledOtherwise() {
    return !dialString.equals(device.name());
  }
}
