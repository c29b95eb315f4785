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

  /** An agent completed a transfer: the caller gets to where the agent's consultation had got. */
  List<Fact> attended(AmiMessage event) {
    Leg caller = legs.get(event.header("transfereeuniqueid"));
    Leg consultation = consultation(event);
    if (!event.header("result").equals("Success")
        || caller == null
        || consultation == null
        || !caller.isCaller()) {
      return List.of();
    }
    boolean intoDialplan = event.header("desttype").equals("App");
    return takeOver(consultation, caller, intoDialplan);
  }

  private @Nullable Leg consultation(AmiMessage event) {
    Leg second = legs.get(event.header("secondtransfereruniqueid"));
    return second != null && second.isCaller() ? second : null;
  }

  private List<Fact> takeOver(Leg consultation, Leg caller, boolean intoDialplan) {
    Optional<CallId> call = legs.callOf(consultation);
    Optional<CallId> by = legs.callOf(caller);
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
