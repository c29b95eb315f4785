package io.ringwright.engine.dispatch;

import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.Requirements;
import io.ringwright.call.RingTarget;
import io.ringwright.directory.CallForwarding;
import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Extension;
import io.ringwright.directory.Extension.Service;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.HuntGroup.MemberForwarding;
import io.ringwright.routing.PhoneListChange;
import io.ringwright.routing.PlainMembers;
import io.ringwright.routing.RoutingFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The members of all hunt groups that are asked for, in order. A change of one phone moves it where
 * it stands, in each group of which it is a plain member, at a cost that grows with the logarithm
 * of the members.
 *
 * <p>A member is plain if nothing but its own phone decides about it: an extension without a
 * forwarding that could apply before ringing. The others are left to the rules.
 *
 * <p>Thread safety: for one thread at a time.
 */
public final class MemberIndex {

  private final RoutingFacts facts;
  private Map<DirectoryNumber, MemberView> views = new HashMap<>();
  private Map<Device, List<Seat>> seats = new HashMap<>();

  /** A slot, and the view in which it stands. */
  private record Seat(MemberView view, MemberSlot slot) {}

  /**
   * An index in which nothing is ready yet.
   *
   * @param facts as they are at each moment
   */
  public MemberIndex(RoutingFacts facts) {
    this.facts = facts;
  }

  /**
   * There is another phone list. What was ready of the groups that are affected is made anew when
   * it is asked for.
   *
   * @param change the list, and what is different with it
   */
  void takeIn(PhoneListChange change) {
    if (change.isEverywhere()) {
      views = new HashMap<>();
      seats = new HashMap<>();
    }
    for (Destination affected : change.affected()) {
      if (affected instanceof Destination.ToHuntGroup group) {
        MemberView old = views.remove(group.number());
        if (old != null) {
          old.retire();
        }
      }
    }
  }

  /**
   * Something about a device, or about an extension on it, changed.
   *
   * @param device which
   */
  void touched(Device device) {
    for (Seat seat : seats.getOrDefault(device, List.of())) {
      if (!seat.view().isRetired()) {
        seat.view().update(seat.slot());
      }
    }
  }

  /**
   * The plain members of a group, for calls of one kind.
   *
   * @param group which group
   * @param asked the skills that such calls ask for
   * @param stage the stage that holds for them now
   * @return the members, in order
   */
  public PlainMembers members(HuntGroup group, Requirements asked, Requirements.Stage stage) {
    MemberView view = views.get(group.number());
    if (view == null) {
      view = make(group);
      views.put(group.number(), view);
    }
    return stage.levels().isEmpty() ? view : new QualifiedMembers(view, asked, stage);
  }

  /** How many members stand ready: each once for each device, in each group that was asked for. */
  int size() {
    return (int)
        seats.values().stream()
            .flatMap(List::stream)
            .filter(seat -> !seat.view().isRetired())
            .count();
  }

  private MemberView make(HuntGroup group) {
    MemberView view = new MemberView(group, facts);
    for (int order = 0; order < group.members().size(); order++) {
      HuntGroup.Member member = group.members().get(order);
      Optional<Extension> plain = plain(group, member);
      if (plain.isPresent()) {
        MemberSlot slot = new MemberSlot(member, order, plain.get());
        for (RingTarget on : plain.get().devices()) {
          List<Seat> there = seats.computeIfAbsent(on.device(), none -> new ArrayList<>(1));
          there.removeIf(seat -> seat.view().isRetired());
          there.add(new Seat(view, slot));
        }
        view.add(slot);
      } else {
        view.other(order);
      }
    }
    return view;
  }

  private Optional<Extension> plain(HuntGroup group, HuntGroup.Member member) {
    if (!(member.to() instanceof Destination.ToExtension to)) {
      return Optional.empty();
    }
    return facts
        .phones()
        .extension(to.number())
        .filter(extension -> extension.service() == Service.IN_SERVICE)
        .filter(extension -> isPlain(extension.forwarding(), group.hunting().forwarding()));
  }

  private static boolean isPlain(CallForwarding forwarding, MemberForwarding policy) {
    return forwarding.isOff(Kind.UNCONDITIONAL)
        && (policy == MemberForwarding.SKIP
            || (forwarding.isOff(Kind.ON_BUSY) && forwarding.isOff(Kind.ON_NOT_REACHABLE)));
  }
}
