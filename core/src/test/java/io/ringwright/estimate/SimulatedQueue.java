package io.ringwright.estimate;

import io.ringwright.call.CallId;
import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.EstimateScore;
import io.ringwright.call.Priority;
import io.ringwright.waiting.Place;
import io.ringwright.waiting.QueueOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;

/**
 * One waiting queue before a few phones: random arrivals, talks, patience and priorities; of equal
 * priority, first come first. A second queue may share the phones: one order holds over both.
 */
final class SimulatedQueue {

  static final Destination LINE = new Destination.ToHuntGroup(DirectoryNumber.of("500"));
  static final Destination OTHER = new Destination.ToHuntGroup(DirectoryNumber.of("501"));

  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  /** Who waits: the place gives the order. */
  private record Caller(int call, Destination queue, Place place) {}

  private enum Kind {
    ARRIVAL,
    TALK_ENDS,
    PATIENCE_ENDS
  }

  private record Event(double at, Kind kind, int call) implements Comparable<Event> {
    @Override
    public int compareTo(Event other) {
      return Double.compare(at, other.at);
    }
  }

  private final WaitEstimator estimator = new WaitEstimator();
  private final PriorityQueue<Event> events = new PriorityQueue<>();
  private final List<Caller> waiting = new ArrayList<>();
  private final QueueOrder order;
  private final double[] rates;
  private double[] otherRates = {};
  private final SplittableRandom random;
  private final DoubleUnaryOperator talk;
  private final double meanPatience;
  private int free;

  /**
   * A queue.
   *
   * @param seed of its randomness
   * @param phones how many
   * @param talk the length of a talk in seconds, from a draw between 0 and 1
   * @param meanPatience seconds
   */
  SimulatedQueue(long seed, int phones, DoubleUnaryOperator talk, double meanPatience) {
    this(seed, phones, talk, meanPatience, QueueOrder.STRICT, 0, 0, 0, 0, 1);
  }

  /** The same, with so many callers of priority 1, 2 and so on, in relation to each other. */
  SimulatedQueue(
      long seed,
      int phones,
      DoubleUnaryOperator talk,
      double meanPatience,
      QueueOrder order,
      double... shares) {
    this.order = order;
    this.rates = shares.clone();
    this.random = new SplittableRandom(seed);
    this.free = phones;
    this.talk = talk;
    this.meanPatience = meanPatience;
  }

  /**
   * A second queue takes the same phones.
   *
   * @param shares of its callers of priority 1, 2 and so on, in relation to those of the first
   */
  SimulatedQueue besides(double... shares) {
    otherRates = shares.clone();
    return this;
  }

  static DoubleUnaryOperator atRandom(double mean) {
    return draw -> -mean * Math.log1p(-draw);
  }

  /** Lets so many callers arrive, on average that many seconds apart, until all have left. */
  EstimateScore run(int calls, double meanGap) {
    play(calls, call -> meanGap);
    return WaitEstimator.Scored.map(estimator.scores()).getOrDefault(LINE, EstimateScore.NONE);
  }

  /** The scores by priority, where the mean gap before each call can differ. */
  Map<Priority, EstimateScore> play(int calls, IntToDoubleFunction meanGap) {
    double at = 0;
    for (int call = 0; call < calls; call++) {
      at += atRandom(meanGap.applyAsDouble(call)).applyAsDouble(random.nextDouble());
      events.add(new Event(at, Kind.ARRIVAL, call));
    }
    while (!events.isEmpty()) {
      happen(events.remove());
    }
    return scores(LINE);
  }

  /** The scores of one of the queues by priority. */
  Map<Priority, EstimateScore> scores(Destination queue) {
    return WaitEstimator.Scored.byPriority(estimator.scores()).getOrDefault(queue, Map.of());
  }

  private void happen(Event event) {
    switch (event.kind()) {
      case ARRIVAL -> arrive(event);
      case TALK_ENDS -> talkEnds(event.at());
      case PATIENCE_ENDS -> patienceEnds(event);
    }
  }

  private void arrive(Event event) {
    if (free > 0) {
      free--;
      startTalk(event.at());
      return;
    }
    Caller caller = drawn(event);
    waiting.add(caller);
    waiting.sort((one, other) -> order.compare(one.place(), other.place()));
    Standing standing =
        new Standing(
            caller.place().priority(), caller.place().since(), order, () -> position(caller));
    estimator.joined(caller.queue(), id(event.call()), standing, instant(event.at()));
    double patience = atRandom(meanPatience).applyAsDouble(random.nextDouble());
    events.add(new Event(event.at() + patience, Kind.PATIENCE_ENDS, event.call()));
  }

  private void talkEnds(double now) {
    if (waiting.isEmpty()) {
      free++;
      return;
    }
    Caller next = waiting.remove(0);
    estimator.answered(next.queue(), id(next.call()), instant(now));
    startTalk(now);
  }

  private void patienceEnds(Event event) {
    waiting.stream()
        .filter(each -> each.call() == event.call())
        .findFirst()
        .ifPresent(
            caller -> {
              waiting.remove(caller);
              estimator.gaveUp(caller.queue(), id(event.call()), instant(event.at()));
            });
  }

  private int position(Caller caller) {
    List<Caller> same = waiting.stream().filter(it -> it.queue().equals(caller.queue())).toList();
    return same.indexOf(caller) + 1;
  }

  private Caller drawn(Event event) {
    double own = Arrays.stream(rates).sum();
    double all = own + Arrays.stream(otherRates).sum();
    boolean isOwn = otherRates.length == 0 || random.nextDouble() * all < own;
    Place place =
        new Place(priority(isOwn ? rates : otherRates), instant(event.at()), event.call());
    return new Caller(event.call(), isOwn ? LINE : OTHER, place);
  }

  private Priority priority(double... shares) {
    if (otherRates.length == 0 && Arrays.stream(shares).filter(rate -> rate > 0).count() == 1) {
      return Priority.NORMAL;
    }
    double drawn = random.nextDouble() * Arrays.stream(shares).sum();
    int level = 0;
    while (level < shares.length - 1 && drawn >= shares[level]) {
      drawn -= shares[level++];
    }
    return Priority.of(level + 1);
  }

  private void startTalk(double now) {
    double length = talk.applyAsDouble(random.nextDouble());
    events.add(new Event(now + length, Kind.TALK_ENDS, -1));
  }

  private static CallId id(int call) {
    return CallId.of("call-" + call);
  }

  private static Instant instant(double seconds) {
    return START.plus(Duration.ofNanos(Math.round(seconds * 1e9)));
  }
}
