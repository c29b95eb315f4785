package io.ringwright.it;

import io.ringwright.call.Announced;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.InboundCall;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.Visit;
import io.ringwright.port.RoutingListener;
import io.ringwright.telling.Answered;
import io.ringwright.telling.HungUp;
import io.ringwright.telling.RingStarted;
import io.ringwright.telling.RingStopped;
import io.ringwright.telling.TalkEnded;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the engine told its listener. */
final class Heard implements RoutingListener {

  private final List<InboundCall> arrivals = new CopyOnWriteArrayList<>();
  private final List<RoutingAnswer> answers = new CopyOnWriteArrayList<>();
  private final List<Announced> announced = new CopyOnWriteArrayList<>();
  private final List<String> failures = new CopyOnWriteArrayList<>();
  private final Map<CallId, List<CallOutcome>> outcomes = new ConcurrentHashMap<>();
  private final Set<Visit> ended = ConcurrentHashMap.newKeySet();
  private final List<Answered> told = new CopyOnWriteArrayList<>();
  private final List<RingStarted> starts = new CopyOnWriteArrayList<>();
  private final List<RingStopped> stops = new CopyOnWriteArrayList<>();
  private final List<TalkEnded> talks = new CopyOnWriteArrayList<>();
  private final List<HungUp> hangUps = new CopyOnWriteArrayList<>();
  private final List<CallId> answered = new CopyOnWriteArrayList<>();

  @Override
  public void callArrived(InboundCall call, Visit visit) {
    arrivals.add(call);
  }

  @Override
  public void decided(RoutingAnswer answer) {
    answers.add(answer);
  }

  @Override
  public void announced(Announced told) {
    announced.add(told);
  }

  @Override
  public void delivering(RoutingAnswer answer) {
    answers.add(answer);
  }

  @Override
  public void answered(Answered told) {
    answered.add(told.visit().call());
    this.told.add(told);
  }

  @Override
  public void ringStarted(RingStarted ring) {
    starts.add(ring);
  }

  @Override
  public void ringEnded(RingStopped ring) {
    stops.add(ring);
  }

  @Override
  public void talkEnded(TalkEnded talk) {
    talks.add(talk);
  }

  @Override
  public void hungUp(HungUp hungUp) {
    hangUps.add(hungUp);
  }

  @Override
  public void ended(Visit visit, CallOutcome outcome, Duration waited) {
    if (!ended.add(visit)) {
      failures.add(visit + " ended twice");
    }
    outcomes.computeIfAbsent(visit.call(), first -> new CopyOnWriteArrayList<>()).add(outcome);
  }

  @Override
  public void failed(String what, RuntimeException failure) {
    failures.add(what + ": " + failure);
  }

  /** The calls in the order in which they reached the engine. */
  List<InboundCall> arrivals() {
    return List.copyOf(arrivals);
  }

  /** What callers were told, in order. */
  List<Announced> announced() {
    return List.copyOf(announced);
  }

  /** All decisions, in order. */
  List<RoutingAnswer> answers() {
    return List.copyOf(answers);
  }

  /** The decisions for calls to a number, in order. */
  List<RoutingAnswer> answersFor(String callerNumber) {
    List<CallId> calls =
        arrivals.stream()
            .filter(call -> call.caller().number().equals(callerNumber))
            .map(InboundCall::id)
            .toList();
    return answers.stream().filter(answer -> calls.contains(answer.call())).toList();
  }

  /** What was told of answers, in order. */
  List<Answered> told() {
    return List.copyOf(told);
  }

  /** The rings that started, in order. */
  List<RingStarted> starts() {
    return List.copyOf(starts);
  }

  /** The rings that stopped, in order. */
  List<RingStopped> stops() {
    return List.copyOf(stops);
  }

  /** The talks that are over, in order. */
  List<TalkEnded> talks() {
    return List.copyOf(talks);
  }

  /** Who hung up, in order. */
  List<HungUp> hangUps() {
    return List.copyOf(hangUps);
  }

  /** The calls in the order in which somebody answered them. */
  List<CallId> answered() {
    return List.copyOf(answered);
  }

  /** How the visits of each call ended, in order. */
  Map<CallId, List<CallOutcome>> outcomes() {
    return Map.copyOf(outcomes);
  }

  /** What failed inside the engine. */
  List<String> failures() {
    return List.copyOf(failures);
  }
}
