package io.ringwright.dialplan;

import io.ringwright.call.RingTarget;

/**
 * What the dialplan is given for one device that is to ring. All contacts of a PJSIP account are a
 * function there, which the dialplan evaluates when it dials.
 *
 * <p>Thread safety: there is nothing to share.
 */
public final class DialText {

  private DialText() {}

  /**
   * The text for a device.
   *
   * @param target the device
   * @return its dial string, or {@code ${PJSIP_DIAL_CONTACTS(8301)}}
   */
  public static String of(RingTarget target) {
    return target
        .account()
        .map(account -> "${" + function(account) + "}")
        .orElseGet(target::dialString);
  }

  /**
   * The function that names all contacts of an account.
   *
   * @param account the name of the account
   * @return such as {@code PJSIP_DIAL_CONTACTS(8301)}
   */
  public static String function(String account) {
    return "PJSIP_DIAL_CONTACTS(" + account + ")";
  }
}
