package io.ringwright.routing;

import io.ringwright.call.Device;
import io.ringwright.call.Priority;
import io.ringwright.directory.HuntGroup.Hunting;
import io.ringwright.directory.HuntGroup.Preference;
import io.ringwright.directory.HuntGroup.Strategy;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which members of a hunt group ring next: ordered by being free and by priority (whichever the
 * group puts first), then by strategy, then who is idle for longest, then by number.
 */
final class HuntSequence {

  /**
   * A member's way to a phone that may ring.
   *
   * @param candidate the phone
   * @param priority the member's, in this group
   * @param order where the member stands in the list, from 0
   * @param idleSince since when the phone has been without a call
   */
  record Contender(Candidate candidate, Priority priority, int order, Instant idleSince) {}

  private HuntSequence() {}

  /** The contenders that ring next, all at once; empty only if there are none. */
  static List<Contender> next(Hunting hunting, List<Contender> contenders) {
    Comparator<Contender> rank = rank(hunting.preference());
    Set<Device> seen = new HashSet<>();
    List<Contender> ordered =
        contenders.stream()
            .sorted(rank.thenComparing(order(hunting.strategy())))
            .filter(each -> seen.add(each.candidate().extension().device()))
            .toList();
    if (ordered.isEmpty() || hunting.strategy() != Strategy.SIMULTANEOUS) {
      return ordered.subList(0, Math.min(1, ordered.size()));
    }
    Contender first = ordered.get(0);
    return ordered.stream().filter(each -> rank.compare(each, first) == 0).toList();
  }

  private static Comparator<Contender> rank(Preference preference) {
    Comparator<Contender> byFreedom = Comparator.comparing(each -> each.candidate().availability());
    Comparator<Contender> byPriority = Comparator.comparing(Contender::priority);
    return preference == Preference.FREE_FIRST
        ? byFreedom.thenComparing(byPriority)
        : byPriority.thenComparing(byFreedom);
  }

  private static Comparator<Contender> order(Strategy strategy) {
    Comparator<Contender> byIdleness =
        Comparator.comparing(Contender::idleSince)
            .thenComparing(each -> each.candidate().extension().number());
    return strategy == Strategy.LONGEST_IDLE
        ? byIdleness
        : Comparator.comparingInt(Contender::order).thenComparing(byIdleness);
  }
}
