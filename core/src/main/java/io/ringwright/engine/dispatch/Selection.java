package io.ringwright.engine.dispatch;

import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.HuntGroup.Preference;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.routing.Candidate;
import io.ringwright.routing.HuntSequence.Contender;
import io.ringwright.routing.Path;
import io.ringwright.routing.RoutedCaller;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which plain members of one hunt group are the best for one caller at one moment. */
final class Selection {

  private final HuntGroup group;
  private final RoutedCaller caller;
  private final Path path;
  private final Instant now;
  private final Duration waited;

  /**
   * A question.
   *
   * @param group whose members
   * @param caller for whom
   * @param path the way to the group
   * @param now the moment
   */
  Selection(HuntGroup group, RoutedCaller caller, Path path, Instant now) {
    this.group = group;
    this.caller = caller;
    this.path = path;
    this.now = now;
    this.waited = caller.wanted(now);
  }

  /**
   * As many of the best as the group's strategy must see.
   *
   * @param free those who are free, in order
   * @param onHold those who are free while in a call, in order
   */
  List<Contender> best(Iterable<MemberSlot> free, Iterable<MemberSlot> onHold) {
    MemberSlot first = first(free);
    MemberSlot held = first(onHold);
    boolean holdFirst = first == null || (held != null && outranks(held, first));
    return holdFirst ? chosen(onHold, held) : chosen(free, first);
  }

  private boolean outranks(MemberSlot held, MemberSlot first) {
    return group.hunting().preference() == Preference.PRIORITY_FIRST
        && held.member.priority().compareTo(first.member.priority()) < 0;
  }

  private @Nullable MemberSlot first(Iterable<MemberSlot> ready) {
    for (MemberSlot slot : ready) {
      if (!group.hunting().escalation().open(slot.member.priority(), waited)) {
        return null;
      }
      if (!left(slot)) {
        return slot;
      }
    }
    return null;
  }

  private boolean left(MemberSlot slot) {
    return caller.leaves(slot.extension.number(), now);
  }

  private List<Contender> chosen(Iterable<MemberSlot> ready, @Nullable MemberSlot first) {
    if (first == null) {
      return List.of();
    }
    if (group.hunting().strategy() instanceof StandardStrategy standard
        && standard.order().isPresent()) {
      return List.of(contender(first));
    }
    List<Contender> equals = new ArrayList<>();
    for (MemberSlot slot : ready) {
      int against = slot.member.priority().compareTo(first.member.priority());
      if (against > 0) {
        break;
      }
      if (against == 0 && !left(slot)) {
        equals.add(contender(slot));
      }
    }
    return equals;
  }

  private Contender contender(MemberSlot slot) {
    Path way = path.into(slot.member.to());
    return new Contender(
        new Candidate(slot.extension, slot.availability(), way),
        slot.member.priority(),
        slot.facts());
  }
}
