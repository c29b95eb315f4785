package io.ringwright.engine;

import io.ringwright.call.LimitedUse;
import io.ringwright.call.RejectReason;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.call.RoutingExplanation.Rule;
import io.ringwright.effect.Effect;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.CallPhase.Attempt;
import io.ringwright.engine.state.EngineState;
import io.ringwright.routing.Trail;
import io.ringwright.routing.Verdict;

/** Carries out what the rules said about a call, and says it to the caller's channel. */
final class Decisions {

  private final EngineState state;
  private final Outbox outbox;
  private final Answers answers;
  private final Transitions transitions;
  private final Reservations reservations;
  private final ProgressiveRinging ringing;
  private final UseGuard guard;

  Decisions(BasicParts parts) {
    this.state = parts.state();
    this.outbox = parts.outbox();
    this.answers = parts.answers();
    this.transitions = parts.transitions();
    this.reservations = parts.reservations();
    this.ringing = parts.ringing();
    this.guard = new UseGuard(state, outbox);
  }

  /** Carries out a verdict, and says it, to the listener too. */
  RoutingAnswer settle(Call call, Verdict verdict, Trail trail) {
    if (verdict instanceof Verdict.Ring ring) {
      transitions.stand(call, ring.standing());
      return state.isUnseen(call.pbx())
          ? postpone(call, trail)
          : ring(call, ringing.first(call, ring.candidates()), trail);
    }
    if (verdict instanceof Verdict.WaitFor wait) {
      transitions.stand(call, wait.standing());
      transitions.joinQueue(call);
      return told(answers.answer(call, answers.waiting(call), trail));
    }
    RoutingAnswer answer = told(answers.answer(call, parting(call, verdict, trail), trail));
    transitions.end(call, Answers.outcome(answer.decision()));
    return answer;
  }

  /** What ends the call. It leaves the house only as often as that is allowed. */
  private RoutingDecision parting(Call call, Verdict verdict, Trail trail) {
    if (verdict instanceof Verdict.Leave leave
        && !guard.grants(call, LimitedUse.DIVERSION, leave.to().digits())) {
      trail.note(
          0,
          "call " + call.id(),
          Rule.DECISION,
          "too many calls were diverted of late, not to ",
          leave.to());
      return new RoutingDecision.Reject(RejectReason.TOO_MANY_OUTSIDE);
    }
    return Answers.parting(verdict);
  }

  /** The call waits until its switch has been seen, and is decided then as if it came only now. */
  RoutingAnswer postpone(Call call, Trail trail) {
    answers.noteUnseen(call, trail);
    call.undecided(true);
    transitions.joinQueue(call);
    return told(answers.answer(call, answers.waiting(call), trail));
  }

  /** Rings phones at once: the caller's channel is with us. */
  RoutingAnswer ring(Call call, ProgressiveRinging.Step step, Trail trail) {
    step.note(call, trail);
    Attempt attempt = reservations.toRing(call, step);
    transitions.ring(call, attempt);
    return told(answers.answer(call, attempt.decision(), trail));
  }

  /** Moves a waiting caller to the landing place, to be told what ends the wait. */
  void fetch(Call call, Verdict verdict, Trail trail) {
    RoutingAnswer answer = answers.answer(call, parting(call, verdict, trail), trail);
    transitions.deliver(call, reservations.toTell(call, answer.decision()));
    outbox.emit(new Effect.Tell.Delivering(answer));
  }

  /** The call is somewhere that the engine did not send it: nothing is promised to it there. */
  void ringsUnasked(Call call) {
    state.leaveQueue(call);
    transitions.ringing(call, reservations.toTell(call, answers.waiting(call)));
  }

  /** A call for a number that the phone list does not have. */
  RoutingAnswer refuseUnknown(Call call, Trail trail) {
    return settle(call, new Verdict.Refuse(RejectReason.UNKNOWN_NUMBER), trail);
  }

  /** A decision that ends nothing and changes nothing, such as a good-bye. */
  RoutingAnswer say(Call call, RoutingDecision decision, Trail trail) {
    return told(answers.answer(call, decision, trail));
  }

  /** Tells the listener a decision. */
  RoutingAnswer told(RoutingAnswer answer) {
    outbox.emit(new Effect.Tell.Decided(answer));
    return answer;
  }
}
