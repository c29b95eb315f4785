package io.ringwright.routing;

import io.ringwright.call.Destination;
import io.ringwright.call.InboundCall;
import io.ringwright.call.InboundCall.CalledAs;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RoutingExplanation.Rule;
import io.ringwright.directory.PhoneList;
import io.ringwright.routing.WaitingAdmission.Admitted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
    Optional<Destination> found = phones.lookUp(call.called());
    if (found.isPresent() && !isOfKind(found.get(), call.as())) {
      found = Optional.empty();
    }
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
    Destination listed = listed(wanted, facts.phones());
    if (!listed.equals(wanted)) {
      trail.note(0, wanted, Rule.CALLED, "is ", listed, " by now");
      Admitted arriving = new Admitted(facts.now(), false, standing.journey());
      return decide(listed, caller.wantingSince(facts.now()), arriving, facts, trail);
    }
    if (isOver(wanted, standing, facts)) {
      return new OverflowChain(wanted, caller, standing, new OverflowChain.Asked(facts, trail))
          .verdict();
    }
    ForwardingChain chain = new ForwardingChain(caller, facts, trail);
    chain.counts(WaitingAdmission.absences(wanted, standing.inQueue(), facts.phones()));
    ChainEnd end = chain.follow(wanted, Path.from(wanted));
    // Whoever prefers somebody waits where the forwardings lead, as anybody else does.
    Destination at = chain.stands(wanted, end);
    Optional<Resolution> preferred = PreferredPhone.of(at, caller, facts, trail);
    if (preferred.isPresent()) {
      return new OverflowChain(wanted, caller, standing, new OverflowChain.Asked(facts, trail))
          .verdict(preferred.get(), at, chain);
    }
    // Most calls ring where they stand: no more than this is made for them.
    if (end instanceof Candidate phone && chain.stands().equals(wanted)) {
      int overflows = standing.journey().overflows();
      return new Verdict.Ring(List.of(phone), new Verdict.Standing(wanted, overflows));
    }
    return new OverflowChain(wanted, caller, standing, new OverflowChain.Asked(facts, trail))
        .verdict(end, chain);
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
    ForwardingChain chain = new ForwardingChain(caller, facts, Trail.silent());
    ChainEnd end = chain.follow(wanted, Path.from(wanted));
    Resolution resolution =
        PreferredPhone.of(chain.stands(wanted, end), caller, facts, Trail.silent())
            .orElseGet(() -> DestinationResolution.of(end, chain));
    return resolution instanceof Resolution.RingNow ring ? ring.candidates() : List.of();
  }

  /**
   * What a ring that ended without an answer leads to by a forwarding of the phone that rang. From
   * a phone that was dialled directly to a hunt group or to an engaged phone, the call stands there
   * from then on. A phone that rang because the call prefers it leads a call nowhere but to phones.
   *
   * @param rung the ring
   * @param caller for whom
   * @param newcomer what the caller brings along to another destination
   * @param facts of this moment
   * @param trail where to note it
   * @return what the forwarding comes to; empty if none applies, or it leads nowhere
   */
  public static Optional<Verdict> afterRing(
      Rung rung, RoutedCaller caller, Admitted newcomer, RoutingFacts facts, Trail trail) {
    Path path = rung.phone().path();
    RoutedCaller arriving =
        path.isThroughGroup() ? caller : caller.wantingSince(facts.now()); // Priorities open anew.
    ForwardingChain chain = new ForwardingChain(arriving, facts, trail);
    Optional<Destination> to = chain.afterRing(rung.phone(), rung.outcome());
    if (to.isEmpty()) {
      return Optional.empty();
    }
    Resolution found = DestinationResolution.of(chain.follow(to.get(), path.to(to.get())), chain);
    Destination at = chain.stands();
    boolean waitsThere = at instanceof Destination.ToHuntGroup || found instanceof Resolution.Later;
    if (!staysInQueue(path, rung) && waitsThere) {
      Verdict there =
          new OverflowChain(at, arriving, newcomer, new OverflowChain.Asked(facts, trail))
              .verdict(found);
      return Optional.of(there).filter(verdict -> !(verdict instanceof Verdict.Refuse));
    }
    return staysInQueue(path, rung) && isOutside(path, found, trail)
        ? Optional.empty()
        : atOnce(found, rung.standing());
  }

  /** A call for a group goes on to its next member, and one that preferred a phone to its queue. */
  private static boolean staysInQueue(Path path, Rung rung) {
    return path.isThroughGroup() || !path.contains(rung.standing().at());
  }

  /**
   * A ring that ended without an answer.
   *
   * @param phone which phone
   * @param outcome how it ended
   * @param standing where the call stood
   */
  public record Rung(Candidate phone, RingOutcome outcome, Verdict.Standing standing) {}

  private static Optional<Verdict> atOnce(Resolution found, Verdict.Standing standing) {
    if (found instanceof Resolution.RingNow ring) {
      return Optional.of(new Verdict.Ring(ring.candidates(), standing));
    }
    return found instanceof Resolution.Outside outside
        ? Optional.of(new Verdict.Leave(outside.to()))
        : Optional.empty();
  }

  /** No member of a hunt group, and nobody who is preferred, takes a call out of the house. */
  private static boolean isOutside(Path path, Resolution next, Trail trail) {
    boolean outside = next instanceof Resolution.Outside;
    if (outside) {
      String who = path.isThroughGroup() ? "a hunt group" : "a preference";
      trail.note(path.depth(), path, Rule.HUNT, "leads outside, which ", who, " does not follow");
    }
    return outside;
  }

  /**
   * Until when a call may be without an answer.
   *
   * @param destination where it stands
   * @param standing what the caller brings along
   * @param phones the directory
   * @return the instant at which it has waited too long
   */
  public static Instant waitsUntil(Destination destination, Admitted standing, PhoneList phones) {
    return WaitingAdmission.endOfWait(longestWait(destination, phones), standing);
  }

  /**
   * Whether no phone is rung for a call any more, because it has waited too long.
   *
   * @param destination where it stands
   * @param standing what the caller brings along
   * @param facts of this moment
   * @return true in the last second of the longest wait, and after
   */
  public static boolean isOver(Destination destination, Admitted standing, RoutingFacts facts) {
    return WaitingAdmission.isOver(longestWait(destination, facts.phones()), standing, facts.now());
  }

  /**
   * For how long phones may ring for a call at the most.
   *
   * @param destination where it stands
   * @param standing what the caller brings along
   * @param facts of this moment
   * @return what is left of the longest wait, in whole seconds if it is one or more
   */
  public static Duration left(Destination destination, Admitted standing, RoutingFacts facts) {
    return WaitingAdmission.left(longestWait(destination, facts.phones()), standing, facts.now());
  }

  private static Duration longestWait(Destination destination, PhoneList phones) {
    return WaitingAdmission.policy(destination, phones).longestWait();
  }

  /** An extension may have become a hunt group of the same number, or the other way round. */
  private static Destination listed(Destination wanted, PhoneList phones) {
    if (wanted instanceof Destination.ToExtension to && !phones.hasExtension(to.number())) {
      return phones.huntGroup(to.number()).<Destination>map(it -> group(to)).orElse(wanted);
    }
    if (wanted instanceof Destination.ToHuntGroup to && phones.huntGroup(to.number()).isEmpty()) {
      return phones.extension(to.number()).<Destination>map(it -> extension(to)).orElse(wanted);
    }
    return wanted;
  }

  private static Destination group(Destination.ToExtension same) {
    return new Destination.ToHuntGroup(same.number());
  }

  private static Destination extension(Destination.ToHuntGroup same) {
    return new Destination.ToExtension(same.number());
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
