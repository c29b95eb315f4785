package io.ringwright.faults;

import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.Party;
import io.ringwright.call.RingTarget;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.call.Visit;
import io.ringwright.port.RoutingListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the engine told of calls, over all its runs, and what was wrong with it. It knows nothing of
 * the engine but this.
 */
final class Book implements RoutingListener {

  private final VirtualTimeline timeline;
  private final Story story;
  private final Map<CallId, Visit> open = new HashMap<>();
  private final Map<Visit, CallOutcome> ended = new HashMap<>();
  private final Map<CallId, List<CallOutcome>> ends = new HashMap<>();
  private final Map<CallId, Long> lastRung = new HashMap<>();
  private final Set<CallId> known = new HashSet<>();
  private final Set<CallId> tookOver = new HashSet<>();
  private final Set<CallId> delivered = new HashSet<>();
  private final Set<CallId> interrupted = new HashSet<>();
  private final List<String> mistakes = new ArrayList<>();
  private Consumer<CallId> arrivals = call -> {};
  private Consumer<CallId> deliveries = call -> {};
  private Optional<CallId> sentOn = Optional.empty();
  private int answers;
  private boolean mayRepeat;
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

  /**
   * The process was killed: what was under way may be told anew, or never.
   *
   * @param owed whether something was told that was not kept
   */
  void killed(boolean owed) {
    interrupted.addAll(open.keySet());
    open.clear();
    sentOn = Optional.empty();
    mayRepeat |= owed;
  }

  private void mistake(String what) {
    mistakes.add(what);
  }

  @Override
  public void callArrived(InboundCall call, Visit visit) {
    story.tell("engine: " + visit + " arrives");
    arrivals.accept(visit.call());
    if (sentOn.filter(other -> !other.equals(visit.call())).isPresent()) {
      mistake(visit + " begins, and not the next of " + sentOn.get());
    }
    sentOn = Optional.empty();
    if (open.containsKey(visit.call())) {
      mistake(visit + " begins before the end of " + open.get(visit.call()));
    }
    open.put(visit.call(), visit);
    known.add(visit.call());
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
  public void answered(CallId call, DirectoryNumber extension, Duration waited) {
    answers++;
    story.tell("engine: " + call + " answered by " + extension);
  }

  @Override
  public void answeredByOutsider(CallId call, Party by, Duration waited) {
    answers++;
    story.tell("engine: " + call + " answered by outsider " + by);
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
    sentOn.ifPresent(call -> mistake(visit + " ends before the next of " + call + " begins"));
    sentOn = outcome.goesOn() ? Optional.of(visit.call()) : Optional.empty();
    CallOutcome before = ended.put(visit, outcome);
    if (before != null && !mayRepeat) {
      mistake(visit + " ends twice: " + before + ", then " + outcome);
    }
    if (outcome == CallOutcome.LOST) {
      mistake(visit + " is lost");
    }
    Visit begun = open.remove(visit.call());
    if (begun != null && !begun.equals(visit) && !mayRepeat) {
      mistake(visit + " ends while " + begun + " is there");
    }
    ends.computeIfAbsent(visit.call(), first -> new ArrayList<>()).add(outcome);
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

  /** Whether something was told that a kill took back: it may be told again. */
  boolean mayRepeat() {
    return mayRepeat;
  }

  /** The engine was killed while this call was there. */
  void interrupt(CallId call) {
    interrupted.add(call);
  }

  /** Whether it ever knew the call. */
  boolean everKnew(CallId call) {
    return known.contains(call);
  }

  /** Whether the engine was killed while it knew this call. */
  boolean wasInterrupted(CallId call) {
    return interrupted.contains(call);
  }

  /** How the visits of a call ended. */
  List<CallOutcome> endsOf(CallId call) {
    return ends.getOrDefault(call, List.of());
  }

  /** Whether a call was ever delivered. */
  boolean isDelivered(CallId call) {
    return delivered.contains(call);
  }

  /** How many visits have ended. */
  int endings() {
    return ended.size();
  }

  /** Whether a call of this name has ended. */
  boolean hasEnded(String call) {
    return ends.keySet().stream().anyMatch(each -> each.value().equals(call));
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
