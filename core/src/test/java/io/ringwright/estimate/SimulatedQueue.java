package io.ringwright.estimate;

import io.ringwright.call.CallId;
import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.EstimateScore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/** One waiting queue before a few phones: random arrivals, talks and patience, first come first. */
final class SimulatedQueue {

  static final Destination LINE = new Destination.ToHuntGroup(DirectoryNumber.of("500"));

  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

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
  private final List<Integer> waiting = new ArrayList<>();
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
    this.random = new SplittableRandom(seed);
    this.free = phones;
    this.talk = talk;
    this.meanPatience = meanPatience;
  }

  static DoubleUnaryOperator atRandom(double mean) {
    return draw -> -mean * Math.log1p(-draw);
  }

  /** Lets so many callers arrive, on average that many seconds apart, until all have left. */
  EstimateScore run(int calls, double meanGap) {
    double at = 0;
    for (int call = 0; call < calls; call++) {
      at += atRandom(meanGap).applyAsDouble(random.nextDouble());
      events.add(new Event(at, Kind.ARRIVAL, call));
    }
    while (!events.isEmpty()) {
      happen(events.remove());
    }
    return WaitEstimator.Scored.map(estimator.scores()).getOrDefault(LINE, EstimateScore.NONE);
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
    waiting.add(event.call());
    estimator.joined(LINE, id(event.call()), waiting::size, instant(event.at()));
    double patience = atRandom(meanPatience).applyAsDouble(random.nextDouble());
    events.add(new Event(event.at() + patience, Kind.PATIENCE_ENDS, event.call()));
  }

  private void talkEnds(double now) {
    if (waiting.isEmpty()) {
      free++;
      return;
    }
    estimator.answered(LINE, id(waiting.remove(0)), instant(now));
    startTalk(now);
  }

  private void patienceEnds(Event event) {
    if (waiting.remove((Integer) event.call())) {
      estimator.gaveUp(LINE, id(event.call()), instant(event.at()));
    }
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
