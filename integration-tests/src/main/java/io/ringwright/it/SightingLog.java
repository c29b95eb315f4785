package io.ringwright.it;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.ringwright.dialplan.ChannelVariables;
import io.ringwright.fakeasterisk.Sighting;
import io.ringwright.fakeasterisk.Sighting.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns Asterisk's events into sightings.
 *
 * <p>The caller's channel says who it is by the variable {@code LAB_CALL}, the Call-ID that SIPp
 * chose, which the lab's dialplan sets first.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class SightingLog {

  /** A prompt, as a step of its own or behind a condition that holds. */
  private static final Pattern PROMPT =
      Pattern.compile(
          "(?:ExecIf\\(1\\?)?(?i)(Playback|SayDigits|Background|SayNumber)\\(([^),]*)[^)]*\\)+");

  private static final Pattern PHONE = Pattern.compile("PJSIP/([0-9]+)-[0-9a-f]+");

  private static final Set<String> TOLD = Set.of("Playback", "SayNumber", "Read", "MixMonitor");

  @GuardedBy("this")
  private final List<Sighting> sightings = new ArrayList<>();

  @GuardedBy("this")
  private final Map<String, Channel> channels = new HashMap<>();

  /** Who called, by unique id; it stays, because who is called back gets the same. */
  @GuardedBy("this")
  private final Map<String, String> callers = new HashMap<>();

  /** A channel that lives. */
  private static final class Channel {
    final AmiMessage created;

    /** Who called; empty until the channel says so, and for a phone's channel always. */
    String caller = "";

    /** For whom a phone's channel rings; empty for a caller's channel. */
    String servedCaller = "";

    /** The number outside that Asterisk itself has called. */
    String calledBack = "";

    String place = "";
    boolean up;

    Channel(AmiMessage created) {
      this.created = created;
    }

    boolean isCaller() {
      return !caller.isEmpty();
    }

    boolean isPhone() {
      return !phone().isEmpty();
    }

    /** The extension number of the phone; empty if the channel is not a phone's. */
    String phone() {
      if (!calledBack.isEmpty()) {
        return calledBack;
      }
      Matcher name = PHONE.matcher(created.get("Channel"));
      return name.matches() ? name.group(1) : "";
    }
  }

  synchronized List<Sighting> sightings() {
    return List.copyOf(sightings);
  }

  /** The same without the first ones. */
  synchronized List<Sighting> sightings(int from) {
    return List.copyOf(sightings.subList(from, sightings.size()));
  }

  /** Asterisk has stopped, and its channels with it; nobody tells of their ends. */
  synchronized void stopped() {
    channels.clear();
  }

  /**
   * Notes that a caller's call is over of which Asterisk's events tell nothing, because it never
   * became a channel.
   *
   * @param status of the response with which it was refused; empty if there was none
   */
  synchronized void endedOutside(String caller, String status) {
    if (sightings.stream().noneMatch(seen -> seen.caller().equals(caller))) {
      String what = status.isEmpty() ? "no response" : "SIP " + status;
      sightings.add(new Sighting(Instant.now(), Kind.CALLER_ENDED, caller, "0", what));
    }
  }

  /** The name of a caller's channel; empty if there is none, or none any more. */
  synchronized Optional<String> channelOf(String caller) {
    return channels.values().stream()
        .filter(channel -> channel.caller.equals(caller))
        .map(channel -> channel.created.get("Channel"))
        .findFirst();
  }

  synchronized void take(AmiMessage event) {
    String kind = event.get("Event");
    if (kind.equals("Newchannel")) {
      created(event);
      return;
    }
    Channel channel =
        channels.get(event.get(kind.startsWith("Dial") ? "DestUniqueid" : "Uniqueid"));
    if (channel == null) {
      return;
    }
    switch (kind) {
      case "VarSet" -> variable(channel, event);
      case "Newexten" -> step(channel, event);
      case "MusicOnHoldStart" -> music(channel, event);
      case "MusicOnHoldStop" -> musicStopped(channel, event);
      case "AGIExecStart" -> command(channel, event);
      case "Newstate" -> state(channel, event);
      case "DialBegin" -> dialBegin(channel, event);
      case "DialEnd" -> dialEnd(channel, event);
      case "Hangup" -> hangup(channel, event);
      default -> {} // of no interest to a scenario
    }
  }

  @GuardedBy("this")
  private void created(AmiMessage event) {
    Channel channel = new Channel(event);
    // Asterisk links the channel that it makes for a phone to the channel that it makes it for.
    Channel first = channels.get(event.get("Linkedid"));
    channel.servedCaller = first == null ? "" : first.caller;
    channel.caller = callers.getOrDefault(id(event), isAgent(event) ? id(event) : "");
    channels.put(id(event), channel);
  }

  /** Whoever dials a feature code of agents is known by the channel alone. */
  private static boolean isAgent(AmiMessage created) {
    return created.get("Context").equals("from-house") && created.get("Exten").startsWith("*4");
  }

  /** A channel that no other dials is one of Asterisk's own calls. */
  @GuardedBy("this")
  private void dialBegin(Channel channel, AmiMessage event) {
    if (event.get("Uniqueid").isEmpty() && channel.isCaller()) {
      channel.calledBack = event.get("DialString").replaceAll("@.*", "");
      channel.servedCaller = channel.caller;
    }
  }

  @GuardedBy("this")
  private void variable(Channel channel, AmiMessage event) {
    // What phones inherit has two underscores before its name where it is set.
    String name = event.get("Variable").replaceFirst("^_{1,2}", "");
    if (name.equals("LAB_CALL") && channel.caller.isEmpty()) {
      channel.caller = event.get("Value");
      callers.put(id(channel.created), channel.caller);
      AmiMessage created = channel.created;
      add(created, Kind.CALLER_ARRIVED, channel.caller, created.get("Exten"), id(created));
    } else if (name.equals(ChannelVariables.LEFT)
        || (name.startsWith(ChannelVariables.PREFIX) && channel.isCaller())) {
      add(event, Kind.VARIABLE_SET, channel.caller, name, event.get("Value"));
    }
  }

  @GuardedBy("this")
  private void step(Channel channel, AmiMessage event) {
    if (channel.isPhone()) {
      told(channel, event);
    }
    if (!channel.isCaller()) {
      return;
    }
    String place = event.get("Context") + "," + event.get("Extension");
    if (!channel.place.equals(place)) {
      channel.place = place;
      String extension = event.get("Extension");
      add(event, Kind.CONTEXT_ENTERED, channel.caller, event.get("Context"), extension);
    }
    Matcher prompt = PROMPT.matcher(event.get("Application") + "(" + event.get("AppData") + ")");
    if (prompt.matches()) {
      add(event, Kind.PROMPT_PLAYED, channel.caller, prompt.group(1), prompt.group(2));
    }
  }

  /** What a phone hears and is asked between the answer and the talk. */
  @GuardedBy("this")
  private void told(Channel phone, AmiMessage event) {
    if (TOLD.contains(event.get("Application"))) {
      add(
          event,
          Kind.PHONE_IS_TOLD,
          phone.servedCaller,
          event.get("Application"),
          event.get("AppData"));
    }
  }

  /** A script asks for digits: no application of the dialplan does. */
  @GuardedBy("this")
  private void command(Channel channel, AmiMessage event) {
    String command = event.get("Command");
    if (channel.isCaller() && command.startsWith("GET DATA ")) {
      add(event, Kind.PROMPT_PLAYED, channel.caller, "GET DATA", command.split(" ")[2]);
    }
  }

  @GuardedBy("this")
  private void music(Channel channel, AmiMessage event) {
    if (channel.isCaller()) {
      add(event, Kind.MUSIC_STARTED, channel.caller, event.get("Class"), "");
    }
  }

  @GuardedBy("this")
  private void musicStopped(Channel channel, AmiMessage event) {
    if (channel.isCaller()) {
      add(event, Kind.MUSIC_STOPPED, channel.caller, "", "");
    }
  }

  @GuardedBy("this")
  private void state(Channel channel, AmiMessage event) {
    String state = event.get("ChannelStateDesc");
    if (channel.isPhone() && state.equals("Ringing")) {
      add(event, Kind.PHONE_RINGS, channel.servedCaller, channel.phone(), "");
    } else if (channel.isPhone() && state.equals("Up")) {
      channel.up = true;
      add(event, Kind.PHONE_ANSWERS, channel.servedCaller, channel.phone(), "");
    }
  }

  @GuardedBy("this")
  private void dialEnd(Channel channel, AmiMessage event) {
    String status = event.get("DialStatus");
    if (channel.isPhone() && !status.equals("ANSWER")) {
      add(event, Kind.PHONE_STOPS, channel.servedCaller, channel.phone(), status);
    }
  }

  @GuardedBy("this")
  private void hangup(Channel channel, AmiMessage event) {
    channels.remove(id(event));
    if (channel.isCaller() && channel.calledBack.isEmpty()) {
      add(event, Kind.CALLER_ENDED, channel.caller, event.get("Cause"), event.get("Cause-txt"));
    } else if (channel.up) {
      add(event, Kind.PHONE_ENDS, channel.servedCaller, channel.phone(), "");
    }
  }

  private static String id(AmiMessage event) {
    return event.get("Uniqueid");
  }

  @GuardedBy("this")
  private void add(AmiMessage event, Kind kind, String caller, String subject, String detail) {
    sightings.add(new Sighting(at(event), kind, caller, subject, detail));
  }

  /** AMI's time stamp is seconds with a fraction. */
  private static Instant at(AmiMessage event) {
    String stamp = event.get("Timestamp");
    if (stamp.isEmpty()) {
      return Instant.now();
    }
    long micros = Math.round(Double.parseDouble(stamp) * 1_000_000);
    return Instant.EPOCH.plusNanos(micros * 1_000);
  }
}
