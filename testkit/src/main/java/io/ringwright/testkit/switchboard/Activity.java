package io.ringwright.testkit.switchboard;

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
}
