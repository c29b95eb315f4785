package io.ringwright.ami;

import io.ringwright.call.CallId;
import io.ringwright.call.Device;
import io.ringwright.call.HangUpSide;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who has which caller. The party of a caller is the leg that answered, until that leg is gone or
 * the caller is connected with others and not with it: an agent who consults somebody else still
 * has the caller.
 *
 * <p>Thread safety: for one thread.
 */
final class Conversations {

  private final Legs legs;
  private final Bridges bridges;
  private final Set<Device> touched = new LinkedHashSet<>();

  Conversations(Legs legs, Bridges bridges) {
    this.legs = legs;
    this.bridges = bridges;
  }

  /** Somebody answered a caller's call, as Dial says. */
  List<Fact> answered(Leg caller, Leg phone) {
    Leg party = caller.party;
    boolean behind =
        party != null && phone.device != null && party.devices().contains(phone.device);
    return behind ? List.of() : talk(caller, phone);
  }

  /** Who is connected with a bridge changed. */
  List<Fact> changed(@Nullable String bridge) {
    List<Leg> connected = bridges.connected(bridge);
    List<Leg> callers = new ArrayList<>(connected);
    callers.removeIf(leg -> !leg.isCaller() || !leg.isSomebody());
    callers.sort(Comparator.comparingLong(leg -> leg.age));
    List<Fact> facts = new ArrayList<>();
    callers.forEach(caller -> facts.addAll(connected(caller, connected)));
    return facts;
  }

  /**
   * Half of a Local channel that came to us as a caller: whoever is behind it, this has the call.
   */
  private static boolean isQueueCall(Leg caller) {
    return caller.ours && !caller.isSomebody();
  }

  private List<Fact> connected(Leg caller, List<Leg> connected) {
    boolean isParty = !caller.callers.isEmpty();
    boolean same = caller.party != null && connected.contains(caller.party);
    if (isParty || same) {
      return List.of();
    }
    return connected.stream()
        .filter(leg -> leg != caller && leg.isSomebody())
        .filter(leg -> leg.callers.stream().noneMatch(Conversations::isQueueCall))
        .min(Comparator.comparing(Leg::isCaller))
        .map(party -> talk(caller, party))
        .orElse(List.of());
  }

  private List<Fact> talk(Leg caller, Leg party) {
    Optional<CallId> call = legs.callOf(caller);
    if (caller.party == party || call.isEmpty()) {
      return List.of();
    }
    boolean before = caller.answered;
    hand(caller, party);
    caller.answered = true;
    return List.of(
        before
            ? new Fact.HandedOver(call.get(), legs.phone(party))
            : new Fact.Answered(call.get(), legs.phone(party)));
  }

  /** Another leg has the caller, or none. */
  void hand(Leg caller, @Nullable Leg party) {
    if (caller.party != null) {
      touched.addAll(caller.party.devices());
      caller.party.callers.remove(caller);
    }
    caller.party = party;
    if (party != null) {
      caller.hungUp = HangUpSide.UNKNOWN; // Whoever hung up before, the caller goes on.
      touched.addAll(party.devices());
      party.callers.add(caller);
    }
  }

  /** Whoever is on a leg hung up: for each call of theirs the first who did counts. */
  void hungUp(Leg leg) {
    leg.callers.forEach(caller -> hungUp(caller, HangUpSide.AGENT));
    if (leg.isCaller()) {
      hungUp(leg, HangUpSide.CALLER);
    }
  }

  private static void hungUp(Leg caller, HangUpSide side) {
    caller.hungUp = caller.hungUp == HangUpSide.UNKNOWN ? side : caller.hungUp;
  }

  /** A leg is gone. */
  void ended(Leg leg) {
    hand(leg, null);
    List.copyOf(leg.callers).forEach(caller -> hand(caller, null));
  }

  /** The devices that are in other calls since this was asked last. */
  Set<Device> takeTouched() {
    Set<Device> taken = new LinkedHashSet<>(touched);
    touched.clear();
    return taken;
  }

  /** Adds the calls in which the device of a leg is because of it. */
  void addCallsOf(Leg leg, Set<CallId> calls) {
    if (!leg.keeps.isEmpty()) {
      calls.addAll(leg.keeps);
    } else if (!leg.callers.isEmpty()) {
      leg.callers.forEach(caller -> legs.callOf(caller).ifPresent(calls::add));
    } else if (leg.isCaller()) {
      legs.callOf(leg).ifPresent(calls::add);
    } else if (leg.dialledFor == null) {
      legs.linked(leg).ifPresent(calls::add);
    } else {
      dialled(leg, leg.dialledFor).ifPresent(calls::add);
    }
  }

  /** A leg that rings, or that lost its caller to another one. */
  private Optional<CallId> dialled(Leg leg, CallId call) {
    Leg caller = legs.callerOf(call);
    if (caller == null || caller.party == null) {
      return Optional.of(call);
    }
    return bridges.connected(leg.bridge).stream()
        .filter(other -> other.isCaller() && other.isSomebody())
        .min(Comparator.comparingLong(other -> other.age))
        .flatMap(legs::callOf);
  }
}
