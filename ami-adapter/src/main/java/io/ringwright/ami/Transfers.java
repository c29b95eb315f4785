package io.ringwright.ami;

import io.ringwright.call.CallId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What attended transfers and Local channels that Asterisk takes out mean for the calls: which
 * caller goes on at the place of which call.
 *
 * <p>Thread safety: for one thread.
 */
final class Transfers {

  private final Legs legs;
  private final Bridges bridges;
  private final Conversations conversations;

  Transfers(Legs legs, Bridges bridges, Conversations conversations) {
    this.legs = legs;
    this.bridges = bridges;
    this.conversations = conversations;
  }

  /**
   * Somebody completed a transfer: the other side gets to where the consultation had got. An agent
   * hands over a caller so; a caller, whoever answered.
   */
  List<Fact> attended(AmiMessage event) {
    Leg moved = legs.get(event.header("transfereeuniqueid"));
    if (moved == null || !succeeded(event)) {
      return List.of();
    }
    Leg first = caller(event, "origtransferer");
    Leg second = caller(event, "secondtransferer");
    boolean intoDialplan = event.header("desttype").equals("App");
    if (first == null && moved.isCaller()) {
      return second == null ? List.of() : takeOver(second, moved, intoDialplan);
    }
    return handedOn(first, second, moved, intoDialplan);
  }

  private static boolean succeeded(AmiMessage event) {
    return event.header("result").equals("Success");
  }

  private @Nullable Leg caller(AmiMessage event, String role) {
    Leg leg = legs.get(event.header(role + "uniqueid"));
    return leg != null && leg.isCaller() ? leg : null;
  }

  /** Whoever was called goes on without those who called. */
  private List<Fact> handedOn(
      @Nullable Leg first, @Nullable Leg second, Leg moved, boolean intoDialplan) {
    if (second != null && second.ours && intoDialplan) {
      return wait(first, second, moved);
    }
    List<Fact> facts = new ArrayList<>();
    if (first != null) {
      facts.addAll(leaveBehind(first));
    }
    if (second != null) {
      facts.addAll(leaveBehind(second));
    }
    moved.sentOn |= intoDialplan;
    return facts;
  }

  /** Whoever was called waits now, as a caller, at the place of the consultation. */
  private List<Fact> wait(@Nullable Leg first, Leg second, Leg moved) {
    Optional<CallId> left = first == null ? moved.keeps.stream().findFirst() : legs.callOf(first);
    if (first != null) {
      leave(first);
    }
    List<Fact> facts = new ArrayList<>();
    if (!moved.keeps.isEmpty()) {
      moved.keeps.clear();
      facts.add(left(moved));
    }
    moved.sentOn = true;
    facts.addAll(takeOver(second, moved, left.or(() -> legs.callOf(moved)), true));
    return facts;
  }

  /** Somebody sent the other side on: a caller may do that with whoever answered. */
  List<Fact> blind(AmiMessage event) {
    Leg transferer = caller(event, "transferer");
    Leg moved = legs.get(event.header("transfereeuniqueid"));
    if (transferer == null || moved == null || !succeeded(event)) {
      return List.of();
    }
    moved.sentOn |= moved.wasDialled();
    return leaveBehind(transferer);
  }

  /** Somebody was parked: if by the caller of a call, that call is without its caller from now. */
  List<Fact> parked(AmiMessage event) {
    Leg moved = legs.get(event.header("parkeeuniqueid"));
    List<Fact> facts = new ArrayList<>();
    if (moved != null) {
      List.copyOf(moved.callers).forEach(caller -> facts.addAll(leaveBehind(caller)));
    }
    return facts;
  }

  /** A caller leaves a call to whoever has answered it: it lasts as long as they stay. */
  private List<Fact> leaveBehind(Leg caller) {
    Leg party = caller.party;
    boolean kept =
        party != null && legs.callOf(caller).filter(call -> party.keeps.add(call)).isPresent();
    leave(caller);
    return party != null && kept ? List.of(left(party)) : List.of();
  }

  private static Fact left(Leg party) {
    return new Fact.Left(party.name, List.copyOf(party.keeps));
  }

  private void leave(Leg caller) {
    conversations.hand(caller, null);
    caller.replaced = true;
  }

  private List<Fact> takeOver(Leg consultation, Leg caller, boolean intoDialplan) {
    return takeOver(consultation, caller, legs.callOf(caller), intoDialplan);
  }

  private List<Fact> takeOver(
      Leg consultation, Leg caller, Optional<CallId> by, boolean intoDialplan) {
    Optional<CallId> call = legs.callOf(consultation);
    if (call.isEmpty() || by.isEmpty()) {
      return List.of();
    }
    consultation.replaced = true;
    boolean ours = consultation.ours && !caller.ours;
    if (ours || (intoDialplan && (consultation.ours || !caller.ours))) {
      conversations.hand(caller, null);
      caller.answered = consultation.answered;
      legs.carry(caller, call.get());
    }
    return List.of(new Fact.TakenOver(call.get(), caller.name, by.get()));
  }

  /**
   * A leg is about to be gone. If it is half of a Local channel that was taken out from between its
   * caller and whoever talks there, its call goes on without it.
   */
  List<Fact> takenOut(Leg half) {
    Leg party = half.party;
    if (party == null || half.isSomebody()) {
      return List.of();
    }
    return bridges.connected(party.bridge).stream()
        .filter(leg -> leg != party && leg.isSomebody())
        .min(Comparator.comparingLong(leg -> leg.age))
        .map(caller -> goOn(half, caller, party))
        .orElse(List.of());
  }

  private List<Fact> goOn(Leg half, Leg caller, Leg party) {
    List<Fact> facts = new ArrayList<>(takeOver(half, caller, false));
    conversations.hand(half, null);
    facts.addAll(conversations.changed(party.bridge));
    return facts;
  }
}
