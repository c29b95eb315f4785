package io.ringwright.lint;

import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.Condition;
import io.ringwright.directory.Extension;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.HuntGroup.MemberForwarding;
import io.ringwright.directory.PhoneList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * From which destinations a call can ever come to somebody who answers. Walks backwards from the
 * phones that can ring, so each edge of the directory is looked at once.
 */
final class Served {

  private final PhoneList phones;
  private final Findings findings;
  private final Map<DirectoryNumber, Forwards> direct = new HashMap<>();
  private final Map<DirectoryNumber, Forwards> throughGroup = new HashMap<>();
  private final Map<Destination, List<Destination>> backInHouse = new HashMap<>();
  private final Set<Destination> inHouse;
  private final Set<Destination> served;

  Served(PhoneList phones, Calendar calendar, Findings findings) {
    this.phones = phones;
    this.findings = findings;
    Demand dialled = new Demand(calendar).and(new Condition.ThroughGroup(), false);
    Demand hunted = new Demand(calendar).and(new Condition.ThroughGroup(), true);
    for (Extension each : phones.extensions()) {
      direct.put(each.number(), Forwards.of(each, dialled));
      throughGroup.put(each.number(), Forwards.of(each, hunted));
    }
    linkInHouse();
    this.inHouse = leadingInHouse(each -> throughGroup(each).canRing());
    this.served = everybodyServed();
  }

  Forwards direct(Extension extension) {
    return Objects.requireNonNull(direct.get(extension.number()));
  }

  Forwards throughGroup(Extension extension) {
    return Objects.requireNonNull(throughGroup.get(extension.number()));
  }

  /**
   * Whether a call for a destination can ever be answered, outside the house or by overflow too.
   */
  boolean serves(Destination destination) {
    return leavesUs(destination) || served.contains(destination);
  }

  /** Whether a call through a hunt group can ever ring somebody here. */
  boolean ringsInHouse(Destination destination) {
    return inHouse.contains(destination);
  }

  /** Whether a member of a group can ever ring for it. */
  boolean rings(HuntGroup group, HuntGroup.Member member) {
    return mayLead(group, member) && ringsInHouse(member.to());
  }

  /** False for a member that a group skips or whose forwardings it does not follow. */
  private boolean mayLead(HuntGroup group, HuntGroup.Member member) {
    boolean follows = group.hunting().forwarding() == MemberForwarding.FOLLOW;
    if (follows || !(member.to() instanceof Destination.ToExtension to)) {
      return true;
    }
    return phones.extension(to.number()).filter(each -> throughGroup(each).canRing()).isPresent();
  }

  /** From where calls through a hunt group can come to phones of some extensions. */
  Set<Destination> leadingInHouse(Predicate<Extension> wanted) {
    Set<Destination> seeds = new HashSet<>();
    for (Extension each : phones.extensions()) {
      if (wanted.test(each) && throughGroup(each).canRing()) {
        seeds.add(new Destination.ToExtension(each.number()));
      }
    }
    return closure(seeds, backInHouse);
  }

  private void linkInHouse() {
    for (Extension each : phones.extensions()) {
      Destination from = new Destination.ToExtension(each.number());
      throughGroup(each).atOnce().forEach(way -> link(backInHouse, from, way.to()));
    }
    for (HuntGroup group : phones.huntGroups()) {
      Destination from = new Destination.ToHuntGroup(group.number());
      for (HuntGroup.Member member : group.members()) {
        if (mayLead(group, member)) {
          link(backInHouse, from, member.to());
        }
      }
    }
  }

  private Set<Destination> everybodyServed() {
    Map<Destination, List<Destination>> back = new HashMap<>();
    Set<Destination> seeds = new HashSet<>();
    for (Extension each : phones.extensions()) {
      Destination from = new Destination.ToExtension(each.number());
      List<Destination> to = new ArrayList<>();
      direct(each).atOnce().forEach(way -> to.add(way.to()));
      each.waiting().overflow().ifPresent(to::add);
      seed(from, to, direct(each).canRing(), seeds);
      to.forEach(next -> link(back, from, next));
    }
    for (HuntGroup group : phones.huntGroups()) {
      Destination from = new Destination.ToHuntGroup(group.number());
      Collection<Destination> to = group.waiting().overflow().stream().toList();
      seed(from, to, inHouse.contains(from), seeds);
      to.forEach(next -> link(back, from, next));
    }
    return closure(seeds, back);
  }

  /** Where others see to the call. */
  private static boolean leavesUs(Destination to) {
    return to instanceof Destination.ToExternal || to instanceof Destination.ToDialplan;
  }

  private static void seed(
      Destination from, Collection<Destination> to, boolean rings, Set<Destination> seeds) {
    if (rings || to.stream().anyMatch(Served::leavesUs)) {
      seeds.add(from);
    }
  }

  private static void link(
      Map<Destination, List<Destination>> back, Destination from, Destination to) {
    back.computeIfAbsent(to, none -> new ArrayList<>(2)).add(from);
  }

  private Set<Destination> closure(
      Set<Destination> seeds, Map<Destination, List<Destination>> back) {
    Set<Destination> found = new HashSet<>(seeds);
    Deque<Destination> open = new ArrayDeque<>(seeds);
    while (!open.isEmpty()) {
      for (Destination from : back.getOrDefault(open.remove(), List.of())) {
        findings.step();
        if (found.add(from)) {
          open.add(from);
        }
      }
    }
    return found;
  }
}
