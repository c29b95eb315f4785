package io.ringwright.fakeasterisk.pbx;

/** What an application says when it is done. */
public enum Verdict {
  /** The dialplan goes on with the next step. */
  CONTINUE(0),
  /** The channel is to be hung up or moved, or was. */
  LEAVE(-1);

  private final int code;

  Verdict(int code) {
    this.code = code;
  }

  /**
   * The number by which Asterisk returns it.
   *
   * @return 0 or -1
   */
  public int code() {
    return code;
  }
}
