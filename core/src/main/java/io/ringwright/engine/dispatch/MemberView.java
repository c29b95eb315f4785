package io.ringwright.engine.dispatch;

import io.ringwright.engine.state.RankedSet;
import io.ringwright.availability.Availability;
import io.ringwright.call.Requirements;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.HuntGroup.Preference;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.directory.Strategy;
import io.ringwright.engine.dispatch.MemberSlot.Readiness;
import io.ringwright.routing.Candidate;
import io.ringwright.routing.Contender;
import io.ringwright.routing.Path;
import io.ringwright.routing.PlainMembers;
import io.ringwright.routing.RoutedCaller;
import io.ringwright.routing.RoutingFacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plain members of one hunt group for calls that ask for the same skills at the same stage: who
 * may ring stands in order, the others are counted.
 */
public final class MemberView implements PlainMembers {

  final Requirements asked;
  final Requirements.Stage stage;
  private final HuntGroup group;
  private final RoutingFacts facts;
  private final List<Integer> others = new ArrayList<>();
  private int later;
  private int unqualified;
  private final RankedSet<MemberSlot> free;
  private final RankedSet<MemberSlot> onHold;
  private boolean dropped;

  public MemberView(
      HuntGroup group, Requirements asked, Requirements.Stage stage, RoutingFacts facts) {
    this.group = group;
    this.asked = asked;
    this.stage = stage;
    this.facts = facts;
    SlotOrder order = new SlotOrder(group.hunting().strategy());
    this.free = new RankedSet<>(order);
    this.onHold = new RankedSet<>(order);
  }

  /** Takes in a member that is not plain. */
  public void other(int order) {
    others.add(order);
  }

  /** Nobody asks this view any more. */
  public void drop() {
    dropped = true;
  }

  public boolean isDropped() {
    return dropped;
  }

  /** A plain member comes in, or something about it may have changed. */
  public void update(MemberSlot slot) {
    leave(slot);
    count(slot, -1);
    slot.standing = standing(slot);
    count(slot, 1);
    join(slot);
  }

  private void count(MemberSlot slot, int more) {
    later += slot.standing == Readiness.LATER ? more : 0;
    unqualified += slot.standing == Readiness.UNQUALIFIED ? more : 0;
  }

  private void leave(MemberSlot slot) {
    if (slot.standing == Readiness.FREE) {
      free.remove(slot);
    } else if (slot.standing == Readiness.FREE_ON_HOLD) {
      onHold.remove(slot);
    }
  }

  private void join(MemberSlot slot) {
    if (slot.standing == Readiness.FREE || slot.standing == Readiness.FREE_ON_HOLD) {
      slot.facts =
          new Strategy.Contender(
              slot.extension.number(),
              slot.order,
              slot.member.weight(),
              facts.of(slot.extension.device()).idleSince(),
              facts.workload(slot.extension.number()));
      (slot.standing == Readiness.FREE ? free : onHold).add(slot);
    }
  }

  private Readiness standing(MemberSlot slot) {
    if (!facts.attendance(slot.extension.number()).loggedIn()) {
      return Readiness.GONE;
    }
    if (!stage.metBy(slot.extension.duty().skills())) {
      return asked.everMetBy(slot.extension.duty().skills())
          ? Readiness.LATER
          : Readiness.UNQUALIFIED;
    }
    Availability availability = facts.availability(slot.extension, true);
    return switch (availability) {
      case NOT_REACHABLE -> Readiness.GONE;
      case FREE -> Readiness.FREE;
      case FREE_ON_HOLD -> Readiness.FREE_ON_HOLD;
      case RINGING, ENGAGED, IN_WRAP_UP, PAUSED -> Readiness.LATER;
    };
  }

  @Override
  public List<Contender> best(RoutedCaller caller, Strategy.Memory memory, Path path) {
    Asked asking = new Asked(caller, memory, path, caller.wanted(facts.now()));
    MemberSlot first = firstFor(free, asking);
    MemberSlot held = firstFor(onHold, asking);
    if (first == null && held == null) {
      return List.of();
    }
    boolean holdFirst = first == null || (held != null && outranks(held, first));
    return holdFirst ? chosen(onHold, held, asking) : chosen(free, first, asking);
  }

  /** One question to this view. */
  private record Asked(RoutedCaller caller, Strategy.Memory memory, Path path, Duration waited) {}

  private boolean outranks(MemberSlot held, MemberSlot first) {
    return group.hunting().preference() == Preference.PRIORITY_FIRST
        && held.member.priority().compareTo(first.member.priority()) < 0;
  }

  private @Nullable MemberSlot firstFor(RankedSet<MemberSlot> ready, Asked asking) {
    MemberSlot first = ready.first();
    if (first == null || (open(first, asking) && !left(first, asking))) {
      return first;
    }
    for (MemberSlot slot : ready) {
      if (!open(slot, asking)) {
        return null;
      }
      if (!left(slot, asking)) {
        return slot;
      }
    }
    return null;
  }

  private boolean open(MemberSlot slot, Asked asking) {
    return group.hunting().escalation().open(slot.member.priority(), asking.waited());
  }

  private boolean left(MemberSlot slot, Asked asking) {
    return asking.caller().leaves(slot.extension.number(), facts.now());
  }

  private List<Contender> chosen(
      RankedSet<MemberSlot> ready, @Nullable MemberSlot first, Asked asking) {
    if (first == null) {
      return List.of();
    }
    if (group.hunting().strategy() instanceof StandardStrategy standard
        && standard.order().isPresent()) {
      return List.of(contender(first, asking));
    }
    List<Contender> equals = new ArrayList<>();
    for (MemberSlot slot : ready) {
      int against = slot.member.priority().compareTo(first.member.priority());
      if (against > 0) {
        break;
      }
      if (against == 0 && !left(slot, asking)) {
        equals.add(contender(slot, asking));
      }
    }
    return equals;
  }

  private static Contender contender(MemberSlot slot, Asked asking) {
    Path way = asking.path().into(slot.member.to());
    return new Contender(
        new Candidate(slot.extension, slot.availability(), way),
        slot.member.priority(),
        slot.facts());
  }

  @Override
  public boolean anybodyFree() {
    return !free.isEmpty() || !onHold.isEmpty();
  }

  @Override
  public boolean hope() {
    return anybodyFree() || later > 0;
  }

  @Override
  public boolean unqualified() {
    return unqualified > 0;
  }

  @Override
  public List<Integer> others() {
    return others;
  }
}
