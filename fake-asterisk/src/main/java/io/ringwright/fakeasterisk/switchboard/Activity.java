package io.ringwright.fakeasterisk.switchboard;

/**
 * What a channel is in the middle of: waiting, ringing phones, a conversation, a script.
 *
 * <p>Thread safety: belongs to the timeline's thread.
 */
@FunctionalInterface
public interface Activity {

  /**
   * The channel is to be hung up or moved: the activity stops, lets go of the channel, and tells
   * whoever started it. A script may take its time.
   */
  void interrupted();

  /**
   * A key was pressed at the far end. Most activities do not listen.
   *
   * @param key {@code 0} to {@code 9}, {@code *}, {@code #}, {@code A} to {@code D}
   */
  default void pressed(char key) {}
}
