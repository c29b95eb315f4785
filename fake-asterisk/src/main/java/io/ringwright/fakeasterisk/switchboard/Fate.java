package io.ringwright.fakeasterisk.switchboard;

/**
 * What is asked of a channel from outside.
 *
 * <p>Thread safety: immutable.
 */
public enum Fate {
  /** Nothing. */
  STAYS,
  /** To go on at the place where it is now. */
  MOVES,
  /** To be hung up. */
  ENDS
}
