package io.ringwright.routing;

import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.RejectReason;
import io.ringwright.call.RoutingExplanation.Rule;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.HuntGroup.Absence;
import io.ringwright.directory.HuntGroup.NobodyThere;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds out what a destination comes to: one extension through its forwardings, or the members of a
 * hunt group. A hunt group to which several ways lead is asked on each of them, unless what was
 * found before holds there too; {@link GroupAnswers} bounds the work.
 */
final class DestinationResolution {

  private static final Destination NOWHERE = new Destination.ToExtension(DirectoryNumber.of("0"));

  private final RoutedCaller caller;
  private final RoutingFacts facts;
  private final Trail trail;
  private final ForwardingChain chain;
  private final GroupAnswers answers = new GroupAnswers();
  private final boolean waits;
  private Set<Absence> absences = NobodyThere.DEFAULT.onArrival();
  private Stands stands = new Stands(NOWHERE, Optional.empty());

  DestinationResolution(RoutedCaller caller, RoutingFacts facts, Trail trail) {
    this(caller, facts, trail, false);
  }

  /**
   * A resolution.
   *
   * @param waits whether the call waits for the destination already: others count as not there then
   */
  DestinationResolution(RoutedCaller caller, RoutingFacts facts, Trail trail, boolean waits) {
    this.waits = waits;
    this.caller = caller;
    this.facts = facts;
    this.trail = trail;
    this.chain = new ForwardingChain(caller, facts, trail, answers);
  }

  /**
   * Where a call stands after its forwardings were followed.
   *
   * @param at the hunt group to which they lead, or an extension
   * @param engaged an engaged phone that diverted it to the group, if one did
   */
  record Stands(Destination at, Optional<Destination> engaged) {}

  /** Where the call stands, after its destination was resolved. */
  Stands stands() {
    return stands;
  }

  /** Resolves the last stop of a path. */
  Resolution resolve(Destination destination, Path path) {
    int start = trail.length();
    Resolution found = stop(destination, path);
    if (answers.areTooMany()) {
      trail.cut(start);
      return new NearestPhones(caller, facts, trail, absences).resolve(path);
    }
    return found;
  }

  private Resolution stop(Destination destination, Path path) {
    if (!path.isWithinGroup()) {
      stands = new Stands(destination, Optional.empty());
      counts(WaitingAdmission.presence(destination, facts.phones()), waits && path.depth() == 0);
    }
    if (destination instanceof Destination.ToExtension to) {
      return extension(to.number(), path);
    }
    if (destination instanceof Destination.ToHuntGroup to) {
      return group(to.number(), path);
    }
    return new Resolution.Outside(((Destination.ToExternal) destination).number(), false);
  }

  /** Where a call stands says who counts as not there, for members of groups within too. */
  private void counts(HuntGroup.Presence presence, boolean waiting) {
    NobodyThere nobody = presence.nobodyThere();
    absences = waiting ? nobody.whileWaiting() : nobody.onArrival();
    chain.counts(absences);
  }

  private Resolution extension(DirectoryNumber number, Path path) {
    ForwardingChain.End end = chain.follow(number, path);
    boolean direct = !path.isThroughGroup();
    if (direct) {
      stands = new Stands(chain.stands(), Optional.empty());
    }
    if (end instanceof ForwardingChain.End.Rings rings) {
      return new Resolution.RingNow(rings.candidate());
    }
    if (end instanceof ForwardingChain.End.AtGroup at) {
      Stands here =
          new Stands(at.path().last(), Optional.of(chain.stands()).filter(x -> at.hope()));
      if (direct) {
        counts(WaitingAdmission.presence(at.path().last(), facts.phones()), false);
      }
      Resolution there = group(at.group(), at.path());
      stands = direct ? here : stands;
      return there instanceof Resolution.Hopeless && at.hope() && !direct
          ? new Resolution.Later()
          : there;
    }
    if (end instanceof ForwardingChain.End.Outside outside) {
      return new Resolution.Outside(outside.to().number(), outside.hope());
    }
    if (end instanceof ForwardingChain.End.Nowhere nowhere) {
      return new Resolution.Hopeless(nowhere.reason(), nowhere.way().stops());
    }
    return new Resolution.Later();
  }

  private Resolution group(DirectoryNumber number, Path path) {
    Optional<HuntGroup> found = facts.phones().huntGroup(number);
    if (found.isEmpty()) {
      return new Resolution.Hopeless(RejectReason.UNKNOWN_NUMBER);
    }
    if (!facts.isOpen(found.get())) {
      trail.note(
          path.depth(),
          path.last(),
          Rule.OPENING_HOURS,
          "closed, open ",
          found.get().presence().hours().schedule().orElseThrow());
      return new Resolution.Hopeless(RejectReason.CLOSED);
    }
    if (path.depth() == 0) { // A way back to what was called is a loop: nobody asks again.
      return members(found.get(), path);
    }
    Optional<Resolution> known = answers.of(number, path);
    if (known.isPresent()) {
      noteKnown(path, known.get());
      return known.get();
    }
    return answers.areTooMany() ? new Resolution.Later() : looked(found.get(), path);
  }

  private Resolution looked(HuntGroup group, Path path) {
    answers.begin(path);
    Resolution resolved = members(group, path);
    answers.end(group.number(), resolved);
    return resolved;
  }

  private Resolution members(HuntGroup group, Path path) {
    return new GroupResolution(group, caller, facts, trail).resolve(path, absences, this::stop);
  }

  private void noteKnown(Path path, Resolution known) {
    if (trail.isKept()) {
      String answer =
          known instanceof Resolution.RingNow ring
              ? ring.candidates().stream()
                  .map(each -> each.extension().number().digits())
                  .collect(Collectors.joining(", "))
              : known instanceof Resolution.Later
                  ? "no member may ring now"
                  : "no member can ever ring";
      trail.note(path.depth(), path.last(), Rule.HUNT, "as said above: ", answer);
    }
  }
}
