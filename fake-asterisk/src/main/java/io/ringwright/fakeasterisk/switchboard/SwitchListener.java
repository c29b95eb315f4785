package io.ringwright.fakeasterisk.switchboard;

import io.ringwright.availability.DeviceState;
import java.util.Optional;

/**
 * Hears what happens in a switch, as it happens. Every method does nothing unless overridden.
 *
 * <p>Thread safety: called on the timeline's thread; the channels may be read, not changed.
 */
public interface SwitchListener {

  /** How a transfer is asked for. */
  enum Asked {
    /** By a request of the phone. */
    BY_REFER,
    /** By keys during the talk. */
    BY_KEYS
  }

  /**
   * Somebody in a talk sends the other side to a number, without a word.
   *
   * @param transferer who sends
   * @param transferee who is sent
   * @param bridge their talk
   * @param to where to
   * @param asked how it was asked for
   */
  record SentOn(
      LiveChannel transferer, LiveChannel transferee, Bridge bridge, Location to, Asked asked) {}

  /**
   * Somebody in a talk connects the other side with a second call of the same phone.
   *
   * @param here the phone's channel in the talk
   * @param consultation the phone's channel in the second call; by keys it is the same one
   * @param transferee who is handed over
   * @param talk the bridge of the talk
   * @param target the bridge of the second call; empty if nobody has answered that
   */
  record Connected(
      LiveChannel here,
      LiveChannel consultation,
      LiveChannel transferee,
      Bridge talk,
      Optional<Bridge> target) {

    /**
     * Where the other side talks then.
     *
     * @return a bridge; empty if it goes on in the dialplan
     */
    public Optional<Bridge> destination() {
      return here == consultation ? Optional.of(talk) : target;
    }
  }

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
   * @param status how: a {@link DialStatus}, or what option {@code U} of Dial said, such as {@code
   *     CONTINUE}
   */
  default void dialEnded(LiveChannel caller, LiveChannel phone, String status) {}

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
   * A phone puts the other side of its talk on hold.
   *
   * @param channel the phone's channel
   */
  default void held(LiveChannel channel) {}

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
  default void transferredBlindly(SentOn transfer) {}

  /**
   * Somebody in a talk connects the other side with a second call.
   *
   * @param transfer who, whom and where to
   */
  default void transferred(Connected transfer) {}

  /**
   * A channel answers in the place of one that rings.
   *
   * @param picker who answers
   * @param target the channel that rings
   */
  default void pickedUp(LiveChannel picker, LiveChannel target) {}

  /**
   * The channels of one bridge are about to go into another.
   *
   * @param to where they go
   * @param from where they are
   */
  default void bridgesMerged(Bridge to, Bridge from) {}

  /**
   * A channel is parked.
   *
   * @param parkee the channel
   * @param space the number by which it can be retrieved
   */
  default void parked(LiveChannel parkee, int space) {}

  /**
   * A parked channel is retrieved.
   *
   * @param parkee the channel
   * @param retriever who talks to it from now on
   * @param space the number of its space
   */
  default void unparked(LiveChannel parkee, LiveChannel retriever, int space) {}

  /**
   * The two ends of a Local channel belong together from now on.
   *
   * @param first the end that is called
   * @param second the end that runs the dialplan
   * @param optimises whether it is taken out once both ends talk
   */
  default void localBridged(LiveChannel first, LiveChannel second, boolean optimises) {}

  /**
   * A Local channel is about to be taken out.
   *
   * @param first the end that was called
   * @param second the end that ran the dialplan
   * @param source who takes the place of one of them
   */
  default void localOptimisationBegun(LiveChannel first, LiveChannel second, LiveChannel source) {}

  /**
   * A Local channel was taken out.
   *
   * @param first the end that was called
   * @param second the end that ran the dialplan
   */
  default void localOptimisationEnded(LiveChannel first, LiveChannel second) {}

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
   * What a channel hears and says is recorded from now on.
   *
   * @param channel the channel
   */
  default void recordingBegun(LiveChannel channel) {}

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
