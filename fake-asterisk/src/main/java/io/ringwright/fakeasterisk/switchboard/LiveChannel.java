package io.ringwright.fakeasterisk.switchboard;

import io.ringwright.fakeasterisk.timeline.Timeline;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One leg between the switch and an endpoint, from its beginning to its end.
 *
 * <p>Whoever drives a caller's channel occupies it with an {@link Activity}; a request to hang it
 * up or to move it interrupts the innermost one and is kept as the {@link Fate} of the channel
 * until the driver obeys.
 *
 * <p>Thread safety: belongs to the timeline's thread.
 */
public final class LiveChannel {

  /** Where a channel begins, and who is at its ends. */
  record Start(Location location, Parties parties) {}

  /** The switch, as its channels and bridges need it. */
  interface Home {
    Timeline timeline();

    void tell(Consumer<SwitchListener> news);

    Audio audioOf(LiveChannel channel);

    void deviceMayHaveChanged(LiveChannel channel);

    void renamed(LiveChannel one, LiveChannel other);

    void drive(LiveChannel channel);

    void forget(LiveChannel channel);
  }

  private final Home home;
  private ChannelEnd end;
  private final Instant createdAt;
  private final ChannelVariables variables = new ChannelVariables();
  private final Deque<Activity> activities = new ArrayDeque<>();
  private final Audio audio;

  private Location location;
  private String application = "";
  private String data = "";
  private int hangupCause = HangupCause.UNKNOWN;
  private int sipStatus;
  private Fate fate = Fate.STAYS;
  private boolean gone;
  private @Nullable Bridge bridge;
  private @Nullable Location lastStep;

  LiveChannel(Home home, ChannelId id, ChannelState state, Start start) {
    this.home = home;
    this.end = new ChannelEnd(id, state, start.parties());
    this.location = start.location();
    this.audio = home.audioOf(this);
    this.createdAt = home.timeline().instant();
  }

  // Who it is

  /**
   * The names of the channel.
   *
   * @return those of now: in a conversation with a channel of an older call it gets the linked id
   *     of that
   */
  public ChannelId id() {
    return end.id;
  }

  /**
   * Whether this is a caller's channel, as opposed to one to a phone that is called.
   *
   * @return true for the first channel of a call
   */
  public boolean isCaller() {
    return end.caller;
  }

  /**
   * Whether the switch itself called here, to call somebody back.
   *
   * @return false for a channel that called, and for one to a phone that a caller is rung at
   */
  public boolean wasCalledOut() {
    return end.calledOut;
  }

  void relink(String linkedId) {
    end.id = end.id.linkedTo(linkedId);
  }

  void markCalledOut() {
    end.calledOut = true;
  }

  /**
   * When it was made.
   *
   * @return by the clock of the timeline
   */
  public Instant createdAt() {
    return createdAt;
  }

  /**
   * What moves its switch.
   *
   * @return the timeline
   */
  public Timeline timeline() {
    return home.timeline();
  }

  /**
   * Who is at its two ends.
   *
   * @return what may change with time
   */
  public Parties parties() {
    return end.parties;
  }

  void connectTo(Party party) {
    end.parties.connectTo(party);
    home.tell(listener -> listener.connectedLineChanged(this));
  }

  // Where it is

  /**
   * The place in the dialplan.
   *
   * @return the place
   */
  public Location location() {
    return location;
  }

  /**
   * Puts the channel at a place. Nothing is started there.
   *
   * @param place the place
   */
  public void placeAt(Location place) {
    location = place;
  }

  /**
   * Starts an application at the place where the channel is.
   *
   * @param name the application
   * @param arguments its arguments, variables put in
   */
  public void step(String name, String arguments) {
    application = name;
    data = arguments;
    // Only a new place is reported, as in channel_newexten of Asterisk's main/manager_channels.c.
    if (!location.equals(lastStep)) {
      lastStep = location;
      home.tell(listener -> listener.stepped(this));
    }
  }

  /**
   * The application it is in.
   *
   * @return empty before the first
   */
  public String application() {
    return application;
  }

  /**
   * The arguments of that application.
   *
   * @return variables put in
   */
  public String data() {
    return data;
  }

  // What it does

  /**
   * The state as a line.
   *
   * @return the state
   */
  public ChannelState state() {
    return end.state;
  }

  /**
   * Gives the channel another state.
   *
   * @param changed the state
   */
  public void become(ChannelState changed) {
    if (end.state != changed) {
      end.state = changed;
      home.tell(listener -> listener.channelStateChanged(this));
      home.deviceMayHaveChanged(this);
    }
  }

  /** Answers a call that came in; the far end hears of it. Does nothing if it is answered. */
  public void answer() {
    if (end.state != ChannelState.UP) {
      become(ChannelState.UP);
      end.farSide.answered();
    }
  }

  /** Tells the far end that somebody is being rung. */
  public void indicateRinging() {
    end.farSide.hearsRinging();
  }

  void leadsTo(FarSide farSide) {
    end.farSide = farSide;
  }

  FarSide farSide() {
    return end.farSide;
  }

  /**
   * The conversation it is in.
   *
   * @return empty if it is in none
   */
  public Optional<Bridge> bridge() {
    return Optional.ofNullable(bridge);
  }

  void talkIn(Bridge joined) {
    bridge = joined;
  }

  void talkInNone() {
    bridge = null;
  }

  /**
   * What it hears beside a talk.
   *
   * @return music and sounds
   */
  public Audio audio() {
    return audio;
  }

  /** The far end puts the other side of its talk on hold. */
  public void hold() {
    home.tell(listener -> listener.held(this));
    Optional.ofNullable(bridge).ifPresent(talk -> talk.hold(this, true));
  }

  /** The far end takes the other side of its talk back from hold. */
  public void resume() {
    home.tell(listener -> listener.unheld(this));
    Optional.ofNullable(bridge).ifPresent(talk -> talk.hold(this, false));
  }

  // What it knows

  /**
   * Sets a variable.
   *
   * @param name its name; underscores in front let phones inherit it
   * @param value its value
   */
  public void set(String name, String value) {
    variables.set(name, value);
    home.tell(listener -> listener.variableSet(this, name, value));
  }

  /**
   * The value of a variable of this channel.
   *
   * @param name its name
   * @return its value, or empty if it was never set
   */
  public Optional<String> variable(String name) {
    return variables.value(name);
  }

  /**
   * All variables of this channel.
   *
   * @return names and values, the newest first
   */
  public Map<String, String> variables() {
    return variables.newestFirst();
  }

  /** Names with the underscores by which they are inherited, and values. */
  Map<String, String> wholeVariables() {
    return variables.whole();
  }

  Map<String, String> inheritedVariables() {
    return variables.inherited();
  }

  // How it stops

  /**
   * Takes the channel for an activity, inside the one it is in.
   *
   * @param activity what is told of an interruption
   */
  public void occupy(Activity activity) {
    activities.push(activity);
  }

  /**
   * Lets go of the channel.
   *
   * @param activity what had taken it
   */
  public void release(Activity activity) {
    activities.remove(activity);
  }

  /**
   * What was asked of the channel and not done yet.
   *
   * @return its fate
   */
  public Fate fate() {
    return fate;
  }

  /** The driver has moved the channel as asked. */
  public void moved() {
    if (fate == Fate.MOVES) {
      fate = Fate.STAYS;
    }
  }

  /**
   * Asks that the channel go on elsewhere: at once if it waits or talks, and after the script if it
   * is in one.
   *
   * @param target where to
   */
  public void moveTo(Location target) {
    if (fate != Fate.ENDS) {
      audio.stopMusic();
      location = target;
      fate = Fate.MOVES;
      interrupt();
    }
  }

  /**
   * Asks that the channel be hung up.
   *
   * @param cause a Q.850 number, or 0 to leave the cause as it is
   */
  public void hangUp(int cause) {
    if (cause != HangupCause.UNKNOWN) {
      hangupCause = cause;
    }
    if (fate != Fate.ENDS) {
      fate = Fate.ENDS;
      interrupt();
    }
  }

  /**
   * The far end presses a key. Who does not listen never hears of it.
   *
   * @param key {@code 0} to {@code 9}, {@code *}, {@code #}, {@code A} to {@code D}
   */
  public void press(char key) {
    Activity activity = activities.peek();
    if (activity != null && fate == Fate.STAYS) {
      activity.pressed(key);
    }
  }

  /** The far end hangs up. */
  public void farEndHangsUp() {
    if (fate == Fate.ENDS) {
      return;
    }
    // A caller who gives up before the answer is a CANCEL, whose cause Asterisk 22 makes 127.
    if (end.state == ChannelState.RING) {
      hangupCause = HangupCause.INTERWORKING;
      sipStatus = 487;
    }
    home.tell(listener -> listener.hangupRequested(this));
    hangUp(HangupCause.UNKNOWN);
  }

  private void interrupt() {
    // A channel that is asked to stop reads no more, and with that ends the music: __ast_read in
    // Asterisk's main/channel.c.
    audio.stopMusic();
    Activity activity = activities.peek();
    if (activity != null) {
      activity.interrupted();
    }
  }

  /** The dialplan is over for the channel: it will hang up. */
  public void endedByDialplan() {
    home.tell(listener -> listener.softHangupRequested(this, 16));
  }

  /** A script hangs the channel up. */
  public void endedByScript() {
    home.tell(listener -> listener.softHangupRequested(this, 32));
    hangUp(HangupCause.UNKNOWN);
  }

  /**
   * Why the channel ended, or would end.
   *
   * @return a Q.850 number, 0 if nobody said
   */
  public int hangupCause() {
    return hangupCause;
  }

  /**
   * The SIP status that came with the cause.
   *
   * @return 0 if none did
   */
  public int sipStatus() {
    return sipStatus;
  }

  /**
   * Notes why the channel will end.
   *
   * @param cause a Q.850 number
   */
  public void causeIs(int cause) {
    hangupCause = cause;
  }

  void refusedWith(int cause, int status) {
    hangupCause = cause;
    sipStatus = status;
    home.tell(listener -> listener.hangupRequested(this));
  }

  /**
   * Exchanges who is at the end of this channel with another one: each goes on in the dialplan, and
   * with the application, where the other was. What this channel knew is known behind what the
   * other knew. Source: {@code channel_do_masquerade} in Asterisk's {@code main/channel.c}.
   */
  void takePlaceOf(LiveChannel other) {
    variables.addBehind(other.variables);
    ChannelEnd own = end;
    end = other.end;
    other.end = own;
    home.renamed(this, other);
  }

  /** Nobody drives the channel any more: it goes on where it was moved to, or ends. */
  void goOnOrEnd() {
    if (fate == Fate.MOVES) {
      home.drive(this);
    } else {
      end();
    }
  }

  /** Takes the channel away. Its driver has let go of it. */
  public void end() {
    if (!gone) {
      gone = true;
      fate = Fate.ENDS;
      audio.stopMusic();
      home.forget(this);
      end.farSide.gone(hangupCause);
    }
  }

  @Override
  public String toString() {
    return end.id.name();
  }
}
