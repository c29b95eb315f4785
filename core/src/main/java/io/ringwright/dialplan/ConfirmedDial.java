package io.ringwright.dialplan;

import io.ringwright.call.ContextName;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How somebody at a number outside is dialled who has to press a key before the caller is put
 * through: a Local channel into the context {@link Contexts.Part#AGENT}, with all that the dialplan
 * has to know in its extension.
 *
 * <p>Thread safety: immutable.
 *
 * @param number the number outside
 * @param key the key that takes the call, a digit
 * @param seconds for how long the key is awaited after the prompt
 * @param prompt the sound that asks for the key
 * @param context the context of the dialplan in which it is asked for
 */
public record ConfirmedDial(
    String number, String key, long seconds, String prompt, ContextName context) {

  /** A longer name would be cut where Asterisk keeps names of channels. */
  public static final int LONGEST = 68;

  private static final Pattern SHAPE =
      Pattern.compile("(?i:local)/(\\+?[0-9]+)-([0-9])-([0-9]{1,2})-([^@]+)@(.*?)(/n)?");

  /**
   * The name under which Asterisk reports the state of this device.
   *
   * @return such as {@code Local/0171555-1-10-followme:options@ringwright-agent}
   */
  public String device() {
    return "Local/"
        + String.join("-", number, key, String.valueOf(seconds), prompt.replace('/', ':'))
        + "@"
        + context.name();
  }

  /**
   * What Dial is given.
   *
   * @return the device, as a Local channel that stays
   */
  public String dialString() {
    return device() + "/n";
  }

  /**
   * Reads a dial string.
   *
   * @param dialString any dial string
   * @return what it says; empty if it is of another kind
   */
  public static Optional<ConfirmedDial> parse(String dialString) {
    Matcher shape = SHAPE.matcher(dialString);
    if (!shape.matches()) {
      return Optional.empty();
    }
    String prompt = shape.group(4).replace(':', '/');
    long seconds = Long.parseLong(shape.group(3));
    return ContextName.parse(shape.group(5))
        .map(
            context -> new ConfirmedDial(shape.group(1), shape.group(2), seconds, prompt, context));
  }
}
