package io.ringwright.routing;

import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.RejectReason;
import io.ringwright.call.RoutingExplanation.Rule;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.HuntGroup.Absence;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds out what a destination comes to: one extension through its forwardings, or the members of a
 * hunt group. A hunt group to which several ways lead is asked on each of them, unless what was
 * found before holds there too; {@link GroupAnswers} bounds the work.
 */
final class DestinationResolution {

  private final RoutedCaller caller;
  private final RoutingFacts facts;
  private final Trail trail;
  private final GroupAnswers answers = new GroupAnswers();
  private final ForwardingChain chain;

  private DestinationResolution(ForwardingChain outer, Set<Absence> absences) {
    this.caller = outer.caller();
    this.facts = outer.facts();
    this.trail = outer.trail();
    this.chain = new ForwardingChain(caller, facts, trail, answers);
    chain.counts(absences);
  }

  /**
   * What a destination comes to whose forwardings were followed.
   *
   * @param end where they end
   * @param chain by which they were followed
   */
  static Resolution of(ChainEnd end, ForwardingChain chain) {
    if (!(end instanceof ChainEnd.AtGroup at)) {
      return settled(end);
    }
    Trail trail = chain.trail();
    int start = trail.length();
    Set<Absence> absences = absences(at, chain);
    DestinationResolution within = new DestinationResolution(chain, absences);
    Resolution found = within.members(at);
    if (within.answers.areTooMany()) {
      trail.cut(start);
      return new NearestPhones(chain, absences).resolve(at);
    }
    return found;
  }

  /** Where a call stands says who counts as not there, for members of groups within too. */
  private static Set<Absence> absences(ChainEnd.AtGroup at, ForwardingChain chain) {
    return at.path().depth() == 0 || at.path().isWithinGroup()
        ? chain.absences()
        : WaitingAdmission.absences(at.path().last(), false, chain.facts().phones());
  }

  private Resolution stop(Destination destination, Path path) {
    ChainEnd end = chain.follow(destination, path);
    return end instanceof ChainEnd.AtGroup at ? members(at) : settled(end);
  }

  private static Resolution settled(ChainEnd end) {
    if (end instanceof Candidate phone) {
      return new Resolution.RingNow(phone);
    }
    if (end instanceof ChainEnd.Outside outside) {
      return new Resolution.Outside(outside.to().number(), outside.hope());
    }
    if (end instanceof ChainEnd.Nowhere nowhere) {
      return new Resolution.Hopeless(nowhere.reason(), nowhere.way().stops());
    }
    return new Resolution.Later();
  }

  /** A call that was dialled directly stands at the group then, not at the engaged phone. */
  private Resolution members(ChainEnd.AtGroup at) {
    Resolution there = group(at.group(), at.path());
    return there instanceof Resolution.Hopeless && at.hope() && at.path().isWithinGroup()
        ? new Resolution.Later()
        : there;
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
    return new GroupResolution(group, caller, facts, trail)
        .resolve(path, chain.absences(), this::stop);
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
