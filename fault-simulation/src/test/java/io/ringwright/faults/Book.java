package io.ringwright.faults;

import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.Device;
import io.ringwright.call.InboundCall;
import io.ringwright.call.RingTarget;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.call.Visit;
import io.ringwright.port.RoutingListener;
import io.ringwright.telling.Answered;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the engine told of calls, over all its runs, and what was wrong with it. It knows nothing of
 * the engine but this.
 */
final class Book implements RoutingListener {

  private final VirtualTimeline timeline;
  private final Story story;
  private final Map<CallId, Long> lastRung = new HashMap<>();
  private final Set<CallId> tookOver = new HashSet<>();
  private final Set<CallId> delivered = new HashSet<>();
  private final List<String> mistakes = new ArrayList<>();
  private final ToldVisits visits = new ToldVisits(mistakes::add);
  private Consumer<CallId> arrivals = call -> {};
  private Consumer<CallId> deliveries = call -> {};
  private int answers;
  private boolean hostFails;

  Book(VirtualTimeline timeline, Story story) {
    this.timeline = timeline;
    this.story = story;
  }

  /** Is told of each arrival, before the book has it, and of each delivery. */
  void tell(Consumer<CallId> ofArrivals, Consumer<CallId> ofDeliveries) {
    arrivals = ofArrivals;
    deliveries = ofDeliveries;
  }

  /** From now on code of the host fails at times. */
  void expectFailures() {
    hostFails = true;
  }

  /** The visits of which was told. */
  ToldVisits visits() {
    return visits;
  }

  private void mistake(String what) {
    mistakes.add(what);
  }

  @Override
  public void callArrived(InboundCall call, Visit visit) {
    story.tell("engine: " + visit + " arrives");
    arrivals.accept(visit.call());
    visits.begins(visit);
  }

  @Override
  public void decided(RoutingAnswer answer) {
    rings(answer);
  }

  @Override
  public void delivering(RoutingAnswer answer) {
    story.tell("engine: " + answer.call() + " is delivered: " + answer.decision());
    delivered.add(answer.call());
    deliveries.accept(answer.call());
    rings(answer);
  }

  private void rings(RoutingAnswer answer) {
    if (answer.decision() instanceof RoutingDecision.Ring) {
      lastRung.put(answer.call(), timeline.nanoTime());
    }
  }

  /** The devices that a decision rings. */
  static List<Device> devices(RoutingAnswer answer) {
    return answer.decision() instanceof RoutingDecision.Ring ring
        ? ring.targets().stream().map(RingTarget::device).toList()
        : List.of();
  }

  @Override
  public void answered(Answered told) {
    answers++;
    story.tell("engine: " + told.visit().call() + " answered by " + told.by());
  }

  @Override
  public void answeredByOutsider(Answered told) {
    answers++;
    story.tell("engine: " + told.visit().call() + " answered by outsider " + told.by());
  }

  @Override
  public void takenOver(CallId call, CallId by) {
    story.tell("engine: " + call + " is taken over by " + by);
    tookOver.add(call);
    tookOver.add(by);
  }

  /** Whether its caller goes on at the place of another call, or has come from one. */
  boolean tookOver(CallId call) {
    return tookOver.contains(call);
  }

  @Override
  public void ended(Visit visit, CallOutcome outcome, Duration waited) {
    story.tell("engine: " + visit + " ends " + outcome);
    if (outcome == CallOutcome.LOST) {
      mistake(visit + " is lost");
    }
    visits.ends(visit, outcome);
  }

  @Override
  public void failed(String what, RuntimeException failure) {
    story.tell("engine: failed: " + what + ": " + failure);
    if (!hostFails || !String.valueOf(failure).contains(Laboratory.PLANNED)) {
      mistake("the engine failed at " + what + ": " + failure + cause(failure));
    }
  }

  private static String cause(RuntimeException failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    StringBuilder words = new StringBuilder(String.valueOf(cause));
    StackTraceElement[] stack = cause.getStackTrace();
    for (int at = 0; at < Math.min(8, stack.length); at++) {
      words.append("\n    at ").append(stack[at]);
    }
    return words.toString();
  }

  /** Whether a call was ever delivered. */
  boolean isDelivered(CallId call) {
    return delivered.contains(call);
  }

  /** How often a call was answered. */
  int answers() {
    return answers;
  }

  /** When phones rang for a call last, in nanoseconds; long ago if they never did. */
  long lastRung(CallId call) {
    return lastRung.getOrDefault(call, Long.MIN_VALUE / 2);
  }

  /** What was wrong; empty when all is well. */
  List<String> mistakes() {
    return List.copyOf(mistakes);
  }
}
