package io.ringwright.engine.dispatch;

import io.ringwright.availability.Availability;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.HuntGroup.Absence;
import io.ringwright.directory.Strategy;
import io.ringwright.engine.dispatch.MemberSlot.Readiness;
import io.ringwright.engine.state.RankedSet;
import io.ringwright.routing.HuntSequence.Contender;
import io.ringwright.routing.Path;
import io.ringwright.routing.PlainMembers;
import io.ringwright.routing.RoutedCaller;
import io.ringwright.routing.RoutingFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The plain members of one hunt group: who may ring stands in order, the others are counted. As it
 * is, it answers for calls that ask for no skill; for the others it is looked through together with
 * the {@link SkillSets} of the group, which are made when they are needed first.
 */
final class MemberView implements PlainMembers {

  private final HuntGroup group;
  private final RoutingFacts facts;
  private final MemberSlot[] slots;
  private final List<Integer> others = new ArrayList<>();
  private final SlotOrder order;
  private final RankedSet<MemberSlot> free;
  private final RankedSet<MemberSlot> onHold;
  private int loggedOut;
  private int notReachable;
  private int paused;
  private int leftAlone;
  private int later;
  private final Map<DirectoryNumber, MemberSlot> byNumber;
  private @Nullable SkillSets sets;
  private boolean retired;

  MemberView(HuntGroup group, RoutingFacts facts) {
    this.group = group;
    this.facts = facts;
    this.slots = new MemberSlot[group.members().size()];
    this.byNumber = new HashMap<>(slots.length * 2);
    this.order = new SlotOrder(group.hunting().strategy());
    this.free = new RankedSet<>(order);
    this.onHold = new RankedSet<>(order);
  }

  /** Takes in a member that is not plain. */
  void other(int at) {
    others.add(at);
  }

  /** Takes in a plain member, once. */
  void add(MemberSlot slot) {
    slots[slot.order] = slot;
    byNumber.put(slot.extension.number(), slot);
    join(slot);
  }

  /** The group is another one by now: what stands ready here is asked for no more. */
  void retire() {
    retired = true;
  }

  /** Whether it is asked for no more. */
  boolean isRetired() {
    return retired;
  }

  /** Something about a plain member may have changed. */
  void update(MemberSlot slot) {
    leave(slot);
    join(slot);
  }

  private void leave(MemberSlot slot) {
    count(slot.standing, -1);
    switch (slot.standing) {
      case FREE -> free.remove(slot);
      case FREE_ON_HOLD -> onHold.remove(slot);
      case LATER, LEFT_ALONE, PAUSED, NOT_REACHABLE, LOGGED_OUT -> {}
    }
  }

  private void join(MemberSlot slot) {
    slot.standing = standing(slot);
    if (slot.standing.mayRing()) {
      slot.facts =
          new Strategy.Contender(
              slot.extension.number(),
              slot.order,
              slot.member.weight(),
              facts.of(slot.extension).idleSince(),
              facts.workload(slot.extension.number()));
      (slot.standing == Readiness.FREE ? free : onHold).add(slot);
    }
    count(slot.standing, 1);
    if (sets != null) {
      sets.stands(slot);
    }
  }

  private void count(Readiness standing, int more) {
    switch (standing) {
      case LOGGED_OUT -> loggedOut += more;
      case NOT_REACHABLE -> notReachable += more;
      case PAUSED -> paused += more;
      case LEFT_ALONE -> leftAlone += more;
      case LATER -> later += more;
      case FREE, FREE_ON_HOLD -> {} // The two orders count.
    }
  }

  private Readiness standing(MemberSlot slot) {
    Optional<DirectoryNumber> here = Optional.of(group.number());
    if (!facts.attendance(slot.extension.number(), here).loggedIn()) {
      return Readiness.LOGGED_OUT;
    }
    Availability availability = facts.availability(slot.extension, here);
    return switch (availability) {
      case NOT_REACHABLE -> Readiness.NOT_REACHABLE;
      case FREE -> Readiness.FREE;
      case FREE_ON_HOLD -> Readiness.FREE_ON_HOLD;
      case PAUSED -> Readiness.PAUSED;
      case LEFT_ALONE -> Readiness.LEFT_ALONE;
      case RINGING, ENGAGED, IN_WRAP_UP -> Readiness.LATER;
    };
  }

  SkillSets sets() {
    SkillSets known = sets;
    if (known == null) {
      known = new SkillSets(slots);
      sets = known;
    }
    return known;
  }

  MemberSlot slot(int at) {
    return slots[at];
  }

  SlotOrder order() {
    return order;
  }

  RankedSet<MemberSlot> free() {
    return free;
  }

  RankedSet<MemberSlot> onHold() {
    return onHold;
  }

  Selection selection(RoutedCaller caller, Path path) {
    return new Selection(group, caller, path, facts.now());
  }

  @Override
  public List<Contender> best(RoutedCaller caller, Strategy.Memory memory, Path path) {
    return anybodyFree() ? selection(caller, path).best(free, onHold) : List.of();
  }

  @Override
  public boolean anybodyFree() {
    return !free.isEmpty() || !onHold.isEmpty();
  }

  @Override
  public boolean hope(RoutedCaller caller, Set<Absence> absences) {
    int there = free.size() + onHold.size() + later;
    there += Readiness.PAUSED.isThere(absences) ? paused : 0;
    there += Readiness.LEFT_ALONE.isThere(absences) ? leftAlone : 0;
    there += Readiness.NOT_REACHABLE.isThere(absences) ? notReachable : 0;
    there += Readiness.LOGGED_OUT.isThere(absences) ? loggedOut : 0;
    return there > 0
        && (there > caller.backOff().size() || there > refused(caller, absences).size());
  }

  /** The members that would be there, were it not that they refused this caller, if that counts. */
  List<MemberSlot> refused(RoutedCaller caller, Set<Absence> absences) {
    if (!absences.contains(Absence.REFUSED)) {
      return List.of();
    }
    return caller.backOff().keySet().stream()
        .filter(number -> caller.leaves(number, facts.now()))
        .map(byNumber::get)
        .filter(Objects::nonNull)
        .filter(slot -> slot.standing.isReachable() && slot.standing.isThere(absences))
        .toList();
  }

  /** Nobody lacks a skill where none is asked for. */
  @Override
  public boolean unqualified() {
    return false;
  }

  @Override
  public List<Integer> others() {
    return others;
  }
}
