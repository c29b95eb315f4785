package io.ringwright.call;

/** Why an order of the host is refused. */
public enum OrderRefusal {
  /** The engine knows no such call, or it is over. */
  UNKNOWN_CALL("unknown-call"),
  /** The call was answered, is on the way to a phone, or rings. */
  NOT_WAITING("not-waiting"),
  /** The phone list has no such extension. */
  UNKNOWN_EXTENSION("unknown-extension"),
  /** The phone list has no such hunt group. */
  UNKNOWN_GROUP("unknown-group"),
  /** The extension is no member of the hunt group. */
  NO_MEMBER("no-member"),
  /** The call waits for an extension; the order is about calls for a hunt group. */
  NOT_FOR_A_GROUP("not-for-a-group"),
  /** The extension is out of service. */
  OUT_OF_SERVICE("out-of-service"),
  /** The extension is on do-not-disturb. */
  DO_NOT_DISTURB("do-not-disturb"),
  /** The person of the extension is logged out or paused. */
  AWAY("away"),
  /** The extension forwards its calls, so nobody is there. */
  FORWARDED("forwarded"),
  /** The device cannot be reached. */
  NOT_REACHABLE("not-reachable"),
  /** The extension is in a call or rings, and has no room for another one. */
  ENGAGED("engaged"),
  /** No link to the caller's switch: nobody there can be moved. */
  NO_LINK("no-link"),
  /** The longest wait is over, or less than a second of it is left. */
  WAITED_TOO_LONG("waited-too-long"),
  /** The switch was not told how to call somebody, or its adapter cannot. */
  CANNOT_CALL_BACK("cannot-call-back"),
  /** The number was called back as often of late as it may be, or too many numbers were. */
  TOO_MANY_CALL_BACKS("too-many-call-backs"),
  /** The phone is that of another extension, or no phone at which somebody can sit. */
  NO_DESK("no-desk");

  private final String word;

  OrderRefusal(String word) {
    this.word = word;
  }

  /**
   * The reason as one word.
   *
   * @return lower-case letters and dashes
   */
  public String word() {
    return word;
  }
}
