package io.ringwright.routing;

import io.ringwright.availability.Availability;
import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.RejectReason;
import io.ringwright.call.Requirements;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RoutingExplanation.Rule;
import io.ringwright.directory.CallForwarding;
import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Extension;
import io.ringwright.directory.Extension.Service;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.HuntGroup.Absence;
import io.ringwright.directory.HuntGroup.MemberForwarding;
import io.ringwright.directory.HuntGroup.NobodyThere;
import java.util.Optional;
import java.util.Set;

/**
 * Follows the call forwardings of one extension to where they end. Iterative; it never throws, and
 * ends on a repeated destination and after {@value Path#MOST_DIVERSIONS} diversions.
 */
final class ForwardingChain {

  private static final Destination NOWHERE = new Destination.ToExtension(DirectoryNumber.of("0"));
  private static final ChainEnd OCCUPIED = new ChainEnd.Occupied();

  /** Of a phone that no call comes to: where its forwarding leads is what counts. */
  private static final ChainEnd DIVERTED =
      new ChainEnd.Nowhere(RejectReason.LOOP, Path.from(NOWHERE));

  private final RoutedCaller caller;
  private final RoutingFacts facts;
  private final Trail trail;
  private final GroupAnswers groups;
  private Set<Absence> absences = NobodyThere.DEFAULT.onArrival();
  private Destination at = NOWHERE;
  private Optional<Destination> engaged = Optional.empty();

  /** A chain outside any hunt group. */
  ForwardingChain(RoutedCaller caller, RoutingFacts facts, Trail trail) {
    this(caller, facts, trail, GroupAnswers.NONE);
  }

  /** A chain on the way from hunt groups, whose answers depend on what it meets. */
  ForwardingChain(RoutedCaller caller, RoutingFacts facts, Trail trail, GroupAnswers groups) {
    this.caller = caller;
    this.facts = facts;
    this.trail = trail;
    this.groups = groups;
  }

  /** From here on these ways to be missing mean that nobody is there. */
  void counts(Set<Absence> ways) {
    absences = ways;
  }

  /** Which ways to be missing mean that nobody is there. */
  Set<Absence> absences() {
    return absences;
  }

  private ChainEnd unless(Absence way, Path at) {
    return absences.contains(way) ? new ChainEnd.Nowhere(RejectReason.NOT_REACHABLE, at) : OCCUPIED;
  }

  RoutedCaller caller() {
    return caller;
  }

  RoutingFacts facts() {
    return facts;
  }

  Trail trail() {
    return trail;
  }

  /** Follows the chain from the last stop of a path. */
  ChainEnd follow(Destination start, Path path) {
    at = start;
    engaged = Optional.empty();
    Path way = path;
    while (at instanceof Destination.ToExtension to) {
      Optional<Extension> extension = facts.phones().extension(to.number());
      if (extension.isEmpty()) {
        trail.note(way.depth(), "extension " + to.number(), Rule.CALLED, "not in the directory");
        return nowhere(RejectReason.UNKNOWN_NUMBER, way);
      }
      ChainEnd visit = visit(extension.get(), way);
      if (!(visit instanceof ChainEnd.Diversion diversion)) {
        return visit instanceof ChainEnd.Nowhere && engaged.isPresent() ? OCCUPIED : visit.end();
      }
      if (diversion.end() instanceof ChainEnd.Occupied && engaged.isEmpty()) {
        engaged = Optional.of(at);
      }
      Destination next = diversion.forward().to();
      Optional<RejectReason> stopped = stop(way, next);
      if (stopped.isPresent()) {
        return nowhere(stopped.get(), way.to(next));
      }
      way = way.to(next);
      at = next;
    }
    return leave(way);
  }

  /** Where a ring that ended without an answer leads, if a forwarding applies. */
  Optional<Destination> afterRing(Candidate rung, RingOutcome outcome) {
    Optional<Kind> kind =
        switch (outcome) {
          case BUSY, REJECTED -> Optional.of(Kind.ON_BUSY);
          case NO_REPLY -> Optional.of(Kind.ON_NO_REPLY);
          case NOT_REACHABLE -> Optional.of(Kind.ON_NOT_REACHABLE);
          case ANSWERED, ABANDONED -> Optional.empty();
        };
    return kind.flatMap(service -> applying(rung.extension(), service, rung.path()))
        .map(CallForwarding.Entry::to)
        .filter(to -> stop(rung.path(), to).isEmpty());
  }

  /**
   * Looks at one extension, the last stop of a way. What ends a chain is the answer by itself:
   * nothing more is made for most calls.
   */
  ChainEnd visit(Extension extension, Path way) {
    Optional<ChainEnd> absent = absent(extension, way);
    if (absent.isPresent()) {
      return absent.get();
    }
    Optional<CallForwarding.Entry> diverted = applying(extension, Kind.UNCONDITIONAL, way);
    if (diverted.isPresent()) {
      return new ChainEnd.Diversion(DIVERTED, diverted.get());
    }
    if (way.isWithinGroup()) { // Of whom the host names no skills are asked.
      Optional<ChainEnd> unskilled = unskilled(extension, way);
      if (unskilled.isPresent()) {
        return unskilled.get();
      }
    }
    if (extension.service() == Service.DO_NOT_DISTURB) {
      account().note(way, extension, Rule.DO_NOT_DISTURB, "do not disturb");
      return orElse(extension, Kind.ON_BUSY, way, OCCUPIED);
    }
    Availability availability = facts.availability(extension, way.throughGroup());
    return availability == Availability.NOT_REACHABLE
        ? notReachable(extension, way)
        : reachable(extension, availability, way);
  }

  private Optional<ChainEnd> absent(Extension extension, Path way) {
    if (extension.service() == Service.OUT_OF_SERVICE) {
      account().note(way, extension, Rule.IN_SERVICE, "out of service");
      return Optional.of(new ChainEnd.Nowhere(RejectReason.NOT_REACHABLE, way));
    }
    Optional<DirectoryNumber> group = way.throughGroup();
    if (group.isEmpty() || facts.attendance(extension.number(), group).loggedIn()) {
      return Optional.empty();
    }
    boolean whole = !facts.attendance(extension.number()).loggedIn();
    account()
        .note(
            way, extension, Rule.LOGGED_IN, whole ? "logged out" : "logged out of " + group.get());
    boolean mayCome = !absences.contains(Absence.LOGGED_OUT) && isOrWillBeSkilled(extension, way);
    return Optional.of(mayCome ? OCCUPIED : new ChainEnd.Nowhere(RejectReason.NOT_REACHABLE, way));
  }

  private boolean isOrWillBeSkilled(Extension extension, Path way) {
    return !(unskilled(extension, way).orElse(OCCUPIED) instanceof ChainEnd.Nowhere);
  }

  private ChainEnd notReachable(Extension extension, Path way) {
    account().availability(extension, Availability.NOT_REACHABLE, way);
    return orElse(extension, Kind.ON_NOT_REACHABLE, way, unless(Absence.NOT_REACHABLE, way));
  }

  /** Skills matter for calls through a hunt group; who will have them later may be waited for. */
  private Optional<ChainEnd> unskilled(Extension extension, Path way) {
    Optional<HuntGroup> group = way.throughGroup().flatMap(facts.phones()::huntGroup);
    if (group.isEmpty()) {
      return Optional.empty();
    }
    Requirements asked = caller.asked(group.get());
    Requirements.Stage stage = asked.at(caller.waited(facts.now()));
    if (stage.metBy(extension.duty().skills())) {
      return Optional.empty();
    }
    account().skills(extension, stage, way);
    boolean later = asked.everMetBy(extension.duty().skills());
    return Optional.of(later ? OCCUPIED : new ChainEnd.Nowhere(RejectReason.NOBODY_QUALIFIED, way));
  }

  private ChainEnd reachable(Extension extension, Availability availability, Path way) {
    if (caller.leaves(extension.number(), facts.now())) {
      account().backOff(extension, caller, way);
      boolean paused = availability == Availability.PAUSED && absences.contains(Absence.PAUSED);
      return unless(paused ? Absence.PAUSED : Absence.REFUSED, way);
    }
    account().availability(extension, availability, way);
    if (availability == Availability.LEFT_ALONE) {
      return unless(Absence.REFUSED, way);
    }
    return availability.mayRing()
        ? new Candidate(extension, availability, way)
        : orElse(extension, Kind.ON_BUSY, way, engaged(availability, way));
  }

  private ChainEnd engaged(Availability availability, Path way) {
    return availability == Availability.PAUSED ? unless(Absence.PAUSED, way) : OCCUPIED;
  }

  private ChainEnd orElse(Extension extension, Kind kind, Path way, ChainEnd otherwise) {
    Optional<CallForwarding.Entry> forward = applying(extension, kind, way);
    return forward.isPresent() ? new ChainEnd.Diversion(otherwise, forward.get()) : otherwise;
  }

  private Optional<CallForwarding.Entry> applying(Extension extension, Kind kind, Path way) {
    if (extension.forwarding().isOff(kind) || leftToTheGroup(way)) {
      return Optional.empty();
    }
    Optional<CallForwarding.Entry> entry =
        extension.forwarding().applying(kind, facts.circumstances(caller.id(), way.throughGroup()));
    entry.ifPresent(forwards -> account().forwards(extension, kind, forwards, way));
    return entry;
  }

  /** Made when it is needed: most decisions explain nothing. */
  private PhoneAccount account() {
    return new PhoneAccount(facts, trail);
  }

  /** Whether the last stop is a member of a hunt group that does not follow forwardings. */
  private boolean leftToTheGroup(Path way) {
    return way.endsAtMember()
        && way.throughGroup()
            .flatMap(facts.phones()::huntGroup)
            .filter(group -> group.hunting().forwarding() == MemberForwarding.SKIP)
            .isPresent();
  }

  /**
   * Where a call stands that was dialled directly, after the chain was followed: at the hunt group
   * to which it leads, or at the first engaged phone that diverted it, which will be free again, or
   * else where the chain ends.
   */
  Destination stands() {
    return leadsToGroup() ? at : engaged.orElse(at);
  }

  /** The same for a destination from which nobody leaves the house before others were asked. */
  Destination stands(Destination wanted, ChainEnd end) {
    return end instanceof ChainEnd.Outside ? wanted : stands();
  }

  /** The first engaged phone that diverted the call to the hunt group where it stands. */
  Optional<Destination> diverting() {
    return leadsToGroup() ? engaged : Optional.empty();
  }

  private boolean leadsToGroup() {
    return at instanceof Destination.ToHuntGroup;
  }

  /** Why a way does not go on to a destination, if it does not. */
  Optional<RejectReason> stop(Path way, Destination to) {
    boolean loop = way.contains(to);
    groups.checkLoop(way, to, loop);
    if (loop) {
      trail.note(way.depth(), to, Rule.CHAIN, "loop: ", way.to(to));
      trail.way(way.to(to));
      return Optional.of(RejectReason.LOOP);
    }
    groups.checkDiversions(way, way.full());
    if (way.full()) {
      trail.note(way.depth(), to, Rule.CHAIN, "more than ", Path.MOST_DIVERSIONS, ": ", way.to(to));
      trail.way(way.to(to));
      return Optional.of(RejectReason.TOO_MANY_DIVERSIONS);
    }
    return Optional.empty();
  }

  private ChainEnd nowhere(RejectReason reason, Path way) {
    return engaged.isPresent() ? OCCUPIED : new ChainEnd.Nowhere(reason, way);
  }

  private ChainEnd leave(Path way) {
    return at instanceof Destination.ToHuntGroup group
        ? new ChainEnd.AtGroup(group.number(), way, engaged.isPresent())
        : new ChainEnd.Outside((Destination.ToExternal) at, engaged.isPresent());
  }
}
