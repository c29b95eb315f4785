package io.ringwright.directory;

import io.ringwright.call.ContextName;
import io.ringwright.dialplan.Contexts.Part;
import java.time.Duration;

/**
 * How somebody at a number outside takes a call: by a key, so that no voicemail takes the caller.
 * The values are checked when the phone list is built.
 *
 * <p>Thread safety: immutable.
 *
 * @param key a digit. Default 1
 * @param prompt the sound that asks for the key, as Playback takes it. Default {@code
 *     followme/options}, by which Asterisk's English sounds ask for 1. Without such a file the key
 *     is awaited in silence
 * @param within for how long the key is awaited after the prompt, in whole seconds, 2 s to 60 s.
 *     Default 10 s. The ring time of the extension goes on meanwhile
 * @param context the context of the dialplan that asks for the key. Default {@code
 *     ringwright-agent}
 */
public record Confirmation(String key, String prompt, Duration within, ContextName context) {

  /** Key 1 within 10 s. */
  public static final Confirmation STANDARD =
      new Confirmation("1", "followme/options", Duration.ofSeconds(10), Part.AGENT.standard());

  /**
   * The same by another key.
   *
   * @param digit the key
   * @return a changed copy
   */
  public Confirmation key(String digit) {
    return new Confirmation(digit, prompt, within, context);
  }

  /**
   * The same with another prompt.
   *
   * @param sound 1 to 20 letters, digits and {@code _ . / -}
   * @return a changed copy
   */
  public Confirmation prompt(String sound) {
    return new Confirmation(key, sound, within, context);
  }

  /**
   * The same with another time.
   *
   * @param time whole seconds, 2 s to 60 s
   * @return a changed copy
   */
  public Confirmation within(Duration time) {
    return new Confirmation(key, prompt, time, context);
  }

  /**
   * The same in another context, for a dialplan that was made with one.
   *
   * @param name its name
   * @return a changed copy
   */
  public Confirmation in(ContextName name) {
    return new Confirmation(key, prompt, within, name);
  }
}
