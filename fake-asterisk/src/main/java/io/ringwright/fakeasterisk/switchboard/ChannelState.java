package io.ringwright.fakeasterisk.switchboard;

/**
 * What a channel is doing as a line. Source: {@code enum ast_channel_state} in Asterisk's {@code
 * include/asterisk/channelstate.h}.
 */
public enum ChannelState {
  /** Made, and nothing heard from the other side. */
  DOWN(0, "Down"),
  /** A caller who hears ringing: the call came in and is not answered. */
  RING(4, "Ring"),
  /** A phone that rings. */
  RINGING(5, "Ringing"),
  /** Answered. */
  UP(6, "Up"),
  /** A caller who hears the busy tone. */
  BUSY(7, "Busy");

  private final int code;
  private final String text;

  ChannelState(int code, String text) {
    this.code = code;
    this.text = text;
  }

  /**
   * The number by which AMI and AGI name the state.
   *
   * @return 0 to 7
   */
  public int code() {
    return code;
  }

  /**
   * The word by which AMI names the state.
   *
   * @return one word
   */
  public String text() {
    return text;
  }
}
