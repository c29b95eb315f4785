package io.ringwright.records;

import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.HangUpSide;
import io.ringwright.call.InboundCall;
import io.ringwright.call.PbxId;
import io.ringwright.call.Priority;
import io.ringwright.call.Token;
import io.ringwright.call.Visit;
import io.ringwright.port.RoutingListener;
import io.ringwright.telling.Answered;
import io.ringwright.telling.HungUp;
import io.ringwright.telling.Joined;
import io.ringwright.telling.RingStarted;
import io.ringwright.telling.RingStopped;
import io.ringwright.telling.RingStopped.Why;
import io.ringwright.telling.TalkBegun;
import io.ringwright.telling.TalkEnded;
import io.ringwright.testkit.ManualClock;
import java.time.Duration;
import java.util.Optional;

/** Tells a listener of one call, by hand. */
final class Told {

  private final RoutingListener listener;
  private final ManualClock clock;
  final Visit visit;

  Told(RoutingListener listener, ManualClock clock, String call, long visit) {
    this.listener = listener;
    this.clock = clock;
    this.visit = new Visit(CallId.of(call), visit);
  }

  static Destination group(String number) {
    return new Destination.ToHuntGroup(DirectoryNumber.of(number));
  }

  private Channel channel() {
    return new Channel(PbxId.of("pbx1"), "PJSIP/trunk-1");
  }

  Told arrives(String caller, String name, String called) {
    listener.callArrived(
        new InboundCall(
            visit.call(),
            channel(),
            new CallerId(caller, name),
            DirectoryNumber.of(called),
            InboundCall.CalledAs.ANY,
            Priority.of(5)),
        visit);
    return this;
  }

  Told after(int seconds) {
    clock.advance(Duration.ofSeconds(seconds));
    return this;
  }

  Told joins(String group, int position) {
    listener.joined(new Joined(visit, group(group), Priority.of(5), position));
    return this;
  }

  private RingStarted ring(String group, String extension) {
    return new RingStarted(
        visit,
        new Token(1),
        DirectoryNumber.of(extension),
        Device.of("PJSIP/" + extension),
        group(group));
  }

  Told rings(String group, String extension) {
    listener.ringStarted(ring(group, extension));
    return this;
  }

  Told ringStops(String group, String extension, Why why, Duration rang) {
    listener.ringEnded(new RingStopped(ring(group, extension), why, rang));
    return this;
  }

  /** Somebody answers of whose ring nothing was told, and talks. */
  Told answers(String extension, int waited) {
    listener.answered(
        new Answered(visit, Office.at(extension), Duration.ofSeconds(waited), channels()));
    return talks(extension);
  }

  /** Somebody answers after so many seconds of ringing, and talks. */
  Told answersRing(String group, String extension, int waited, int rang) {
    listener.answered(
        new Answered(visit, Office.at(extension), Duration.ofSeconds(waited), channels()));
    return ringStops(group, extension, Why.ANSWERED, Duration.ofSeconds(rang)).talks(extension);
  }

  private Answered.Channels channels() {
    return new Answered.Channels(channel(), Optional.empty());
  }

  private Told talks(String extension) {
    listener.talkBegun(new TalkBegun(visit, Office.at(extension), channels()));
    return this;
  }

  Told talkEnds(String extension, int talked) {
    listener.talkEnded(new TalkEnded(visit, Office.at(extension), Duration.ofSeconds(talked)));
    return this;
  }

  Told handedOver(String from, String to) {
    talks(to);
    listener.transferred(visit.call(), Office.at(from), Office.at(to));
    return this;
  }

  Told hangsUp(HangUpSide side) {
    listener.hungUp(new HungUp(visit, side));
    return this;
  }

  Told ends(CallOutcome outcome, int waited) {
    listener.ended(visit, outcome, Duration.ofSeconds(waited));
    return this;
  }
}
