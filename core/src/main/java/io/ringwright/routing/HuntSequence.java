package io.ringwright.routing;

import io.ringwright.call.Device;
import io.ringwright.call.Priority;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.HuntGroup.Preference;
import io.ringwright.directory.Strategy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which members of a hunt group ring next: ordered by being free and by priority (whichever the
 * group puts first), then by strategy, then who is idle for longest, then by number.
 */
public final class HuntSequence {

  /**
   * A member's way to a phone that may ring.
   *
   * @param candidate the phone
   * @param priority the member's, in this group
   * @param facts what the strategy may look at
   */
  public record Contender(Candidate candidate, Priority priority, Strategy.Contender facts) {}

  /** Asks the strategy of a hunt group. */
  @FunctionalInterface
  interface Asking {
    /** One or several of the members among whom it chooses. */
    List<Strategy.Contender> ask(
        HuntGroup group, List<Strategy.Contender> equals, Strategy.Memory memory);
  }

  private static final Comparator<Contender> LIST_ORDER =
      Comparator.<Contender>comparingInt(each -> each.facts().order())
          .thenComparing(each -> each.facts().extension());

  private HuntSequence() {}

  /** The contenders that ring next, all at once; empty only if there are none. */
  static List<Contender> next(
      HuntGroup group, Asking strategies, Strategy.Memory memory, List<Contender> all) {
    if (all.size() < 2) {
      return all;
    }
    List<Contender> equals = best(all, rank(group.hunting().preference()));
    if (equals.size() == 1) {
      return equals;
    }
    equals.sort(LIST_ORDER);
    List<Strategy.Contender> chosen =
        strategies.ask(group, equals.stream().map(Contender::facts).toList(), memory);
    Set<Device> seen = new HashSet<>();
    return equals.stream()
        .filter(each -> chosen.contains(each.facts()))
        .filter(each -> each.candidate().extension().takeDevices(seen))
        .toList();
  }

  /** Those whom nobody outranks. */
  private static List<Contender> best(List<Contender> all, Comparator<Contender> rank) {
    List<Contender> equals = new ArrayList<>();
    for (Contender contender : all) {
      int against = equals.isEmpty() ? 0 : rank.compare(contender, equals.get(0));
      if (against < 0) {
        equals.clear();
      }
      if (against <= 0) {
        equals.add(contender);
      }
    }
    return equals;
  }

  /**
   * Who goes first, before any strategy is asked.
   *
   * @param preference what counts first in the group
   * @return the order
   */
  public static Comparator<Contender> rank(Preference preference) {
    Comparator<Contender> byFreedom = Comparator.comparing(each -> each.candidate().availability());
    Comparator<Contender> byPriority = Comparator.comparing(Contender::priority);
    return preference == Preference.FREE_FIRST
        ? byFreedom.thenComparing(byPriority)
        : byPriority.thenComparing(byFreedom);
  }
}
