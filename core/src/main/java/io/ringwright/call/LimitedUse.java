package io.ringwright.call;

/** What callers can bring about at the cost of the house, or of others, and is limited for that. */
public enum LimitedUse {
  /** A call back that is arranged: the house calls a number that the caller shows or names. */
  CALL_BACK("call-back"),
  /** A call that is diverted to an external number. */
  DIVERSION("diversion"),
  /** A caller who comes back and takes the place that was kept for who hung up. */
  RETURN("return");

  private final String word;

  LimitedUse(String word) {
    this.word = word;
  }

  /**
   * The use with this word.
   *
   * @param word as {@link #word()} gives it
   * @return the use
   * @throws IllegalArgumentException if there is none
   */
  public static LimitedUse of(String word) {
    for (LimitedUse use : values()) {
      if (use.word.equals(word)) {
        return use;
      }
    }
    throw new IllegalArgumentException(
        "'" + word + "' is nothing that is limited: expected call-back, diversion or return");
  }

  /**
   * The use as one word.
   *
   * @return lower-case letters and dashes
   */
  public String word() {
    return word;
  }
}
