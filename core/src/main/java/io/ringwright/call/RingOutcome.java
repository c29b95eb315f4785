package io.ringwright.call;

/** How ringing ended. */
public enum RingOutcome {
  /** Somebody answered. */
  ANSWERED("an answer"),
  /** The device was busy. */
  BUSY("busy"),
  /** Nobody answered within the ring time. */
  NO_REPLY("no reply"),
  /** The device could not be reached, or the way to it was congested. */
  NOT_REACHABLE("not reachable"),
  /** Somebody refused the call. */
  REJECTED("rejected"),
  /** The caller hung up first. */
  ABANDONED("the caller gone");

  private final String words;

  RingOutcome(String words) {
    this.words = words;
  }

  /**
   * The outcome in words.
   *
   * @return lower-case words
   */
  public String words() {
    return words;
  }
}
