package io.ringwright.engine;

import io.ringwright.call.CallId;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.OrderAnswer;
import io.ringwright.call.OrderRefusal;
import io.ringwright.call.Preference;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingExplanation.Rule;
import io.ringwright.effect.Effect;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.CallPhase.Attempt;
import io.ringwright.engine.state.CallPhase.Waiting;
import io.ringwright.engine.state.EngineState;
import io.ringwright.routing.Candidate;
import io.ringwright.routing.OrderedPhone;
import io.ringwright.routing.PreferredPhone;
import io.ringwright.routing.RoutedCaller.Preferred;
import io.ringwright.routing.Trail;
import java.util.List;
import java.util.Optional;

/**
 * Sends a waiting caller to the extension that the host names: out of turn, and whoever else would
 * be rung. If nobody answers there the caller has the old place. Or has the caller wait for the
 * turn at that extension.
 */
final class OrderedDelivery {

  private static final String ORDER = "delivery order";
  private static final String PREFERENCE = "preference";

  private final EngineState state;
  private final Outbox outbox;
  private final Answers answers;
  private final Transitions transitions;
  private final Reservations reservations;
  private final ProgressiveRinging ringing;
  private final Matching matching;
  private final KnownCalls known;

  OrderedDelivery(BasicParts basic, EngineParts parts) {
    this.state = basic.state();
    this.outbox = basic.outbox();
    this.answers = basic.answers();
    this.transitions = basic.transitions();
    this.reservations = basic.reservations();
    this.ringing = basic.ringing();
    this.matching = parts.matching();
    this.known = parts.known();
  }

  OrderAnswer deliver(CallId id, DirectoryNumber to) {
    Optional<Call> waiting = state.call(id).filter(each -> each.phase() instanceof Waiting);
    if (waiting.isEmpty()) {
      return known.doesNotWait(ORDER, id);
    }
    Call call = waiting.get();
    if (!state.links().isUp(call.pbx())) {
      return refused(call, OrderRefusal.NO_LINK, " cannot be moved: no link to " + call.pbx());
    }
    if (ringing.isOver(call)) {
      return refused(call, OrderRefusal.WAITED_TOO_LONG, " has waited too long");
    }
    Trail trail = answers.trail();
    trail.note(0, "call " + id, Rule.ORDER, "to extension ", to, ", out of turn");
    OrderedPhone.Found found =
        OrderedPhone.of(to, call.waiting().caller(), matching.facts(), trail);
    if (found instanceof OrderedPhone.Found.Refused no) {
      return outbox.refused(ORDER, no.reason(), no.why());
    }
    send(call, ((OrderedPhone.Found.Rings) found).phone(), trail);
    return new OrderAnswer.Done("call " + id + " is on the way to extension " + to);
  }

  /** A call that nobody has answered prefers an extension for a while. */
  OrderAnswer prefer(CallId id, Preference order) {
    Optional<Call> call = state.call(id);
    if (call.isEmpty() || call.get().phase().answeredAfter().isPresent()) {
      return known.doesNotWait(PREFERENCE, id);
    }
    DirectoryNumber extension = order.extension();
    Optional<PreferredPhone.Away> away =
        PreferredPhone.away(
            call.get().wanted(), call.get().waiting().caller(), extension, matching.facts());
    if (away.isPresent()) {
      String why = "extension " + extension + " is " + away.get().words();
      return outbox.refused(PREFERENCE, away.get().reason(), why);
    }
    Preferred preferred = new Preferred(extension, state.now().plus(order.time()));
    transitions.prefer(call.get(), Optional.of(preferred));
    return new OrderAnswer.Done(
        "call "
            + id
            + " prefers extension "
            + extension
            + " for "
            + order.time().toSeconds()
            + " s");
  }

  private OrderAnswer refused(Call call, OrderRefusal reason, String why) {
    return outbox.refused(ORDER, reason, "call " + call.id() + why);
  }

  private void send(Call call, Candidate phone, Trail trail) {
    ProgressiveRinging.Step step = ringing.first(call, List.of(phone));
    step.note(call, trail);
    Attempt attempt = reservations.toRing(call, step).byOrder();
    RoutingAnswer answer = answers.answer(call, attempt.decision(), trail);
    transitions.deliver(call, attempt);
    outbox.emit(new Effect.Tell.Delivering(answer));
  }
}
