package io.ringwright.routing;

import io.ringwright.call.Destination;
import io.ringwright.call.InboundCall;
import io.ringwright.call.InboundCall.CalledAs;
import io.ringwright.call.RejectReason;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RoutingExplanation.Rule;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.WaitingPolicy;
import io.ringwright.routing.WaitingAdmission.Admitted;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The order of the rules: who is called, what that comes to, whether the call may wait, where it
 * goes if it may not.
 */
public final class RoutingRules {

  private RoutingRules() {}

  /**
   * Who is called.
   *
   * @param call the call
   * @param phones the directory
   * @param trail where to note it
   * @return the destination, or empty if the directory has none of this number and kind
   */
  public static Optional<Destination> called(InboundCall call, PhoneList phones, Trail trail) {
    Optional<Destination> found =
        phones.lookUp(call.called()).filter(to -> isOfKind(to, call.as()));
    if (trail.isKept()) {
      trail.note(
          0,
          "number " + call.called(),
          Rule.CALLED,
          found.map(Destination::toString).orElse("not in the directory as " + kind(call.as())));
    }
    return found;
  }

  /**
   * What is to be done with a call for a destination.
   *
   * @param wanted the destination
   * @param caller for whom
   * @param standing what the caller brings along
   * @param facts of this moment
   * @param trail where to note it
   * @return ring, wait, leave or be rejected
   */
  public static Verdict decide(
      Destination wanted, RoutedCaller caller, Admitted standing, RoutingFacts facts, Trail trail) {
    Set<Destination> tried = Set.of();
    Destination at = wanted;
    RoutedCaller who = caller;
    Admitted here = standing;
    while (true) {
      Resolution resolution =
          new DestinationResolution(who, facts, trail).resolve(at, Path.from(at));
      if (resolution instanceof Resolution.RingNow ring) {
        return new Verdict.Ring(ring.candidates());
      }
      if (resolution instanceof Resolution.Outside outside) {
        return new Verdict.Leave(outside.to());
      }
      Optional<RejectReason> refusal = WaitingAdmission.refusal(at, resolution, here, facts);
      if (trail.isKept()) {
        noteAdmission(at, refusal, facts, trail);
      }
      if (refusal.isEmpty()) {
        return new Verdict.WaitFor(at);
      }
      Optional<Destination> overflow = WaitingAdmission.policy(at, facts.phones()).overflow();
      if (overflow.isEmpty() || overflow.get().equals(at) || tried.contains(overflow.get())) {
        return new Verdict.Refuse(refusal.get(), way(resolution, refusal.get()));
      }
      tried = and(tried, at);
      trail.note(0, at, Rule.ADMISSION, "overflows to ", overflow.get());
      at = overflow.get();
      who = who.wantingSince(facts.now());
      here = new Admitted(facts.now(), false);
    }
  }

  private static Set<Destination> and(Set<Destination> tried, Destination at) {
    Set<Destination> more = new HashSet<>(tried);
    more.add(at);
    return more;
  }

  private static List<Destination> way(Resolution resolution, RejectReason refusal) {
    return resolution instanceof Resolution.Hopeless hopeless && hopeless.reason() == refusal
        ? hopeless.way()
        : List.of();
  }

  /**
   * The phones that may ring for a call now.
   *
   * @param wanted the destination
   * @param caller for whom
   * @param facts of this moment
   * @return several ring at once; none if nobody may
   */
  public static List<Candidate> phonesFor(
      Destination wanted, RoutedCaller caller, RoutingFacts facts) {
    Resolution resolution =
        new DestinationResolution(caller, facts, Trail.silent()).resolve(wanted, Path.from(wanted));
    return resolution instanceof Resolution.RingNow ring ? ring.candidates() : List.of();
  }

  /**
   * What a ring that ended without an answer leads to by a forwarding of the phone that rang.
   *
   * @param rung the phone
   * @param outcome how the ring ended
   * @param caller for whom
   * @param facts of this moment
   * @param trail where to note it
   * @return where the forwarding leads and what that comes to, or empty if none applies
   */
  public static Optional<Forwarded> afterRing(
      Candidate rung, RingOutcome outcome, RoutedCaller caller, RoutingFacts facts, Trail trail) {
    return new ForwardingChain(caller, facts, trail)
        .afterRing(rung, outcome)
        .map(
            to ->
                new Forwarded(
                    to,
                    new DestinationResolution(caller, facts, trail)
                        .resolve(to, rung.path().to(to))))
        .filter(next -> mayLeave(rung.path(), next.found(), trail));
  }

  /**
   * A forwarding of a phone that rang.
   *
   * @param to where it leads
   * @param found what that comes to now
   */
  public record Forwarded(Destination to, Resolution found) {}

  /** A hunt group does not follow its members out of the house, whenever they forward. */
  private static boolean mayLeave(Path path, Resolution next, Trail trail) {
    boolean leaves = next instanceof Resolution.Outside && path.throughGroup().isPresent();
    if (leaves) {
      trail.note(
          path.depth(), path, Rule.HUNT, "leads outside, which a hunt group does not follow");
    }
    return !leaves;
  }

  /**
   * Until when a call may wait.
   *
   * @param destination for what
   * @param standing what the caller brings along
   * @param phones the directory
   * @return the instant at which it has waited too long
   */
  public static Instant waitsUntil(Destination destination, Admitted standing, PhoneList phones) {
    return standing.since().plus(WaitingAdmission.policy(destination, phones).longestWait());
  }

  private static void noteAdmission(
      Destination at, Optional<RejectReason> refusal, RoutingFacts facts, Trail trail) {
    WaitingPolicy policy = WaitingAdmission.policy(at, facts.phones());
    trail.note(
        0,
        at,
        Rule.ADMISSION,
        refusal.map(RejectReason::word).orElse("may wait"),
        " (waiting ",
        facts.waiting(at),
        ", queue limit ",
        policy.queueLimit(),
        ", longest wait ",
        policy.longestWait().toSeconds(),
        " s)");
  }

  private static boolean isOfKind(Destination to, CalledAs as) {
    return switch (as) {
      case EXTENSION -> to instanceof Destination.ToExtension;
      case HUNT_GROUP -> to instanceof Destination.ToHuntGroup;
      case ANY -> true;
    };
  }

  private static String kind(CalledAs as) {
    return switch (as) {
      case EXTENSION -> "an extension";
      case HUNT_GROUP -> "a hunt group";
      case ANY -> "anything";
    };
  }
}
