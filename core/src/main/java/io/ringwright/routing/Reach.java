package io.ringwright.routing;

import io.ringwright.call.Destination;
import io.ringwright.call.Requirements;
import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Extension;
import io.ringwright.directory.Extension.Service;
import io.ringwright.directory.HuntGroup;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Whether any phone may ring at the end of any way from a destination, whoever calls and whatever
 * conditions say. Much cheaper than to ask for each caller; a no holds for all of them.
 */
public final class Reach {

  private static final Optional<Boolean> YES = Optional.of(true);
  private static final Optional<Boolean> NO = Optional.of(false);
  private static final Optional<Boolean> UNKNOWN = Optional.empty();

  private final RoutingFacts facts;
  private final Set<Destination> seen = new HashSet<>();
  private final Deque<Destination> open = new ArrayDeque<>();

  private Reach(RoutingFacts facts) {
    this.facts = facts;
  }

  /**
   * Whether anybody at all may be rung through from here now.
   *
   * @param from a destination
   * @param facts of this moment
   * @return false only if no caller can be
   */
  public static boolean hasRoom(Destination from, RoutingFacts facts) {
    Optional<Boolean> known =
        from instanceof Destination.ToHuntGroup to ? plain(to, facts) : UNKNOWN;
    if (known.isPresent()) {
      return known.get();
    }
    Reach reach = new Reach(facts);
    reach.add(from);
    return reach.search();
  }

  /** The same for a hunt group of which that is known without looking further. */
  private static Optional<Boolean> plain(Destination.ToHuntGroup to, RoutingFacts facts) {
    PlainMembers members =
        facts.phones().huntGroup(to.number()).flatMap(group -> plain(group, facts)).orElse(null);
    if (members == null) {
      return UNKNOWN;
    }
    return members.anybodyFree() ? YES : members.others().isEmpty() ? NO : UNKNOWN;
  }

  private static Optional<PlainMembers> plain(HuntGroup group, RoutingFacts facts) {
    return facts.plainMembers(group, Requirements.NONE, Requirements.NONE.stages().get(0));
  }

  private boolean search() {
    for (Destination at = open.poll(); at != null; at = open.poll()) {
      if (at instanceof Destination.ToExtension to
          && facts.phones().extension(to.number()).filter(this::visit).isPresent()) {
        return true;
      }
      if (at instanceof Destination.ToHuntGroup to
          && facts.phones().huntGroup(to.number()).filter(this::visit).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private boolean visit(Extension extension) {
    for (Kind kind : Kind.values()) {
      extension.forwarding().entries(kind).forEach(entry -> add(entry.to()));
    }
    return extension.service() == Service.IN_SERVICE
        && facts.availability(extension, false).mayRing();
  }

  private boolean visit(HuntGroup group) {
    Optional<PlainMembers> index = plain(group, facts);
    if (index.isEmpty()) {
      group.members().forEach(member -> add(member.to()));
      return false;
    }
    index.get().others().forEach(order -> add(group.members().get(order).to()));
    return index.get().anybodyFree();
  }

  private void add(Destination destination) {
    if (seen.add(destination)) {
      open.add(destination);
    }
  }
}
