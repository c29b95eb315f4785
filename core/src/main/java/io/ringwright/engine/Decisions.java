package io.ringwright.engine;

import io.ringwright.call.CallOutcome;
import io.ringwright.call.RejectReason;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.call.RoutingExplanation.Rule;
import io.ringwright.effect.Effect;
import io.ringwright.routing.Trail;
import io.ringwright.routing.Verdict;

/**
 * What is said to a caller's channel, and what happens for it to be true. Belongs to the {@link
 * EngineState} and its lock.
 */
public final class Decisions {

  private final EngineState room;

  public Decisions(EngineState room) {
    this.room = room;
  }

  /** Makes a verdict happen, and says it, to the listener too. */
  public RoutingAnswer settle(Call file, Verdict verdict, Trail trail) {
    if (verdict instanceof Verdict.Ring ring) {
      return told(room.moves().ring(file, ring.candidates(), trail));
    }
    if (verdict instanceof Verdict.WaitFor wait) {
      if (!wait.destination().equals(file.wanted())) {
        room.moves().change(file, wait.destination());
      }
      return told(waitInLine(file, trail));
    }
    RoutingAnswer answer = told(answer(file, parting(verdict), trail));
    room.moves().end(file, outcome(answer.decision()));
    return answer;
  }

  /** The listener hears of a decision. */
  public RoutingAnswer told(RoutingAnswer answer) {
    room.leave(new Effect.Tell.Decided(answer));
    return answer;
  }

  /** The call waits; says where in line. */
  public RoutingAnswer waitInLine(Call file, Trail trail) {
    room.moves().joinLine(file);
    return answer(file, waiting(file), trail);
  }

  public RoutingDecision waiting(Call file) {
    return new RoutingDecision.Wait(
        file.wanted(),
        room.line().position(file),
        file.place().priority(),
        file.place().since(),
        room.expected().of(file, room.now()));
  }

  /** The caller is told to wait on, wherever the call stands. */
  public RoutingAnswer waitOn(Call file, String why) {
    Trail trail = room.trail();
    trail.note(0, "call " + file.id(), Rule.ADMISSION, why);
    return answer(file, waiting(file), trail);
  }

  public RoutingAnswer answer(Call file, RoutingDecision decision, Trail trail) {
    if (trail.isKept()) {
      trail.note(0, "call " + file.id(), Rule.DECISION, decision);
    }
    return new RoutingAnswer(file.id(), decision, trail.explanation());
  }

  public static CallOutcome outcome(RoutingDecision parting) {
    return parting instanceof RoutingDecision.Divert
        ? CallOutcome.OVERFLOWED
        : CallOutcome.REJECTED;
  }

  public static RoutingDecision parting(Verdict verdict) {
    if (verdict instanceof Verdict.Leave leave) {
      return new RoutingDecision.Divert(leave.to());
    }
    return new RoutingDecision.Reject(
        verdict instanceof Verdict.Refuse refuse ? refuse.reason() : RejectReason.CALL_OVER);
  }
}
