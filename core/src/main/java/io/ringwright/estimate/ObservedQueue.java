package io.ringwright.estimate;

import io.ringwright.call.CallId;
import io.ringwright.call.Priority;
import io.ringwright.call.WaitEstimate;
import io.ringwright.call.WaitEstimate.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What was seen of one waiting queue: the last departures, and who waits. Belongs to its {@link
 * WaitEstimator}.
 *
 * <p>Thread safety: none; it is confined to the lock of whoever owns the estimator.
 */
public final class ObservedQueue {

  /** No more departures than this are remembered. */
  static final int MOST = 50;

  /** None older than this. */
  static final Duration MEMORY = Duration.ofHours(1);

  /** A queue that showed no departure for so long may move at another pace by now. */
  static final Duration STALE = Duration.ofMinutes(30);

  /**
   * A call that waits, and what was expected of it.
   *
   * @param call which
   * @param expected when it joined
   */
  public record Waiting(CallId call, Expectation expected) {}

  /**
   * After so many seconds in which somebody waited, a caller who joined counts for e times less.
   */
  private static final double FADING = 1800;

  /**
   * All that is known of one waiting queue.
   *
   * @param gaps those that a departure ended, first to last, at most 50
   * @param open the one that is not over
   * @param departed how many departures there were; those of long ago count for less
   * @param waiting who waits, by the text of the call's identity, each once
   * @param classes the callers by priority, highest first, each once
   */
  public record Data(
      List<Gap> gaps,
      Gap open,
      double departed,
      List<Waiting> waiting,
      List<PriorityClass> classes) {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if there are too many gaps, or a number is below zero
     */
    public Data {
      gaps = List.copyOf(gaps);
      waiting = List.copyOf(waiting);
      classes = List.copyOf(classes);
      if (!(departed >= 0)) {
        throw new IllegalArgumentException(departed + " departures: expected zero or more");
      }
      if (gaps.size() > MOST) {
        throw new IllegalArgumentException(
            gaps.size() + " gaps are too many: expected at most " + MOST);
      }
    }
  }

  private final Deque<Gap> gaps;
  private final Map<CallId, Expectation> waiting;
  private final TreeMap<Priority, PriorityClass> classes = new TreeMap<>();
  private double departed;
  private Gap open;

  ObservedQueue(Instant now) {
    this(new Data(List.of(), Gap.opened(now), 0, List.of(), List.of()));
  }

  ObservedQueue(Data data) {
    this.gaps = new ArrayDeque<>(data.gaps());
    this.waiting = new HashMap<>();
    this.departed = data.departed();
    this.open = data.open();
    data.classes().forEach(each -> classes.put(each.priority(), each));
    data.waiting().forEach(each -> waiting.put(each.call(), each.expected()));
  }

  private ObservedQueue(ObservedQueue other) {
    this.gaps = new ArrayDeque<>(other.gaps);
    this.waiting = new HashMap<>(other.waiting);
    this.departed = other.departed;
    this.open = other.open;
    this.classes.putAll(other.classes);
  }

  ObservedQueue copy() {
    return new ObservedQueue(this);
  }

  Data data() {
    return captured().get();
  }

  /**
   * What is known now. Quick: it copies references; whoever asks for the value makes it, in any
   * thread.
   *
   * @return gives the same value, whatever happens in the queue meanwhile
   */
  public Supplier<Data> captured() {
    List<Gap> ended = List.copyOf(gaps);
    Gap last = open;
    double departures = departed;
    // An entry is taken out, and never changed.
    List<Map.Entry<CallId, Expectation>> there = new ArrayList<>(waiting.entrySet());
    List<PriorityClass> callers = classes();
    return () -> new Data(ended, last, departures, sorted(there), callers);
  }

  private static List<Waiting> sorted(List<Map.Entry<CallId, Expectation>> entries) {
    return entries.stream()
        .map(each -> new Waiting(each.getKey(), each.getValue()))
        .sorted(Comparator.comparing(each -> each.call().value()))
        .toList();
  }

  void joined(CallId call, Priority priority, WaitEstimate estimate, Instant now) {
    if (!waiting.containsKey(call)) {
      advance(now);
      PriorityClass known = known(priority);
      // The first to wait is not one of those who arrive while somebody waits.
      classes.put(priority, waiting.isEmpty() ? known : known.withOneMore());
      waiting.put(call, Expectation.of(priority, now, estimate));
    }
  }

  void answered(CallId call, Instant now) {
    advance(now);
    Expectation expected = waiting.remove(call);
    if (expected != null) {
      departed++;
      learn(expected, sheet -> sheet.answered(expected, waited(expected, now)));
      close(now);
    }
  }

  void gaveUp(CallId call, Instant now) {
    advance(now);
    Expectation expected = waiting.remove(call);
    if (expected != null) {
      learn(expected, sheet -> sheet.gaveUp(expected, waited(expected, now)));
      open = open.withOneGone();
    }
  }

  private static Duration waited(Expectation expected, Instant now) {
    return Duration.between(expected.since(), now);
  }

  private void learn(Expectation expected, UnaryOperator<ScoreSheet> lesson) {
    PriorityClass known = known(expected.priority());
    classes.put(known.priority(), known.with(lesson.apply(known.sheet())));
  }

  private PriorityClass known(Priority priority) {
    return classes.getOrDefault(priority, PriorityClass.of(priority));
  }

  boolean knows(CallId call) {
    return waiting.containsKey(call);
  }

  WaitEstimate estimate(Standing standing, Instant now) {
    if (gaps.isEmpty()) {
      return WaitEstimate.unknown();
    }
    if (gaps.getLast().end().plus(STALE).isBefore(now)) {
      return new Unknown("nobody was answered for " + STALE.toMinutes() + " min");
    }
    Pace pace = pace(now);
    double still = open.until(now, waiting.size()).busy();
    if (pace.standsStill(still)) {
      return new Unknown(
          "stands still: callers wait for " + Pace.words(still) + " without a departure");
    }
    Spread spread = known(standing.priority()).sheet().spread();
    return pace.at(standing.position().getAsInt(), overtaking(standing, now), spread);
  }

  /** Who joined of late and would go ahead, for each departure. */
  private Overtaking overtaking(Standing standing, Instant now) {
    List<Overtaking.Stream> streams = new ArrayList<>();
    for (PriorityClass each : classes.headMap(standing.priority()).values()) {
      double seconds = standing.overtakenFor(each.priority(), now);
      if (seconds > 0 && each.joined() > 0 && departed > 0) {
        streams.add(new Overtaking.Stream(each.joined() / departed, seconds));
      }
    }
    return streams.isEmpty() ? Overtaking.NONE : new Overtaking(streams, departed);
  }

  /** The scores by priority, highest first. */
  List<PriorityClass> classes() {
    return List.copyOf(classes.values());
  }

  /** Whether nothing happened for as long as anything is remembered. */
  boolean silent(Instant now) {
    return open.end().plus(MEMORY).isBefore(now);
  }

  /** Whether nobody waits for more to happen either. */
  boolean over(Instant now) {
    return silent(now) && waiting.isEmpty();
  }

  int waiting() {
    return waiting.size();
  }

  private void advance(Instant now) {
    double before = open.busy();
    open = open.until(now, waiting.size());
    if (open.busy() > before) {
      double share = StrictMath.exp((before - open.busy()) / FADING);
      departed *= share;
      classes.replaceAll((priority, known) -> known.after(share));
    }
  }

  private void close(Instant now) {
    if (pace(now).standsStill(open.busy())) {
      // Before and after a standstill the pace need not be the same: begin anew.
      gaps.clear();
    } else {
      gaps.addLast(open);
      forgetLateStart(now);
    }
    while (gaps.size() > MOST || (!gaps.isEmpty() && gaps.getFirst().isOld(now))) {
      gaps.removeFirst();
    }
    open = Gap.opened(open.end());
  }

  /** Those who waited before the house opened saw a standstill too; later gaps give it away. */
  private void forgetLateStart(Instant now) {
    Gap first = gaps.removeFirst();
    if (!pace(now).standsStill(first.busy())) {
      gaps.addFirst(first);
    }
  }

  private Pace pace(Instant now) {
    return Pace.of(gaps, now);
  }
}
