package io.ringwright.fakeasterisk.switchboard;

import io.ringwright.availability.DeviceState;

/**
 * Hears what happens in a switch, as it happens. Every method does nothing unless overridden.
 *
 * <p>Thread safety: called on the timeline's thread; the channels may be read, not changed.
 */
public interface SwitchListener {

  /**
   * There is a new channel.
   *
   * @param channel the channel
   */
  default void channelCreated(LiveChannel channel) {}

  /**
   * A channel has another state.
   *
   * @param channel the channel
   */
  default void channelStateChanged(LiveChannel channel) {}

  /**
   * A channel shows somebody else at its far end.
   *
   * @param channel the channel
   */
  default void connectedLineChanged(LiveChannel channel) {}

  /**
   * A channel is at another place of the dialplan and starts an application there.
   *
   * @param channel the channel
   */
  default void stepped(LiveChannel channel) {}

  /**
   * A variable of a channel was set.
   *
   * @param channel the channel
   * @param name its name as it was given
   * @param value its value
   */
  default void variableSet(LiveChannel channel, String name, String value) {}

  /**
   * A phone is about to be called.
   *
   * @param caller the caller's channel
   * @param phone the phone's channel
   * @param dialString what is dialled there, such as {@code 8260} or {@code 0301234567@trunk}
   */
  default void dialBegun(LiveChannel caller, LiveChannel phone, String dialString) {}

  /**
   * A phone rings.
   *
   * @param caller the caller's channel
   * @param phone the phone's channel
   */
  default void dialRinging(LiveChannel caller, LiveChannel phone) {}

  /**
   * A call to a phone was answered or is over.
   *
   * @param caller the caller's channel
   * @param phone the phone's channel
   * @param status how
   */
  default void dialEnded(LiveChannel caller, LiveChannel phone, DialStatus status) {}

  /**
   * The switch itself is about to call a phone.
   *
   * @param channel the phone's channel
   * @param dialString what is dialled there, such as {@code 0301234567@trunk}
   */
  default void callOutBegun(LiveChannel channel, String dialString) {}

  /**
   * A phone that the switch itself calls rings.
   *
   * @param channel the phone's channel
   */
  default void callOutRinging(LiveChannel channel) {}

  /**
   * A phone that the switch itself called answered, or refused; of one that rang until the time was
   * over nothing is told.
   *
   * @param channel the phone's channel
   * @param status how
   */
  default void callOutEnded(LiveChannel channel, DialStatus status) {}

  /**
   * There is a new bridge, still empty.
   *
   * @param bridge the bridge
   */
  default void bridgeCreated(Bridge bridge) {}

  /**
   * A channel joined a bridge.
   *
   * @param bridge the bridge
   * @param channel the channel
   */
  default void bridgeEntered(Bridge bridge, LiveChannel channel) {}

  /**
   * A channel came from another bridge and takes the place of one that has left.
   *
   * @param bridge the bridge
   * @param channel who came
   * @param replaced who has left
   */
  default void bridgeEnteredInPlaceOf(Bridge bridge, LiveChannel channel, LiveChannel replaced) {}

  /**
   * A phone takes its talk back from hold, as each does when it transfers.
   *
   * @param channel the phone's channel
   */
  default void unheld(LiveChannel channel) {}

  /**
   * Somebody in a talk sends the other side to a number.
   *
   * @param transfer who, whom and where to
   */
  default void transferredBlindly(BlindTransfer transfer) {}

  /**
   * Somebody in a talk connects the other side with a second call.
   *
   * @param transfer who, whom and where to
   */
  default void transferred(AttendedTransfer transfer) {}

  /**
   * A channel answers in the place of one that rings.
   *
   * @param picker who answers
   * @param target the channel that rings
   */
  default void pickedUp(LiveChannel picker, LiveChannel target) {}

  /**
   * A channel left a bridge.
   *
   * @param bridge the bridge
   * @param channel the channel
   */
  default void bridgeLeft(Bridge bridge, LiveChannel channel) {}

  /**
   * A bridge is gone.
   *
   * @param bridge the bridge
   */
  default void bridgeDestroyed(Bridge bridge) {}

  /**
   * A channel hears music.
   *
   * @param channel the channel
   * @param musicClass which music
   */
  default void musicStarted(LiveChannel channel, String musicClass) {}

  /**
   * A channel hears no music any more.
   *
   * @param channel the channel
   */
  default void musicStopped(LiveChannel channel) {}

  /**
   * A sound was played or something was said.
   *
   * @param channel who hears it
   * @param how the application or command that plays it
   * @param what the sound or the text
   */
  default void promptPlayed(LiveChannel channel, String how, String what) {}

  /**
   * The far end hangs up.
   *
   * @param channel the channel
   */
  default void hangupRequested(LiveChannel channel) {}

  /**
   * The switch itself hangs up.
   *
   * @param channel the channel
   * @param flag Asterisk's reason: 16 the dialplan is over, 32 a script said so
   */
  default void softHangupRequested(LiveChannel channel, int flag) {}

  /**
   * A channel is gone.
   *
   * @param channel what it was
   */
  default void channelGone(LiveChannel channel) {}

  /**
   * A device has another state.
   *
   * @param device the device, such as {@code PJSIP/8260}
   * @param state its state now
   */
  default void deviceChanged(String device, DeviceState state) {}
}
