package io.ringwright.fakeasterisk.switchboard;

import java.util.Map;
import java.util.Optional;

/**
 * Who is at the two ends of a channel, and what came with the call.
 *
 * <p>Thread safety: belongs to the timeline's thread.
 */
public final class Parties {

  private final String dialled;
  private final Map<String, String> headers;
  private Party caller;
  private Party connected = Party.UNKNOWN;
  private String language = "en";

  /**
   * The parties of a call that came in.
   *
   * @param caller who calls
   * @param dialled what was dialled
   * @param headers names and values of SIP headers
   */
  Parties(Party caller, String dialled, Map<String, String> headers) {
    this.caller = caller;
    this.dialled = dialled;
    this.headers = Map.copyOf(headers);
  }

  /** The parties of a channel to a phone, of which nobody has heard yet. */
  static Parties unknown() {
    return new Parties(Party.UNKNOWN, "", Map.of());
  }

  /**
   * Who is at this end.
   *
   * @return number and name, raw
   */
  public Party caller() {
    return caller;
  }

  /**
   * Says who is at this end.
   *
   * @param party number and name
   */
  public void callFrom(Party party) {
    caller = party;
  }

  /**
   * Who is shown as the other end.
   *
   * @return number and name
   */
  public Party connected() {
    return connected;
  }

  void connectTo(Party party) {
    connected = party;
  }

  /**
   * What was dialled when the channel was made.
   *
   * @return any text, empty for a channel to a phone
   */
  public String dialled() {
    return dialled;
  }

  /**
   * A SIP header with which the call came in.
   *
   * @param name the name of the header
   * @return its value, or empty if it came without
   */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /**
   * The language in which this end hears prompts.
   *
   * @return such as {@code en}, which is the default
   */
  public String language() {
    return language;
  }

  /**
   * Chooses the language of prompts.
   *
   * @param code such as {@code fr}
   */
  public void speak(String code) {
    language = code;
  }
}
