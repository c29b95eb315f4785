package io.ringwright.call;

import java.util.Optional;

/**
 * The identity of a call over all its channels: the uniqueid of the caller's channel, and the
 * switch on which it is.
 *
 * <p>Two switches may give the same uniqueid. So the adapters write {@code uniqueid@pbx}, on the
 * wire and in {@code RW_CALL}. Two identities are the same exactly if their texts are.
 *
 * <p>Thread safety: immutable.
 *
 * @param value 1 to 150 letters, digits and {@code . _ -}; then, where the switch is named,
 *     {@code @} and the name of the switch
 */
public record CallId(String value) {

  private static final int LONGEST_UNIQUE_ID = 150;
  private static final int LONGEST = LONGEST_UNIQUE_ID + 65;
  private static final char AT = '@';

  /**
   * Checks the identity.
   *
   * @throws IllegalArgumentException if it is not {@code uniqueid} or {@code uniqueid@pbx}
   */
  public CallId {
    if (!valid(value)) {
      throw new IllegalArgumentException(
          "call id "
              + Characters.shown(value)
              + " is not valid: expected up to 150 letters, digits, . _ - and"
              + " maybe @ and a PBX: 1700000000.12@pbx1");
    }
  }

  /**
   * The call with this identity.
   *
   * @param value as {@link #value()} says
   * @return the identity
   * @throws IllegalArgumentException if it holds anything else
   */
  public static CallId of(String value) {
    return new CallId(value);
  }

  /**
   * The call of a caller on one switch.
   *
   * @param pbx which switch
   * @param uniqueId the uniqueid of the caller's channel there
   * @return the identity
   * @throws IllegalArgumentException if the uniqueid holds anything but letters, digits, dot,
   *     underscore, dash
   */
  public static CallId of(PbxId pbx, String uniqueId) {
    if (!isUniqueId(uniqueId)) {
      throw new IllegalArgumentException(
          "uniqueid "
              + Characters.shown(uniqueId)
              + " is not valid: expected 1 to 150 letters, digits and . _ -");
    }
    return new CallId(uniqueId + AT + pbx.name());
  }

  /**
   * Reads text that came over a wire.
   *
   * @param text anything
   * @return the identity, or empty if the text is not one
   */
  public static Optional<CallId> parse(String text) {
    return valid(text) ? Optional.of(new CallId(text)) : Optional.empty();
  }

  /**
   * Reads text that came from one switch: an identity, or a uniqueid of that switch.
   *
   * @param pbx which switch
   * @param text anything
   * @return the identity, or empty if the text is neither
   */
  public static Optional<CallId> parse(PbxId pbx, String text) {
    return isUniqueId(text) ? Optional.of(of(pbx, text)) : parse(text);
  }

  /**
   * The uniqueid of the channel with which the call came.
   *
   * @return the text without the name of the switch
   */
  public String uniqueId() {
    int at = value.indexOf(AT);
    return at < 0 ? value : value.substring(0, at);
  }

  private static boolean valid(String text) {
    int at = text.indexOf(AT);
    return at < 0
        ? isUniqueId(text)
        : text.length() <= LONGEST
            && isUniqueId(text.substring(0, at))
            && PbxId.isName(text.substring(at + 1));
  }

  private static boolean isUniqueId(String text) {
    return Characters.fits(text, LONGEST_UNIQUE_ID, CallId::allowed);
  }

  private static boolean allowed(int c) {
    return Characters.letterOrDigit(c) || Characters.anyOf(c, "._-");
  }

  @Override
  public String toString() {
    return value;
  }
}
