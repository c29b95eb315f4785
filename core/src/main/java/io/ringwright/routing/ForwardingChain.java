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
import io.ringwright.directory.HuntGroup.MemberForwarding;
import java.util.Optional;

/**
 * Follows the call forwardings of one extension to where they end. Iterative; it never throws, and
 * ends on a repeated destination and after {@value Path#MOST_DIVERSIONS} diversions.
 */
final class ForwardingChain {

  /**
   * Where a chain can end. A chain that diverted the call from an engaged phone has hope: that
   * phone will be free again, whatever becomes of the diversion.
   */
  sealed interface End {
    /** At an extension that may be rung. */
    record Rings(Candidate candidate) implements End {}

    /** At an extension that may not be rung now, but later. */
    record Occupied() implements End {}

    /** At a hunt group. */
    record AtGroup(DirectoryNumber group, Path path, boolean hope) implements End {}

    /** Outside the house. */
    record Outside(Destination.ToExternal to, boolean hope) implements End {}

    /** Nowhere: no waiting will help. The way is that of the chain, to where it stopped. */
    record Nowhere(RejectReason reason, Path way) implements End {}
  }

  private static final End OCCUPIED = new End.Occupied();

  private final RoutedCaller caller;
  private final RoutingFacts facts;
  private final Trail trail;
  private final GroupAnswers groups;
  private final PhoneAccount account;
  private Destination stands = new Destination.ToExtension(DirectoryNumber.of("0"));

  /** A chain outside any hunt group. */
  ForwardingChain(RoutedCaller caller, RoutingFacts facts, Trail trail) {
    this(caller, facts, trail, new GroupAnswers());
  }

  /** A chain on the way from hunt groups, whose answers depend on what it meets. */
  ForwardingChain(RoutedCaller caller, RoutingFacts facts, Trail trail, GroupAnswers groups) {
    this.caller = caller;
    this.facts = facts;
    this.trail = trail;
    this.groups = groups;
    this.account = new PhoneAccount(facts, trail);
  }

  /** Follows the chain from the last stop of a path, which is an extension. */
  End follow(DirectoryNumber start, Path path) {
    DirectoryNumber at = start;
    Path way = path;
    boolean hope = false;
    stands = new Destination.ToExtension(start);
    while (true) {
      Optional<Extension> extension = facts.phones().extension(at);
      if (extension.isEmpty()) {
        trail.note(way.depth(), "extension " + at, Rule.CALLED, "not in the directory");
        return nowhere(RejectReason.UNKNOWN_NUMBER, way, hope);
      }
      Visit visit = visit(extension.get(), way);
      if (visit.forward().isEmpty()) {
        return visit.end() instanceof End.Nowhere && hope ? OCCUPIED : visit.end();
      }
      Destination to = visit.forward().get().to();
      hope |= visit.end() instanceof End.Occupied;
      Optional<RejectReason> stopped = stop(way, to);
      if (stopped.isPresent()) {
        return nowhere(stopped.get(), way.to(to), hope);
      }
      way = way.to(to);
      stands = hope ? stands : to;
      if (!(to instanceof Destination.ToExtension next)) {
        return leave(to, way, hope);
      }
      at = next.number();
    }
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
   * The outcome of looking at one extension: what it comes to by itself, and a forwarding to follow
   * instead, if one applies.
   */
  record Visit(End end, Optional<CallForwarding.Entry> forward) {
    static Visit ends(End end) {
      return new Visit(end, Optional.empty());
    }
  }

  /** Looks at one extension, the last stop of a way. */
  Visit visit(Extension extension, Path way) {
    if (isAbsent(extension, way)) {
      return Visit.ends(new End.Nowhere(RejectReason.NOT_REACHABLE, way));
    }
    Optional<CallForwarding.Entry> diverted = applying(extension, Kind.UNCONDITIONAL, way);
    if (diverted.isPresent()) {
      return new Visit(new End.Nowhere(RejectReason.LOOP, way), diverted);
    }
    if (way.isThroughGroup()) {
      Optional<End> unskilled = unskilled(extension, way);
      if (unskilled.isPresent()) {
        return Visit.ends(unskilled.get());
      }
    }
    if (extension.service() == Service.DO_NOT_DISTURB) {
      account.note(way, extension, Rule.DO_NOT_DISTURB, "do not disturb");
      return orElse(extension, Kind.ON_BUSY, way, OCCUPIED);
    }
    Availability availability = facts.availability(extension, way.throughGroup());
    return availability == Availability.NOT_REACHABLE
        ? notReachable(extension, way)
        : reachable(extension, availability, way);
  }

  private boolean isAbsent(Extension extension, Path way) {
    if (extension.service() == Service.OUT_OF_SERVICE) {
      account.note(way, extension, Rule.IN_SERVICE, "out of service");
      return true;
    }
    Optional<DirectoryNumber> group = way.throughGroup();
    if (group.isEmpty() || facts.attendance(extension.number(), group).loggedIn()) {
      return false;
    }
    boolean whole = !facts.attendance(extension.number()).loggedIn();
    account.note(
        way, extension, Rule.LOGGED_IN, whole ? "logged out" : "logged out of " + group.get());
    return true;
  }

  private Visit notReachable(Extension extension, Path way) {
    account.availability(extension, Availability.NOT_REACHABLE, way);
    End nowhere = new End.Nowhere(RejectReason.NOT_REACHABLE, way);
    return orElse(extension, Kind.ON_NOT_REACHABLE, way, nowhere);
  }

  /** Skills matter for calls through a hunt group; who will have them later may be waited for. */
  private Optional<End> unskilled(Extension extension, Path way) {
    Optional<HuntGroup> group = way.throughGroup().flatMap(facts.phones()::huntGroup);
    if (group.isEmpty()) {
      return Optional.empty();
    }
    Requirements asked = caller.asked(group.get());
    Requirements.Stage stage = asked.at(caller.waited(facts.now()));
    if (stage.metBy(extension.duty().skills())) {
      return Optional.empty();
    }
    account.skills(extension, stage, way);
    boolean later = asked.everMetBy(extension.duty().skills());
    return Optional.of(later ? OCCUPIED : new End.Nowhere(RejectReason.NOBODY_QUALIFIED, way));
  }

  private Visit reachable(Extension extension, Availability availability, Path way) {
    if (caller.leaves(extension.number(), facts.now())) {
      account.backOff(extension, caller, way);
      return Visit.ends(OCCUPIED);
    }
    account.availability(extension, availability, way);
    return availability.mayRing()
        ? Visit.ends(new End.Rings(new Candidate(extension, availability, way)))
        : orElse(extension, Kind.ON_BUSY, way, OCCUPIED);
  }

  private Visit orElse(Extension extension, Kind kind, Path way, End otherwise) {
    return new Visit(otherwise, applying(extension, kind, way));
  }

  private Optional<CallForwarding.Entry> applying(Extension extension, Kind kind, Path way) {
    if (extension.forwarding().isOff(kind) || leftToTheGroup(way)) {
      return Optional.empty();
    }
    Optional<CallForwarding.Entry> entry =
        extension.forwarding().applying(kind, facts.circumstances(caller.id(), way.throughGroup()));
    entry.ifPresent(forwards -> account.forwards(extension, kind, forwards, way));
    return entry;
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
   * Where a call stands that was dialled directly, after the chain was followed: at the first
   * engaged phone that diverted it, which will be free again, or else where the chain ends.
   */
  Destination stands() {
    return stands;
  }

  private Optional<RejectReason> stop(Path way, Destination to) {
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

  private static End nowhere(RejectReason reason, Path way, boolean hope) {
    return hope ? OCCUPIED : new End.Nowhere(reason, way);
  }

  private static End leave(Destination to, Path way, boolean hope) {
    return to instanceof Destination.ToHuntGroup group
        ? new End.AtGroup(group.number(), way, hope)
        : new End.Outside((Destination.ToExternal) to, hope);
  }
}
