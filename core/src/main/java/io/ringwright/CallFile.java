package io.ringwright;

import io.ringwright.call.CallId;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.routing.RoutedCaller;
import io.ringwright.routing.WaitingAdmission.Standing;
import io.ringwright.waiting.Place;
import io.ringwright.waiting.WaitingCall;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All that the engine knows of one call. Belongs to the {@link SwitchRoom} and its lock. */
final class CallFile {

  private final CallId id;
  private final CallerId caller;
  private final Place place;
  private final Map<DirectoryNumber, Instant> backOff = new HashMap<>();
  private Channel channel;
  private Destination wanted;
  private Phase phase = new Phase.InLine();
  private Instant wantedSince;
  private boolean beenInLine;
  private Instant lastSeen;
  private Instant notBefore = Instant.MIN;

  CallFile(WaitingCall call, Instant now) {
    id = call.id();
    caller = call.caller();
    place = call.place();
    channel = call.channel();
    wanted = call.waitingFor();
    wantedSince = call.place().since();
    lastSeen = now;
  }

  CallId id() {
    return id;
  }

  Place place() {
    return place;
  }

  Channel channel() {
    return channel;
  }

  Destination wanted() {
    return wanted;
  }

  /**
   * The call waits for something else from now on; the longest wait begins anew, the place stays.
   */
  void want(Destination other, Instant now) {
    wanted = other;
    wantedSince = now;
  }

  Phase phase() {
    return phase;
  }

  void enter(Phase next) {
    phase = next;
    beenInLine |= next instanceof Phase.InLine;
  }

  Standing standing() {
    return new Standing(wantedSince, beenInLine);
  }

  boolean beenInLine() {
    return beenInLine;
  }

  Instant lastSeen() {
    return lastSeen;
  }

  void seen(Channel where, Instant now) {
    channel = where;
    lastSeen = now;
  }

  /** The call is not delivered before this instant: the switch refused to move it. */
  void restUntil(Instant instant) {
    notBefore = instant;
  }

  boolean rests(Instant now) {
    return now.isBefore(notBefore);
  }

  void leaveAlone(DirectoryNumber extension, Instant until) {
    backOff.put(extension, until);
  }

  /** When something changes for this call by itself: a back-off or a rest is over. */
  Optional<Instant> nextChange(Instant now) {
    return Stream.concat(backOff.values().stream(), Stream.of(notBefore))
        .filter(instant -> instant.isAfter(now))
        .min(Instant::compareTo);
  }

  RoutedCaller routed(Instant now) {
    backOff.values().removeIf(until -> !now.isBefore(until));
    return new RoutedCaller(caller, backOff);
  }

  WaitingCall waiting() {
    return new WaitingCall(id, channel, caller, wanted, place);
  }
}
