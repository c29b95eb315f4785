package io.ringwright.call;

import java.util.Optional;

/**
 * Who a caller talks to: an extension of the phone list at one of its devices, or an outsider.
 *
 * <p>Thread safety: immutable.
 *
 * @param extension the extension; empty for an outsider
 * @param device the device; empty if the switch did not say which
 */
public record Party(Optional<DirectoryNumber> extension, Optional<Device> device) {

  /** An outsider of whom nothing is known. */
  public static final Party UNKNOWN = new Party(Optional.empty(), Optional.empty());

  /**
   * Somebody of the phone list.
   *
   * @param extension whose number
   * @param device with what
   * @return the party
   */
  public static Party of(DirectoryNumber extension, Device device) {
    return new Party(Optional.of(extension), Optional.of(device));
  }

  /**
   * Somebody who is not in the phone list.
   *
   * @param device with what
   * @return the party
   */
  public static Party outsider(Device device) {
    return new Party(Optional.empty(), Optional.of(device));
  }

  /**
   * Whether no extension of the phone list has this device.
   *
   * @return true for an outsider
   */
  public boolean isOutsider() {
    return extension.isEmpty();
  }

  @Override
  public String toString() {
    String at = device.map(Device::name).orElse("an unknown device");
    return extension.map(number -> number + " at " + at).orElse("an outsider at " + at);
  }
}
