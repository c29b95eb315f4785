package io.ringwright.routing;

import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.RejectReason;
import io.ringwright.call.RoutingExplanation.Rule;
import io.ringwright.directory.HuntGroup;
import java.util.HashMap;
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
  private final ForwardingChain chain;
  private Map<DirectoryNumber, Resolution> groupsSeen = Map.of();

  DestinationResolution(RoutedCaller caller, RoutingFacts facts, Trail trail) {
    this.caller = caller;
    this.facts = facts;
    this.trail = trail;
    this.chain = new ForwardingChain(caller, facts, trail);
  }

  /** Resolves the last stop of a path. */
  Resolution resolve(Destination destination, Path path) {
    if (destination instanceof Destination.ToExtension to) {
      return extension(to.number(), path);
    }
    if (destination instanceof Destination.ToHuntGroup to) {
      return group(to.number(), path);
    }
    return new Resolution.Outside(((Destination.ToExternal) destination).number(), false);
  }

  private Resolution extension(DirectoryNumber number, Path path) {
    ForwardingChain.End end = chain.follow(number, path);
    if (end instanceof ForwardingChain.End.Rings rings) {
      return new Resolution.RingNow(rings.candidate());
    }
    if (end instanceof ForwardingChain.End.AtGroup at) {
      Resolution there = group(at.group(), at.path());
      return there instanceof Resolution.Hopeless && at.hope() ? new Resolution.Later() : there;
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
    Resolution known = groupsSeen.get(number);
    if (known != null) {
      trail.note(path.depth(), "hunt group " + number, Rule.HUNT, "looked into already");
      return known instanceof Resolution.RingNow ? new Resolution.Later() : known;
    }
    Resolution resolved =
        new GroupResolution(found.get(), caller, facts, trail).resolve(path, this::resolve);
    if (groupsSeen.isEmpty()) {
      groupsSeen = new HashMap<>(4);
    }
    groupsSeen.put(number, resolved);
    return resolved;
  }
}
