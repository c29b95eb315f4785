package io.ringwright.routing;

import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.RejectReason;
import io.ringwright.call.RoutingExplanation.Rule;
import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Condition.Circumstances;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.HuntGroup.MemberForwarding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out what a destination comes to: one extension through its forwardings, or the members of a
 * hunt group. A hunt group is looked into once, however many ways lead to it, so that the work is
 * bounded by the size of the directory.
 */
final class DestinationResolution {

  private final RoutedCaller caller;
  private final RoutingFacts facts;
  private final Trail trail;
  private final Map<DirectoryNumber, Resolution> groupsSeen = new HashMap<>();

  DestinationResolution(RoutedCaller caller, RoutingFacts facts, Trail trail) {
    this.caller = caller;
    this.facts = facts;
    this.trail = trail;
  }

  /** Resolves the last stop of a path. */
  Resolution resolve(Destination destination, Path path) {
    if (destination instanceof Destination.ToExtension to) {
      return extension(to.number(), path);
    }
    if (destination instanceof Destination.ToHuntGroup to) {
      return group(to.number(), path);
    }
    return new Resolution.Outside(((Destination.ToExternal) destination).number());
  }

  private Resolution extension(DirectoryNumber number, Path path) {
    ForwardingChain.End end = new ForwardingChain(caller, facts, trail).follow(number, path);
    if (end instanceof ForwardingChain.End.Rings rings) {
      return new Resolution.RingNow(List.of(rings.candidate()));
    }
    if (end instanceof ForwardingChain.End.AtGroup at) {
      return group(at.group(), at.path());
    }
    if (end instanceof ForwardingChain.End.Outside outside) {
      return new Resolution.Outside(outside.to().number());
    }
    if (end instanceof ForwardingChain.End.Nowhere nowhere) {
      return new Resolution.Hopeless(nowhere.reason());
    }
    return new Resolution.Later();
  }

  private Resolution group(DirectoryNumber number, Path path) {
    Optional<HuntGroup> found = facts.phones().huntGroup(number);
    if (found.isEmpty()) {
      return new Resolution.Hopeless(RejectReason.UNKNOWN_NUMBER);
    }
    Resolution known = groupsSeen.get(number);
    if (known != null) {
      trail.note(path.depth(), "hunt group " + number, Rule.HUNT, "looked into already");
      return known instanceof Resolution.RingNow ? new Resolution.Later() : known;
    }
    Resolution resolved = members(found.get(), path);
    groupsSeen.put(number, resolved);
    return resolved;
  }

  private Resolution members(HuntGroup group, Path path) {
    List<HuntSequence.Contender> contenders = new ArrayList<>();
    boolean hope = false;
    for (int order = 0; order < group.members().size(); order++) {
      Resolution member = member(group, group.members().get(order), path);
      hope |= member instanceof Resolution.Later || member instanceof Resolution.RingNow;
      contenders.addAll(contenders(group, order, member));
    }
    return chosen(group, contenders, hope, path);
  }

  private Resolution member(HuntGroup group, HuntGroup.Member member, Path path) {
    Path way = path.into(new Destination.ToExtension(member.extension()));
    if (group.hunting().forwarding() == MemberForwarding.SKIP && diverts(group, member)) {
      trail.note(
          way.depth(),
          "extension " + member.extension(),
          Rule.FORWARDING_UNCONDITIONAL,
          "on, and this group skips a member that forwards");
      return new Resolution.Hopeless(RejectReason.NOT_REACHABLE);
    }
    Resolution resolved = extension(member.extension(), way);
    if (resolved instanceof Resolution.Outside outside) {
      trail.note(
          way.depth(),
          "extension " + member.extension(),
          Rule.HUNT,
          "leads outside to ",
          outside.to(),
          ", which a hunt group does not follow");
      return new Resolution.Hopeless(RejectReason.NOT_REACHABLE);
    }
    return resolved;
  }

  private boolean diverts(HuntGroup group, HuntGroup.Member member) {
    Circumstances circumstances =
        new Circumstances(caller.id(), Optional.of(group.number()), facts.now());
    return facts
        .phones()
        .extension(member.extension())
        .flatMap(found -> found.forwarding().applying(Kind.UNCONDITIONAL, circumstances))
        .isPresent();
  }

  private List<HuntSequence.Contender> contenders(HuntGroup group, int order, Resolution member) {
    if (!(member instanceof Resolution.RingNow ring)) {
      return List.of();
    }
    return ring.candidates().stream()
        .map(
            candidate ->
                new HuntSequence.Contender(
                    candidate,
                    group.members().get(order).priority(),
                    order,
                    facts.of(candidate.extension().device()).idleSince()))
        .toList();
  }

  private Resolution chosen(
      HuntGroup group, List<HuntSequence.Contender> contenders, boolean hope, Path path) {
    List<HuntSequence.Contender> next = HuntSequence.next(group.hunting(), contenders);
    if (next.isEmpty()) {
      String finding = hope ? "no member may ring now" : "no member is in service";
      trail.note(path.depth(), "hunt group " + group.number(), Rule.HUNT, finding);
      return hope
          ? new Resolution.Later()
          : new Resolution.Hopeless(RejectReason.NOBODY_IN_SERVICE);
    }
    List<Candidate> candidates = next.stream().map(HuntSequence.Contender::candidate).toList();
    trail.note(
        path.depth(),
        "hunt group " + group.number(),
        Rule.HUNT,
        group.hunting().strategy().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        " among ",
        contenders.size(),
        ": ",
        String.join(", ", candidates.stream().map(c -> c.extension().number().digits()).toList()));
    return new Resolution.RingNow(candidates);
  }
}
