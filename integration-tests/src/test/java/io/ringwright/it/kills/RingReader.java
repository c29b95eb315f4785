package io.ringwright.it.kills;

import io.ringwright.fakeasterisk.Sighting;
import io.ringwright.fakeasterisk.Sighting.Kind;
import io.ringwright.it.SipMessage;
import io.ringwright.it.SipSeen;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Makes the rings of a phone from what it saw on its wire. Where the phone was not told of the end
 * of a call, because it gave no answer to it or was off the wire, the end is what the laboratory's
 * own AMI session saw of the phone's channel.
 */
final class RingReader {

  private final List<Stay> outages;
  private final Map<String, List<Sighting>> sightings;

  /**
   * A reader.
   *
   * @param outages when there was no Asterisk
   * @param sightings what was seen of each caller, by the caller's number
   */
  RingReader(List<Stay> outages, Map<String, List<Sighting>> sightings) {
    this.outages = outages;
    this.sightings = sightings;
  }

  List<Ring> rings(String phone, List<SipSeen> wire) {
    Map<String, List<SipSeen>> calls =
        wire.stream()
            .collect(
                Collectors.groupingBy(
                    seen -> seen.message().header("Call-ID").orElse(""),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return calls.values().stream()
        .filter(call -> call.get(0).received() && call.get(0).message().kind().equals("INVITE"))
        .filter(call -> !isLateCopy(phone, call))
        .map(call -> ring(phone, call))
        .toList();
  }

  /**
   * Whether the phone, back on the wire, gets an INVITE that was sent while it was off, of a call
   * that has ended since: Asterisk repeats it until there is a response, and then takes it back.
   */
  private boolean isLateCopy(String phone, List<SipSeen> call) {
    Instant from = call.get(0).at();
    String caller = caller(call.get(0).message());
    return answered(call, Instant.MAX).equals(Instant.MAX)
        && endOnSwitch(phone, caller, Instant.MIN).isBefore(from)
        && endOnSwitch(phone, caller, from).equals(Instant.MAX);
  }

  private Ring ring(String phone, List<SipSeen> call) {
    Instant from = call.get(0).at();
    String caller = caller(call.get(0).message());
    Instant gone =
        outages.stream()
            .filter(each -> each.to().isAfter(from))
            .map(each -> each.from().isAfter(from) ? each.from() : from)
            .findFirst()
            .orElse(Instant.MAX);
    Instant to = min(gone, min(endOnWire(call), endOnSwitch(phone, caller, from)));
    Instant answered = isLeftUnanswered(phone, caller, from) ? Instant.MAX : answered(call, to);
    return new Ring(phone, caller, from, answered, to);
  }

  /** Whether the dialling ended before the switch took an answer: one that crossed is hung up. */
  private boolean isLeftUnanswered(String phone, String caller, Instant from) {
    return sightings.getOrDefault(caller, List.of()).stream()
        .filter(seen -> seen.kind() == Kind.PHONE_STOPS || seen.kind() == Kind.PHONE_ANSWERS)
        .filter(seen -> seen.subject().equals(phone) && seen.at().isAfter(from))
        .findFirst()
        .filter(seen -> seen.kind() == Kind.PHONE_STOPS)
        .isPresent();
  }

  /** The phone's 200, if it was confirmed before the end, and no CANCEL came first. */
  private static Instant answered(List<SipSeen> call, Instant to) {
    Optional<Instant> answer =
        first(call, seen -> !seen.received() && isOfInvite(seen.message(), "200"));
    boolean confirmed =
        first(call, seen -> seen.received() && seen.message().kind().equals("ACK")).isPresent();
    boolean cancelled = first(call, seen -> seen.message().kind().equals("CANCEL")).isPresent();
    return answer.filter(at -> confirmed && !cancelled && at.isBefore(to)).orElse(Instant.MAX);
  }

  private static Instant endOnWire(List<SipSeen> call) {
    return first(call, RingReader::ends).orElse(Instant.MAX);
  }

  private static boolean ends(SipSeen seen) {
    String kind = seen.message().kind();
    return kind.equals("BYE") || kind.equals("CANCEL") || isRefusal(seen.message());
  }

  private Instant endOnSwitch(String phone, String caller, Instant from) {
    return sightings.getOrDefault(caller, List.of()).stream()
        .filter(seen -> seen.kind() == Kind.PHONE_STOPS || seen.kind() == Kind.PHONE_ENDS)
        .filter(seen -> seen.subject().equals(phone) && seen.at().isAfter(from))
        .map(Sighting::at)
        .findFirst()
        .orElse(Instant.MAX);
  }

  /** Whether it is a response that ends an INVITE. */
  static boolean isRefusal(SipMessage message) {
    return message.isResponse()
        && message.kind().compareTo("300") >= 0
        && isOfInvite(message, message.kind());
  }

  private static boolean isOfInvite(SipMessage message, String status) {
    return message.kind().equals(status) && message.header("CSeq").orElse("").endsWith("INVITE");
  }

  private static String caller(SipMessage invite) {
    String from = invite.header("From").orElse("");
    int start = from.indexOf("sip:") + 4;
    int end = from.indexOf('@', start);
    return end < 0 ? "" : from.substring(start, end);
  }

  private static Optional<Instant> first(List<SipSeen> call, Predicate<SipSeen> what) {
    return call.stream().filter(what).map(SipSeen::at).findFirst();
  }

  private static Instant min(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
