package io.ringwright.it.kills;

import io.ringwright.fakeasterisk.PbxUnderTest.CallPlan;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.Sighting;
import io.ringwright.it.RealAsterisk;
import io.ringwright.it.SipSeen;
import io.ringwright.it.kills.CallerTrace.EndedBy;
import io.ringwright.it.kills.CallerTrace.Ending;
import io.ringwright.it.kills.CallerTrace.Who;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Makes traces from what callers and phones saw on their own wires, and from what the laboratory's
 * own AMI session saw of the callers' way through the dialplan. The engine is not asked.
 */
final class TraceReader {

  private final RealAsterisk asterisk;
  private final List<Stay> outages;
  private final Map<String, List<Sighting>> sightings;
  private final Map<String, List<Ring>> rings;

  /**
   * Someone who called.
   *
   * @param caller on the switch
   * @param plan what the caller did
   */
  record Placed(Caller caller, CallPlan plan) {}

  private TraceReader(
      RealAsterisk asterisk, List<Stay> outages, List<String> phones, List<Placed> placed) {
    this.asterisk = asterisk;
    this.outages = outages;
    this.sightings = asterisk.sightings().stream().collect(Collectors.groupingBy(Sighting::caller));
    Map<String, List<Sighting>> byNumber =
        placed.stream()
            .collect(
                Collectors.toMap(
                    each -> each.plan().number(),
                    each -> sightings.getOrDefault(each.caller().id(), List.of())));
    RingReader reader = new RingReader(outages, byNumber);
    this.rings =
        phones.stream()
            .map(phone -> reader.rings(phone, asterisk.phoneSaw(phone)))
            .flatMap(Collection::stream)
            .collect(Collectors.groupingBy(Ring::caller));
  }

  /**
   * Reads all traces.
   *
   * @param outages when there was no Asterisk
   * @param phones the numbers of the phones
   * @param placed who called
   */
  static List<CallerTrace> read(
      RealAsterisk asterisk, List<Stay> outages, List<String> phones, List<Placed> placed) {
    TraceReader reader = new TraceReader(asterisk, outages, phones, placed);
    return placed.stream().map(reader::trace).flatMap(Optional::stream).toList();
  }

  /** Empty for one whose INVITE never went out. */
  private Optional<CallerTrace> trace(Placed placed) {
    List<SipSeen> wire = asterisk.callerSaw(placed.caller());
    return first(wire, seen -> !seen.received() && seen.message().kind().equals("INVITE"))
        .map(arrived -> trace(placed, wire, arrived));
  }

  private CallerTrace trace(Placed placed, List<SipSeen> wire, Instant arrived) {
    String number = placed.plan().number();
    DialplanWay way =
        new DialplanWay(number, sightings.getOrDefault(placed.caller().id(), List.of()));
    Ending ending = ending(wire, arrived, way);
    return new CallerTrace(
        new Who(number, way.call(), placed.plan().priority(), arrived),
        way.known(),
        way.waits(ending.at()),
        way.moves(),
        way.withUnseen(rings.getOrDefault(number, List.of())),
        ending);
  }

  private Ending ending(List<SipSeen> wire, Instant arrived, DialplanWay way) {
    Optional<Instant> left = first(wire, TraceReader::leaves);
    Optional<Instant> sent = first(wire, TraceReader::isSentAway);
    Instant at = min(left.orElse(Instant.MAX), sent.orElse(Instant.MAX));
    Optional<Stay> outage =
        outages.stream()
            .filter(each -> arrived.isBefore(each.to()) && at.isAfter(each.from()))
            .findFirst();
    if (outage.isPresent()) {
      return new Ending(outage.get().from(), EndedBy.ASTERISK_GONE, way.fellBack());
    }
    if (at.equals(Instant.MAX)) {
      return new Ending(at, EndedBy.NOBODY, way.fellBack());
    }
    boolean own = left.isPresent() && left.get().equals(at);
    return new Ending(at, own ? EndedBy.CALLER : EndedBy.SWITCH, way.fellBack());
  }

  private static boolean leaves(SipSeen seen) {
    String kind = seen.message().kind();
    return !seen.received() && (kind.equals("BYE") || kind.equals("CANCEL"));
  }

  private static boolean isSentAway(SipSeen seen) {
    return seen.received()
        && (seen.message().kind().equals("BYE") || RingReader.isRefusal(seen.message()));
  }

  private static Optional<Instant> first(List<SipSeen> wire, Predicate<SipSeen> what) {
    return wire.stream().filter(what).map(SipSeen::at).findFirst();
  }

  private static Instant min(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
