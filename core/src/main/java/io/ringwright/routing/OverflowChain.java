package io.ringwright.routing;

import io.ringwright.call.Destination;
import io.ringwright.call.RejectReason;
import io.ringwright.call.RoutingExplanation.Rule;
import io.ringwright.directory.WaitingPolicy;
import io.ringwright.routing.Verdict.Standing;
import io.ringwright.routing.WaitingAdmission.Admitted;
import io.ringwright.routing.WaitingAdmission.Journey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Goes from where a call stands along the overflows, until the call rings, may wait, leaves or is
 * refused. No destination is looked at twice, and a call follows {@value Journey#MOST_OVERFLOWS}
 * overflows at most.
 */
final class OverflowChain {

  private final RoutingFacts facts;
  private final Trail trail;
  private Set<Destination> tried = Set.of();
  private Optional<Engaged> engaged = Optional.empty();
  private Map<Destination, Engaged> diverted = Map.of();
  private Destination at;
  private RoutedCaller caller;
  private Admitted standing;

  OverflowChain(Destination start, RoutedCaller caller, Admitted standing, Asked asked) {
    this.facts = asked.facts();
    this.trail = asked.trail();
    this.at = start;
    this.caller = caller;
    this.standing = standing;
  }

  /**
   * What the rules are asked with.
   *
   * @param facts of this moment
   * @param trail where to note what was found
   */
  record Asked(RoutingFacts facts, Trail trail) {}

  /**
   * An engaged phone that diverted the call.
   *
   * @param at which
   * @param isWhereItStood whether the call stood there
   * @param before what the caller brought along there
   */
  private record Engaged(Destination at, boolean isWhereItStood, Admitted before) {}

  Verdict verdict() {
    Optional<Verdict> found = look();
    while (found.isEmpty()) {
      found = look();
    }
    return found.get();
  }

  /** The same where the forwardings of the destination were followed already. */
  Verdict verdict(ChainEnd end, ForwardingChain chain) {
    Optional<Verdict> first = judged(end, chain);
    return first.isPresent() ? first.get() : verdict();
  }

  /** The same for a call that prefers an extension where the forwardings lead. */
  Verdict verdict(Resolution preferred, Destination stands, ForwardingChain chain) {
    comeTo(stands, chain.diverting());
    return verdict(preferred);
  }

  /** The same where the destination was resolved already. */
  Verdict verdict(Resolution found) {
    Optional<Verdict> first = judged(found);
    return first.isPresent() ? first.get() : verdict();
  }

  /** What comes of the destination; empty if the call goes on to its overflow. */
  private Optional<Verdict> look() {
    WaitingPolicy policy = policy();
    if (WaitingAdmission.isOver(policy.longestWait(), standing, facts.now())) {
      noteAdmission(RejectReason.WAITED_TOO_LONG.word(), policy);
      return refused(new Verdict.Refuse(RejectReason.WAITED_TOO_LONG));
    }
    ForwardingChain chain = new ForwardingChain(caller, facts, trail);
    chain.counts(WaitingAdmission.absences(at, standing.inQueue(), facts.phones()));
    return judged(chain.follow(at, Path.from(at)), chain);
  }

  private Optional<Verdict> judged(ChainEnd end, ForwardingChain chain) {
    Resolution found = DestinationResolution.of(end, chain);
    if (!(found instanceof Resolution.Outside)) {
      comeTo(chain.stands(), chain.diverting());
    }
    return judged(found);
  }

  private WaitingPolicy policy() {
    return WaitingAdmission.policy(at, facts.phones());
  }

  /** Forwardings led the call on: from now on the settings hold of where they led. */
  private void comeTo(Destination stands, Optional<Destination> diverting) {
    if (stands.equals(at)) {
      return;
    }
    trail.note(0, at, Rule.ADMISSION, "forwarded: the settings of ", stands, " hold");
    engaged = diverting.map(phone -> new Engaged(phone, phone.equals(at), standing));
    engaged.ifPresent(this::remember);
    at = stands;
    caller = caller.wantingSince(facts.now());
    standing = new Admitted(facts.now(), false, standing.journey());
  }

  private void remember(Engaged phone) {
    Map<Destination, Engaged> more = new HashMap<>(diverted);
    more.putIfAbsent(phone.at(), phone);
    diverted = more;
  }

  private Optional<Verdict> judged(Resolution found) {
    if (found instanceof Resolution.RingNow ring) {
      return Optional.of(new Verdict.Ring(ring.candidates(), here()));
    }
    if (found instanceof Resolution.Outside outside) {
      return Optional.of(new Verdict.Leave(outside.to()));
    }
    Optional<RejectReason> refusal = WaitingAdmission.refusal(at, found, standing, facts);
    noteAdmission(refusal.map(RejectReason::word).orElse("may wait"), policy());
    return refusal.isPresent()
        ? refused(new Verdict.Refuse(refusal.get(), way(found, refusal.get())))
        : Optional.of(new Verdict.WaitFor(here()));
  }

  private Standing here() {
    return new Standing(at, standing.journey().overflows());
  }

  private static List<Destination> way(Resolution resolution, RejectReason refusal) {
    return resolution instanceof Resolution.Hopeless hopeless && hopeless.reason() == refusal
        ? hopeless.way()
        : List.of();
  }

  /** Whoever may not wait overflows, where that is possible. */
  private Optional<Verdict> refused(Verdict.Refuse refusal) {
    tried = withThis();
    if (journeyIsOver()) {
      return Optional.of(new Verdict.Refuse(RejectReason.JOURNEY_TOO_LONG));
    }
    Optional<Destination> next = wayOn(refusal.reason()).filter(to -> !tried.contains(to));
    if (next.isEmpty()) {
      return engaged.isPresent() ? waitsForEngaged(engaged.get(), "nowhere") : Optional.of(refusal);
    }
    Engaged before = diverted.get(next.get());
    if (before != null) {
      return waitsForEngaged(before, "in a circle");
    }
    if (standing.journey().overflows() >= Journey.MOST_OVERFLOWS) {
      trail.note(0, at, Rule.ADMISSION, "no more than ", Journey.MOST_OVERFLOWS, " overflows");
      return Optional.of(new Verdict.Refuse(RejectReason.JOURNEY_TOO_LONG));
    }
    trail.left(at, refusal.reason().word());
    if (next.get() instanceof Destination.ToDialplan dialplan) {
      trail.note(0, at, Rule.ADMISSION, "overflows to ", dialplan);
      return Optional.of(new Verdict.HandBack(dialplan.place()));
    }
    goOn(next.get());
    return Optional.empty();
  }

  private Set<Destination> withThis() {
    Set<Destination> more = new HashSet<>(tried);
    more.add(at);
    return more;
  }

  private Optional<Destination> wayOn(RejectReason reason) {
    return reason == RejectReason.CLOSED
        ? WaitingAdmission.presence(at, facts.phones()).hours().whenClosed()
        : policy().overflow();
  }

  /**
   * The forwarding on busy led to where nobody takes the call, or by overflows back to the phone:
   * the engaged phone is waited for. A circle counts as no overflow.
   */
  private Optional<Verdict> waitsForEngaged(Engaged phone, String where) {
    trail.note(
        0, at, Rule.ADMISSION, "leads ", where, ", so the engaged ", phone.at(), " is waited for");
    engaged = Optional.empty();
    at = phone.at();
    standing =
        phone.isWhereItStood()
            ? phone.before()
            : new Admitted(facts.now(), false, phone.before().journey());
    return judged(new Resolution.Later());
  }

  private boolean journeyIsOver() {
    boolean over = standing.journey().isOver(facts.now());
    if (over) {
      trail.note(
          0, at, Rule.ADMISSION, "nobody answered within ", Journey.LONGEST.toHours(), " hours");
    }
    return over;
  }

  private void goOn(Destination to) {
    Journey next = standing.journey().overflown();
    engaged = Optional.empty();
    trail.note(
        0,
        at,
        Rule.ADMISSION,
        "overflows to ",
        to,
        ", overflow ",
        next.overflows(),
        " of at most ",
        Journey.MOST_OVERFLOWS);
    at = to;
    caller = caller.wantingSince(facts.now()).preferringNobody();
    standing = new Admitted(facts.now(), false, next);
  }

  private void noteAdmission(String finding, WaitingPolicy policy) {
    if (trail.isKept()) {
      trail.note(
          0,
          at,
          Rule.ADMISSION,
          finding,
          " (waiting ",
          facts.waiting(at),
          ", queue limit ",
          policy.queueLimit(),
          ", longest wait ",
          policy.longestWait().toSeconds(),
          " s)");
    }
  }
}
