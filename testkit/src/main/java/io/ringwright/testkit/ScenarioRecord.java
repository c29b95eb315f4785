package io.ringwright.testkit;

import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.port.RoutingListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the engine told in a {@link RoutingScenario}. */
final class ScenarioRecord implements RoutingListener {

  private final Map<CallId, List<RoutingAnswer>> answers = new HashMap<>();
  private final Map<CallId, CallOutcome> outcomes = new HashMap<>();

  List<RoutingAnswer> answersFor(CallId call) {
    return List.copyOf(answers.getOrDefault(call, List.of()));
  }

  Optional<CallOutcome> outcomeOf(CallId call) {
    return Optional.ofNullable(outcomes.get(call));
  }

  @Override
  public void decided(RoutingAnswer answer) {
    answers.computeIfAbsent(answer.call(), unused -> new ArrayList<>()).add(answer);
  }

  @Override
  public void delivering(RoutingAnswer answer) {
    decided(answer);
  }

  @Override
  public void ended(CallId call, CallOutcome outcome, Duration waited) {
    outcomes.put(call, outcome);
  }

  @Override
  public void failed(String what, RuntimeException failure) {
    throw new AssertionError("the engine failed to " + what, failure);
  }
}
