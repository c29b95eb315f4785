package io.ringwright.fakeasterisk.switchboard;

/**
 * The names of a channel.
 *
 * <p>Thread safety: immutable.
 *
 * @param name such as {@code PJSIP/8260-0000000a}
 * @param device such as {@code PJSIP/8260}
 * @param uniqueId such as {@code lab-1700000000.12}
 * @param linkedId the unique id of the first channel of the same call
 */
public record ChannelId(String name, String device, String uniqueId, String linkedId) {

  /**
   * What comes after the technology.
   *
   * @return such as {@code 8260}
   */
  public String resource() {
    return device.substring(device.indexOf('/') + 1);
  }

  /**
   * The technology.
   *
   * @return such as {@code PJSIP}
   */
  public String technology() {
    return device.substring(0, device.indexOf('/'));
  }
}
