package io.ringwright.imports;

/** What became of a line of the configuration. From the least that has to be looked at on. */
public enum Verdict {
  /** Nothing here needs it. */
  NOT_NEEDED("not needed"),
  /** The phone file says the same. */
  KEPT("kept"),
  /** The phone file says something near to it. */
  CHANGED("changed"),
  /** The phone file cannot say it. */
  NOT_POSSIBLE("not possible");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  /**
   * The verdict as a report says it.
   *
   * @return two words at most
   */
  public String words() {
    return words;
  }

  /**
   * Whether somebody should look at the line.
   *
   * @return true if it was changed or is not possible
   */
  public boolean needsALook() {
    return this == CHANGED || this == NOT_POSSIBLE;
  }
}
