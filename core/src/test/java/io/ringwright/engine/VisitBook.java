package io.ringwright.engine;

import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.Visit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a listener was told of the visits of calls, and what was wrong with it. It knows nothing of
 * the engine.
 */
final class VisitBook {

  private final Map<CallId, List<CallOutcome>> ends = new HashMap<>();
  private final Map<Visit, CallOutcome> ended = new HashMap<>();
  private final Map<CallId, Visit> open = new HashMap<>();
  private final List<String> mistakes = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private long newest = -1;

  /** The call that goes on, of which the next visit must begin now. */
  private Optional<CallId> sentOn = Optional.empty();

  /** A visit begins. */
  void begins(Visit visit) {
    told.add(visit + " begins");
    if (sentOn.filter(call -> !call.equals(visit.call())).isPresent()) {
      mistakes.add(visit + " begins, and not the next of " + sentOn.get());
    }
    sentOn = Optional.empty();
    if (open.containsKey(visit.call())) {
      mistakes.add(visit + " begins before the end of " + open.get(visit.call()));
    }
    if (visit.number() <= newest) {
      mistakes.add(visit + " begins after a visit with the number " + newest);
    }
    newest = Math.max(newest, visit.number());
    open.put(visit.call(), visit);
  }

  /** A visit ends. One that began before the engine knew anything has no beginning here. */
  void ends(Visit visit, CallOutcome outcome) {
    told.add(visit + " ends " + outcome);
    sentOn.ifPresent(call -> mistakes.add(visit + " ends before the next of " + call + " begins"));
    sentOn = outcome.goesOn() ? Optional.of(visit.call()) : Optional.empty();
    if (ended.containsKey(visit)) {
      mistakes.add(visit + " ends twice: " + ended.get(visit) + ", then " + outcome);
    }
    Visit begun = open.remove(visit.call());
    if (begun != null && !begun.equals(visit)) {
      mistakes.add(visit + " ends while " + begun + " is there");
    }
    ended.put(visit, outcome);
    ends.computeIfAbsent(visit.call(), first -> new ArrayList<>()).add(outcome);
  }

  /** How the visits of a call ended, in order. */
  List<CallOutcome> endsOf(CallId call) {
    return ends.getOrDefault(call, List.of());
  }

  /** All that was told, in order. */
  List<String> told() {
    return List.copyOf(told);
  }

  /** What was wrong; empty when all is well. */
  List<String> mistakes() {
    return List.copyOf(mistakes);
  }
}
