package io.ringwright.it.kills;

/** What became of a caller; each has one. */
enum Experience {
  ANSWERED("answered", true),
  GAVE_UP("gave up by themselves", true),
  ENDED_WITH_ASTERISK("ended with their Asterisk", true),
  FELL_BACK("fallback", false),
  HUNG_UP("hung up by us", false),
  STILL_WAITING("still waiting at the end", false);

  private final String words;
  private final boolean allowed;

  Experience(String words, boolean allowed) {
    this.words = words;
    this.allowed = allowed;
  }

  /** Whether a run in which it happens may be in order. */
  boolean isAllowed() {
    return allowed;
  }

  @Override
  public String toString() {
    return words;
  }
}
