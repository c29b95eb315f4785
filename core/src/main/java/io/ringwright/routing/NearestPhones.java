package io.ringwright.routing;

import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.RejectReason;
import io.ringwright.call.RoutingExplanation.Rule;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.HuntGroup.Absence;
import io.ringwright.routing.HuntSequence.Contender;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Who may ring where hunt groups lead to each other on so many ways that not each can be looked at.
 * Every stop is looked at once for each group through which it is reached, those with the fewest
 * diversions first, so the work grows with the size of the directory and no phone that may ring is
 * left out. Of each phone the first way found counts, and the first hunt group that the call meets
 * chooses among all of them.
 */
final class NearestPhones {

  private static final Comparator<Stop> NEAREST =
      Comparator.<Stop>comparingInt(stop -> stop.path().diversions())
          .thenComparingInt(Stop::number);

  private final RoutedCaller caller;
  private final RoutingFacts facts;
  private final Trail trail;
  private final ForwardingChain chain;
  private final PriorityQueue<Stop> ahead = new PriorityQueue<>(NEAREST);
  private final Set<Seen> seen = new HashSet<>();
  private final Set<Device> devices = new HashSet<>();
  private final List<Contender> contenders = new ArrayList<>();
  private boolean hope;
  private boolean unqualified;
  private int stops;

  /**
   * A stop that is to be looked at.
   *
   * @param path the way to it
   * @param from where the way began
   * @param number counts the stops
   */
  private record Stop(Path path, From from, int number) {}

  /** Which member of the first group leads to a stop, and whether all priorities are open. */
  private record From(int order, boolean open) {}

  /** What the answer of a stop depends on, but for diversions. */
  private record Seen(
      Destination at, Optional<DirectoryNumber> through, boolean asMember, boolean open) {}

  NearestPhones(ForwardingChain outer, Set<Absence> absences) {
    this.caller = outer.caller();
    this.facts = outer.facts();
    this.trail = outer.trail();
    this.chain = new ForwardingChain(caller, facts, trail);
    chain.counts(absences);
  }

  /** What the hunt group comes to at which a chain ended. */
  Resolution resolve(ChainEnd.AtGroup at) {
    hope = at.hope();
    return facts
        .phones()
        .huntGroup(at.group())
        .map(
            group ->
                facts.isOpen(group)
                    ? members(group, at.path())
                    : new Resolution.Hopeless(RejectReason.CLOSED))
        .orElseGet(() -> new Resolution.Hopeless(RejectReason.UNKNOWN_NUMBER));
  }

  private Resolution members(HuntGroup first, Path path) {
    trail.note(
        path.depth(),
        path.last(),
        Rule.CHAIN,
        "too many ways lead back to the same groups: each phone counts on its nearest way");
    GroupResolution group = new GroupResolution(first, caller, facts, trail);
    IntStream.range(0, first.members().size())
        .boxed()
        .sorted(Comparator.comparing(order -> first.members().get(order).priority()))
        .forEach(order -> add(group, first.members().get(order), path, new From(order, true)));
    for (Stop stop = ahead.poll(); stop != null; stop = ahead.poll()) {
      look(stop, first);
    }
    return chosen(first, path);
  }

  private void add(GroupResolution group, HuntGroup.Member member, Path path, From from) {
    Path way = path.into(member.to());
    if (!group.skipped(member, way)) {
      add(way, new From(from.order(), from.open() && group.opened(member, way)));
    }
  }

  private void add(Path way, From from) {
    if (seen.add(new Seen(way.last(), way.throughGroup(), way.endsAtMember(), from.open()))) {
      ahead.add(new Stop(way, from, stops++));
    }
  }

  private void look(Stop stop, HuntGroup first) {
    if (stop.path().last() instanceof Destination.ToExtension to) {
      facts
          .phones()
          .extension(to.number())
          .ifPresent(extension -> take(chain.visit(extension, stop.path()), stop, first));
    } else if (stop.path().last() instanceof Destination.ToHuntGroup to) {
      facts
          .phones()
          .huntGroup(to.number())
          .filter(facts::isOpen)
          .ifPresent(group -> lookInto(group, stop));
    }
  }

  private void lookInto(HuntGroup group, Stop stop) {
    GroupResolution within = new GroupResolution(group, caller, facts, trail);
    group.members().forEach(member -> add(within, member, stop.path(), stop.from()));
  }

  private void take(ChainEnd visit, Stop stop, HuntGroup first) {
    hope |= visit.end() instanceof ChainEnd.Occupied;
    if (visit instanceof ChainEnd.Diversion diversion) {
      if (!stop.path().full()) {
        add(stop.path().to(diversion.forward().to()), stop.from());
      }
    } else if (visit instanceof Candidate candidate) {
      hope = true;
      if (stop.from().open() && candidate.extension().takeDevices(devices)) {
        HuntGroup.Member member = first.members().get(stop.from().order());
        contenders.add(GroupResolution.contender(candidate, member, stop.from().order(), facts));
      }
    } else if (visit instanceof ChainEnd.Nowhere nowhere) {
      unqualified |= nowhere.reason() == RejectReason.NOBODY_QUALIFIED;
    }
  }

  private Resolution chosen(HuntGroup first, Path path) {
    List<Contender> next =
        HuntSequence.next(first, facts::askStrategy, facts.memory(first), contenders);
    if (!next.isEmpty()) {
      note(first, path, next);
      return new Resolution.RingNow(next.stream().map(Contender::candidate).toList());
    }
    return hope
        ? new Resolution.Later()
        : new Resolution.Hopeless(
            unqualified ? RejectReason.NOBODY_QUALIFIED : RejectReason.NOBODY_IN_SERVICE);
  }

  private void note(HuntGroup first, Path path, List<Contender> next) {
    if (trail.isKept()) {
      String numbers =
          next.stream()
              .map(each -> each.facts().extension().digits())
              .collect(Collectors.joining(", "));
      String words = first.hunting().strategy().words() + " among " + contenders.size();
      trail.note(path.depth(), path.last(), Rule.HUNT, words, ": ", numbers);
    }
  }
}
