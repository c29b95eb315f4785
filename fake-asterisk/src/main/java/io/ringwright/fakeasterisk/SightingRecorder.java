package io.ringwright.fakeasterisk;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.ringwright.dialplan.ChannelVariables;
import io.ringwright.fakeasterisk.Sighting.Kind;
import io.ringwright.fakeasterisk.switchboard.ChannelState;
import io.ringwright.fakeasterisk.switchboard.DialStatus;
import io.ringwright.fakeasterisk.switchboard.HangupCause;
import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import io.ringwright.fakeasterisk.switchboard.SwitchListener;
import io.ringwright.fakeasterisk.timeline.Timeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Writes down what a switch and its phones see.
 *
 * <p>Thread safety: hears on the timeline's thread; the sightings may be read by any.
 */
final class SightingRecorder implements SwitchListener {

  private static final Set<String> TOLD = Set.of("Playback", "SayNumber", "Read", "MixMonitor");

  private final Timeline timeline;
  private final UnaryOperator<String> extensionOf;

  /** Where each caller was last, by unique id. */
  private final Map<String, String> places = new HashMap<>();

  /** The phones' numbers, by unique id of their channels. */
  private final Map<String, String> phones = new HashMap<>();

  private final Set<String> talking = new HashSet<>();

  @GuardedBy("this")
  private final List<Sighting> sightings = new ArrayList<>();

  /**
   * Begins to write.
   *
   * @param timeline what time it is
   * @param extensionOf the extension number of a phone, by what is dialled to reach it
   */
  SightingRecorder(Timeline timeline, UnaryOperator<String> extensionOf) {
    this.timeline = timeline;
    this.extensionOf = extensionOf;
  }

  synchronized List<Sighting> sightings() {
    return List.copyOf(sightings);
  }

  private synchronized void add(Kind kind, LiveChannel channel, String subject, String detail) {
    String caller = channel.id().linkedId();
    sightings.add(new Sighting(timeline.instant(), kind, caller, subject, detail));
  }

  /** Whether a channel leads to somebody who was called. */
  private static boolean isPhone(LiveChannel channel) {
    boolean called = !channel.isCaller() || channel.wasCalledOut();
    return called && !channel.id().technology().equals("Local");
  }

  private String phone(LiveChannel channel) {
    return phones.getOrDefault(channel.id().uniqueId(), channel.id().resource());
  }

  @Override
  public void channelCreated(LiveChannel channel) {
    if (channel.isCaller() && !channel.wasCalledOut()) {
      add(Kind.CALLER_ARRIVED, channel, channel.location().extension(), channel.id().uniqueId());
    }
  }

  @Override
  public void stepped(LiveChannel channel) {
    String context = channel.location().context();
    String extension = channel.location().extension();
    if (isPhone(channel) && TOLD.contains(channel.application())) {
      add(Kind.PHONE_IS_TOLD, channel, channel.application(), channel.data());
    }
    String place = context + "," + extension;
    if (!place.equals(places.put(channel.id().uniqueId(), place))) {
      add(Kind.CONTEXT_ENTERED, channel, context, extension);
    }
  }

  @Override
  public void variableSet(LiveChannel channel, String name, String value) {
    if (channel.isCaller() || name.equals(ChannelVariables.LEFT)) {
      add(Kind.VARIABLE_SET, channel, name, value);
    }
  }

  @Override
  public void promptPlayed(LiveChannel channel, String how, String what) {
    if (!isPhone(channel)) {
      add(Kind.PROMPT_PLAYED, channel, how, what);
    }
  }

  @Override
  public void musicStarted(LiveChannel channel, String musicClass) {
    add(Kind.MUSIC_STARTED, channel, musicClass, "");
  }

  @Override
  public void musicStopped(LiveChannel channel) {
    add(Kind.MUSIC_STOPPED, channel, "", "");
  }

  @Override
  public void dialBegun(LiveChannel caller, LiveChannel phone, String dialString) {
    called(phone, dialString);
  }

  @Override
  public void callOutBegun(LiveChannel channel, String dialString) {
    called(channel, dialString);
  }

  private void called(LiveChannel phone, String dialString) {
    int at = dialString.indexOf('@');
    String number = at < 0 ? extensionOf.apply(dialString) : dialString.substring(0, at);
    phones.put(phone.id().uniqueId(), number);
  }

  @Override
  public void channelStateChanged(LiveChannel channel) {
    if (!isPhone(channel)) {
      return;
    }
    if (channel.state() == ChannelState.RINGING) {
      add(Kind.PHONE_RINGS, channel, phone(channel), "");
    } else if (channel.state() == ChannelState.UP) {
      talking.add(channel.id().uniqueId());
      add(Kind.PHONE_ANSWERS, channel, phone(channel), "");
    }
  }

  @Override
  public void dialEnded(LiveChannel caller, LiveChannel phone, String status) {
    ended(phone, status);
  }

  @Override
  public void callOutEnded(LiveChannel channel, DialStatus status) {
    ended(channel, status.name());
  }

  private void ended(LiveChannel phone, String status) {
    if (isPhone(phone) && !status.equals(DialStatus.ANSWER.name())) {
      add(Kind.PHONE_STOPS, phone, phone(phone), status);
    }
  }

  @Override
  public void channelGone(LiveChannel channel) {
    int cause = channel.hangupCause();
    if (channel.isCaller() && !channel.wasCalledOut()) {
      places.remove(channel.id().uniqueId());
      add(Kind.CALLER_ENDED, channel, String.valueOf(cause), HangupCause.text(cause));
    } else if (talking.remove(channel.id().uniqueId())) {
      add(Kind.PHONE_ENDS, channel, phone(channel), "");
    }
    phones.remove(channel.id().uniqueId());
  }
}
