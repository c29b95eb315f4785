package io.ringwright.testkit;

import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.Visit;
import io.ringwright.port.RoutingListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the engine told in a {@link RoutingScenario}. */
final class ScenarioRecord implements RoutingListener {

  private final Map<CallId, List<RoutingAnswer>> answers = new HashMap<>();
  private final Map<Visit, CallOutcome> ends = new LinkedHashMap<>();
  private final List<AssertionError> failures = new ArrayList<>();

  /** Throws the first failure that nobody has seen. */
  void check() {
    if (!failures.isEmpty()) {
      throw failures.remove(0);
    }
  }

  List<RoutingAnswer> answersFor(CallId call) {
    return List.copyOf(answers.getOrDefault(call, List.of()));
  }

  /** How the visits of a call ended that are over, in order. */
  List<CallOutcome> endsOf(CallId call) {
    return ends.entrySet().stream()
        .filter(end -> end.getKey().call().equals(call))
        .map(Map.Entry::getValue)
        .toList();
  }

  @Override
  public void decided(RoutingAnswer answer) {
    answers.computeIfAbsent(answer.call(), unused -> new ArrayList<>()).add(answer);
  }

  @Override
  public void delivering(RoutingAnswer answer) {
    decided(answer);
  }

  /** Two ends of one visit are a mistake of the engine. */
  @Override
  public void ended(Visit visit, CallOutcome outcome, Duration waited) {
    CallOutcome before = ends.putIfAbsent(visit, outcome);
    if (before != null) {
      failures.add(new AssertionError(visit + " ended twice: " + before + ", then " + outcome));
    }
  }

  @Override
  public void failed(String what, RuntimeException failure) {
    failures.add(new AssertionError("the engine failed to " + what, failure));
  }
}
