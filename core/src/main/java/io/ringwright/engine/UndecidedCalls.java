package io.ringwright.engine;

import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.EngineState;
import io.ringwright.routing.Trail;
import io.ringwright.routing.Verdict;
import java.util.Optional;

/**
 * Decides the calls that waited for their switch to be seen: first to last, each as if it came only
 * now, at the place that it has.
 */
final class UndecidedCalls {

  private final EngineState state;
  private final Answers answers;
  private final Transitions transitions;
  private final Matching matching;
  private final Decisions decisions;
  private final Slices slices;

  UndecidedCalls(BasicParts basic, EngineParts parts) {
    this.state = basic.state();
    this.answers = basic.answers();
    this.transitions = basic.transitions();
    this.matching = parts.matching();
    this.decisions = parts.decisions();
    this.slices = parts.slices();
  }

  /**
   * Decides some of the calls whose switch has been seen by now.
   *
   * @return whether there was any
   */
  boolean goOn() {
    Optional<Call> first = state.firstUndecided();
    boolean any = first.isPresent();
    for (int looked = 0; looked < slices.overdue() && first.isPresent(); looked++) {
      if (!decide(first.get())) {
        return true;
      }
      first = state.firstUndecided();
    }
    return any;
  }

  /** Says no if others ahead must have their turn first, in another event. */
  private boolean decide(Call call) {
    Trail trail = answers.trail();
    Optional<Matching.Turn> turn = matching.turnOfUndecided(call, trail);
    if (turn.isEmpty()) {
      return false;
    }
    try (Matching.Turn its = turn.get()) {
      state.leaveQueue(call);
      call.undecided(false);
      carryOut(call, matching.decide(call, trail), trail);
    }
    return true;
  }

  private void carryOut(Call call, Verdict verdict, Trail trail) {
    if (verdict instanceof Verdict.WaitFor wait) {
      transitions.stand(call, wait.standing());
      transitions.joinQueue(call);
    } else if (verdict instanceof Verdict.Ring ring) {
      transitions.stand(call, ring.standing());
      ring(call, ring, trail);
    } else if (call.callBack().isPresent()) {
      transitions.end(call, Answers.outcome(Answers.parting(verdict)));
    } else {
      decisions.fetch(call, verdict, trail);
    }
  }

  private void ring(Call call, Verdict.Ring ring, Trail trail) {
    if (state.isDeliverable(call)) {
      matching.send(call, ring.candidates(), trail);
    } else {
      transitions.joinQueue(call);
    }
  }
}
