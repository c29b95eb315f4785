package io.ringwright.fakeasterisk.switchboard;

/**
 * Who is told what the switch does with a channel that leads to no phone but into the switch again.
 * A phone is told nothing: what it hears is not imitated.
 */
interface FarSide {

  /** A phone. */
  FarSide PHONE = new FarSide() {};

  /** The channel is told that somebody is being rung. */
  default void hearsRinging() {}

  /** The switch has answered the channel. */
  default void answered() {}

  /** The channel is in a talk of two, or who takes part in it has changed. */
  default void talks() {}

  /** Whoever talks with the channel presses a key. */
  default void pressed(char key) {}

  /** The channel is gone. */
  default void gone(int cause) {}

  /**
   * Whoever talks with the channel puts it on hold, or takes it back.
   *
   * @return whether that was passed on, so that nothing is heard on the channel itself
   */
  default boolean passesHold(boolean held) {
    return false;
  }
}
