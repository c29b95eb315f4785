package io.ringwright.engine;

import io.ringwright.call.CallerId;
import io.ringwright.directory.HostAnswers;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.CallPhase.Delivering;
import io.ringwright.engine.state.CallPhase.Ringing;
import io.ringwright.engine.state.CallPhase.Waiting;
import io.ringwright.engine.state.EngineState;
import io.ringwright.engine.state.Replacements;
import io.ringwright.routing.RoutingRules;
import io.ringwright.routing.Trail;
import io.ringwright.routing.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Treats the passing of time: what is due. */
final class TimeHandler {

  /** More than this is not looked at in one event; the rest is due at once. */
  private static final int MOST_AT_ONCE = 500;

  /** More calls than this are not placed in lanes in one event. */
  private static final int MOST_PLACED = 2000;

  /** After a phone list no more extensions are looked at, and no more calls placed anew. */
  private static final Replacements.Most MOST_PLACED_ANEW = new Replacements.Most(5000, 1000);

  private final EngineState state;
  private final Answers answers;
  private final Transitions transitions;
  private final Placement placement;
  private final Matching matching;
  private final Decisions decisions;
  private final Talks talks;
  private final SwitchHandler devices;

  TimeHandler(BasicParts basic, EngineParts parts, SwitchHandler devices) {
    this.state = basic.state();
    this.answers = basic.answers();
    this.transitions = basic.transitions();
    this.placement = parts.placement();
    this.matching = parts.matching();
    this.decisions = parts.decisions();
    this.talks = parts.talks();
    this.devices = devices;
  }

  /** Takes in what time alone has changed; nothing is decided yet. */
  void catchUp() {
    Instant now = state.now();
    placeAnew();
    state.timers().restedDevices(now).forEach(state.openings()::touched);
    for (Call call : state.timers().dueCalls(now, MOST_PLACED)) {
      placement.place(call);
      state.openings().opened(call.wanted());
    }
    if (!state.wallClock().isBefore(state.timers().nextHours())) {
      state.openings().everything();
      state.timers().watchHours(Instant.MAX);
      placement.watchHours();
    }
  }

  /** Settings changed: calls are in other lanes now, and are looked at. */
  void placeAnew() {
    if (state.replacements().isPending()) {
      Replacements.Slice slice =
          state
              .replacements()
              .next(state.waiting(), state.phones().extensions().size(), MOST_PLACED_ANEW);
      for (Call call : slice.calls()) {
        placement.place(call);
        state.timers().lookAtNow(call);
      }
      if (slice.everything()) {
        state.openings().everything();
      } else if (!state.replacements().isRevising()) {
        slice.finished().forEach(state.openings()::opened);
      }
    }
  }

  /** Takes what the host's predicates said; whoever they say something else of is placed anew. */
  void take(HostAnswers answers) {
    if (answers.answers().isEmpty()) {
      return;
    }
    Set<CallerId> changed = state.hostAnswers().put(answers);
    if (!changed.isEmpty()) {
      for (Call call : state.waiting().calls()) {
        if (changed.contains(call.waiting().caller())) {
          placement.place(call);
          state.openings().opened(call.wanted());
        }
      }
    }
    if (state.hostAnswers().isLarge(state.calls().size())) {
      state.hostAnswers().retain(state.calls().callers());
    }
  }

  /** Does what is due. */
  void timePassed() {
    List<Call> overdue = state.timers().overdue(state.waiting().order());
    List<Call> now = overdue.subList(0, Math.min(MOST_AT_ONCE, overdue.size()));
    state.timers().lookedAt(now);
    for (Call call : now) {
      if (state.call(call.id()).filter(known -> known == call).isPresent()) {
        due(call);
      }
    }
  }

  private void due(Call call) {
    if (call.isGoing()) {
      talks.ended(call);
    } else if (call.phase() instanceof Delivering delivering && isDue(delivering.checkAt())) {
      devices.ask(call, delivering.attempt().token());
      transitions.enter(call, new Delivering(delivering.attempt(), delivering.sends(), nextLook()));
    } else if (call.phase() instanceof Ringing ringing && isDue(ringing.checkAt())) {
      devices.ask(call, ringing.attempt().token());
      transitions.enter(call, new Ringing(ringing.attempt(), nextLook()));
    } else if (call.phase() instanceof Waiting) {
      dueWaiting(call);
    }
  }

  private boolean isDue(Instant checkAt) {
    return !state.now().isBefore(checkAt);
  }

  private Instant nextLook() {
    return state.now().plus(Transitions.LANDING_TIME);
  }

  private void dueWaiting(Call call) {
    if (placement.isGone(call)) {
      talks.ended(call);
      return;
    }
    if (isDue(RoutingRules.waitsUntil(call.wanted(), call.admitted(), state.phones()))) {
      Trail trail = answers.trail();
      Verdict verdict = inTurn(call, trail);
      if (call.phase() instanceof Waiting) {
        waitedTooLong(call, verdict, trail);
      }
    }
  }

  private void waitedTooLong(Call call, Verdict verdict, Trail trail) {
    if (verdict instanceof Verdict.WaitFor wait) {
      transitions.change(call, wait.destination());
    } else if (verdict instanceof Verdict.Ring ring) {
      ring.candidates().stream()
          .findFirst()
          .map(each -> each.path().stops().get(0))
          .filter(other -> !other.equals(call.wanted()))
          .ifPresent(other -> transitions.change(call, other));
    } else if (call.callBack().isPresent()) {
      transitions.end(call, Answers.outcome(Answers.parting(verdict)));
    } else if (state.isDeliverable(call)) {
      decisions.fetch(call, verdict, trail);
    }
  }

  private Verdict inTurn(Call call, Trail trail) {
    try (Matching.Turn turn = matching.turnOf(call, trail)) {
      return matching.decide(call, trail);
    }
  }
}
