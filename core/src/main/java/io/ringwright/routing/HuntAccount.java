package io.ringwright.routing;

import io.ringwright.availability.Workload;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.RoutingExplanation.Rule;
import io.ringwright.call.RoutingExplanation.Step;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.HuntGroup.Preference;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.directory.Strategy;
import io.ringwright.routing.HuntSequence.Contender;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The account of a hunt: what it came to, and below it each member with what was found out about
 * it, and why it rings or comes after another.
 */
final class HuntAccount {

  private static final String SAME = "same device as ";

  private final HuntGroup group;
  private final int depth;
  private final boolean isLast;
  private final RoutingFacts facts;
  private final Trail trail;
  private final int start;
  private final List<Integer> ends = new ArrayList<>();

  /**
   * Begins an account; what is noted from now on is about the members. Only the group that is not
   * itself looked into for another group says who rings; one within it says whom it proposes.
   */
  HuntAccount(HuntGroup group, Path path, RoutingFacts facts, Trail trail) {
    this.group = group;
    this.depth = path.depth();
    this.isLast = !path.isWithinGroup();
    this.facts = facts;
    this.trail = trail;
    this.start = trail.length();
  }

  /** One more member was asked, in the order of the list. */
  void asked() {
    ends.add(trail.length() - start);
  }

  /**
   * Gives the account.
   *
   * @param next who rings
   * @param among of whom they were chosen
   * @param otherwise what to say if nobody rings
   */
  void give(List<Contender> next, List<Contender> among, String otherwise) {
    List<Step> said = trail.cut(start);
    trail.note(
        depth,
        "hunt group " + group.number(),
        Rule.HUNT,
        next.isEmpty() ? otherwise : conclusion(next, among));
    if (isLast && !next.isEmpty()) {
      trail.choice(choice(next, among));
    }
    int from = 0;
    for (int order = 0; order < ends.size(); order++) {
      trail.add(said.subList(from, ends.get(order)));
      from = ends.get(order);
      if (among.size() > 1) {
        giveOne(order, next, among);
      }
    }
  }

  private String conclusion(List<Contender> next, List<Contender> among) {
    return group.hunting().strategy().words() + " among " + among.size() + ": " + numbers(next);
  }

  /** How those who ring were chosen, for the summary. */
  private String choice(List<Contender> next, List<Contender> among) {
    Comparator<Contender> rank = HuntSequence.rank(group.hunting().preference());
    Set<String> equals = new LinkedHashSet<>();
    Set<String> others = new LinkedHashSet<>();
    for (Contender each : among) {
      boolean equal = rank.compare(each, next.get(0)) == 0;
      (equal ? equals : others).add(each.facts().extension().digits());
    }
    others.removeAll(equals);
    if (group.hunting().strategy() == StandardStrategy.SIMULTANEOUS && next.size() > 1) {
      return "all at once";
    }
    if (equals.size() > 1) {
      return words() + " among " + Summary.some(equals, ", ", "");
    }
    return others.isEmpty()
        ? "nobody else may ring"
        : "before " + Summary.some(others, ", ", "") + " by " + merit(next.get(0), among);
  }

  private String merit(Contender first, List<Contender> among) {
    Comparator<Contender> rank = HuntSequence.rank(group.hunting().preference());
    return among.stream()
        .filter(each -> rank.compare(first, each) < 0)
        .map(each -> outranked(each, first).startsWith("priority") ? "priority" : "being free")
        .distinct()
        .sorted()
        .collect(Collectors.joining(" and by "));
  }

  private String words() {
    String words = group.hunting().strategy().words();
    if (!(group.hunting().strategy() instanceof StandardStrategy standard)) {
      return words;
    }
    return switch (standard) {
      case RANDOM -> "by lot";
      case WEIGHTED_RANDOM -> "by lot with weights";
      case LONGEST_IDLE -> "idle for longest";
      case LINEAR -> "first in the list";
      case CIRCULAR -> "next in the list";
      default -> words;
    };
  }

  private void giveOne(int order, List<Contender> next, List<Contender> among) {
    for (Contender each : among) {
      if (each.facts().order() == order) {
        trail.note(
            depth + 1,
            "extension " + each.facts().extension(),
            Rule.HUNT,
            next.contains(each) ? won(each) : lost(each, next));
        if (!next.contains(each)) {
          noteLost(each, next);
        }
      }
    }
  }

  /** One who comes after itself, as another member, is not passed over. */
  private void noteLost(Contender each, List<Contender> next) {
    DirectoryNumber number = each.facts().extension();
    if (next.stream().noneMatch(chosen -> chosen.facts().extension().equals(number))) {
      String lost = lost(each, next);
      String by = isLast ? "" : " in group " + group.number();
      trail.notChosen(number, lost.startsWith(SAME) ? lost : "after " + numbers(next) + by);
    }
  }

  private String won(Contender each) {
    return (isLast ? "rings, " : "chosen in this group, ") + fact(each);
  }

  private String lost(Contender each, List<Contender> next) {
    for (Contender chosen : next) {
      if (chosen.facts().extension().equals(each.facts().extension())) {
        return "chosen already, as member number " + (chosen.facts().order() + 1);
      }
      if (chosen.candidate().extension().sharesDeviceWith(each.candidate().extension())) {
        return SAME + numbers(List.of(chosen));
      }
    }
    Contender first = next.get(0);
    boolean outranked = HuntSequence.rank(group.hunting().preference()).compare(first, each) < 0;
    return (outranked ? outranked(each, first) : fact(each)) + ", after " + numbers(next);
  }

  /**
   * Being free counts, and the priority: whichever the group puts first, if it tells them apart.
   */
  private String outranked(Contender each, Contender first) {
    boolean byFreedom = each.candidate().availability() != first.candidate().availability();
    boolean byPriority = !each.priority().equals(first.priority());
    boolean freedomFirst = group.hunting().preference() == Preference.FREE_FIRST;
    return byFreedom && (freedomFirst || !byPriority)
        ? each.candidate().availability().words()
        : "priority " + each.priority();
  }

  /** What the strategy looks at. */
  private String fact(Contender contender) {
    Strategy.Contender one = contender.facts();
    Workload workload = one.workload();
    String place = "number " + (one.order() + 1) + " in the list";
    if (!(group.hunting().strategy() instanceof StandardStrategy strategy)) {
      return String.join(
          ", ", place, "weight " + one.weight(), idle(one), calls(workload), talked(workload));
    }
    return switch (strategy) {
      case LINEAR, CIRCULAR, PROGRESSIVE -> place;
      case LONGEST_IDLE -> idle(one);
      case FEWEST_CALLS -> calls(workload) + ", " + idle(one);
      case LEAST_TALK_TIME -> talked(workload) + ", " + idle(one);
      case RANDOM -> "by lot";
      case WEIGHTED_RANDOM -> "by lot, weight " + one.weight();
      case SIMULTANEOUS -> "all at once";
    };
  }

  private String idle(Strategy.Contender each) {
    return each.idleSince().equals(Instant.MIN)
        ? "no call so far"
        : "idle since " + HouseTime.of(each.idleSince(), facts);
  }

  private static String calls(Workload workload) {
    return workload.calls() + (workload.calls() == 1 ? " call" : " calls") + " answered";
  }

  private static String talked(Workload workload) {
    return "talked for " + workload.talkTime().toSeconds() + " s";
  }

  private static String numbers(List<Contender> contenders) {
    return contenders.stream()
        .map(each -> each.candidate().extension().number())
        .map(DirectoryNumber::digits)
        .collect(Collectors.joining(", "));
  }
}
