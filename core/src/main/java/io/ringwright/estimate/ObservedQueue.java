package io.ringwright.estimate;

import io.ringwright.call.CallId;
import io.ringwright.call.EstimateScore;
import io.ringwright.call.WaitEstimate;
import io.ringwright.call.WaitEstimate.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntSupplier;

/**
 * What was seen of one waiting queue: the last departures, and who waits. Belongs to its {@link
 * WaitEstimator}.
 */
final class ObservedQueue {

  /** No more departures than this are remembered. */
  static final int MOST = 50;

  /** None older than this. */
  static final Duration MEMORY = Duration.ofHours(1);

  /** A queue that showed no departure for so long may move at another pace by now. */
  static final Duration STALE = Duration.ofMinutes(30);

  /**
   * From one departure to the next, counting only the time in which somebody waited.
   *
   * @param end when the departure was that ended it
   * @param busy seconds in which somebody waited
   * @param gaveUp how many left without an answer
   * @param waited seconds waited, summed over callers
   */
  private record Gap(Instant end, double busy, int gaveUp, double waited) {

    static Gap opened(Instant now) {
      return new Gap(now, 0, 0, 0);
    }

    Gap until(Instant now, int waiting) {
      if (!now.isAfter(end)) {
        return this;
      }
      double seconds = waiting == 0 ? 0 : seconds(Duration.between(end, now));
      return new Gap(now, busy + seconds, gaveUp, waited + seconds * waiting);
    }

    Gap withOneGone() {
      return new Gap(end, busy, gaveUp + 1, waited);
    }

    boolean isOld(Instant now) {
      return end.plus(MEMORY).isBefore(now);
    }

    private static double seconds(Duration passed) {
      return passed.toSeconds() + passed.toNanosPart() / 1e9;
    }
  }

  private final Deque<Gap> gaps = new ArrayDeque<>();
  private final Map<CallId, Expectation> waiting = new HashMap<>();
  private final ScoreSheet sheet = new ScoreSheet();
  private Gap open;

  ObservedQueue(Instant now) {
    this.open = Gap.opened(now);
  }

  void joined(CallId call, WaitEstimate estimate, Instant now) {
    if (!waiting.containsKey(call)) {
      advance(now);
      waiting.put(call, Expectation.of(now, estimate));
    }
  }

  void answered(CallId call, Instant now) {
    advance(now);
    Expectation expected = waiting.remove(call);
    if (expected != null) {
      sheet.answered(expected, Duration.between(expected.since(), now));
      close(now);
    }
  }

  void gaveUp(CallId call, Instant now) {
    advance(now);
    Expectation expected = waiting.remove(call);
    if (expected != null) {
      sheet.gaveUp(expected, Duration.between(expected.since(), now));
      open = open.withOneGone();
    }
  }

  boolean knows(CallId call) {
    return waiting.containsKey(call);
  }

  WaitEstimate estimate(IntSupplier position, Instant now) {
    if (gaps.isEmpty()) {
      return WaitEstimate.unknown();
    }
    if (gaps.getLast().end().plus(STALE).isBefore(now)) {
      return new Unknown("nobody was answered for " + STALE.toMinutes() + " min");
    }
    Pace pace = pace(now);
    double standing = open.until(now, waiting.size()).busy();
    if (pace.standsStill(standing)) {
      return new Unknown(
          "stands still: callers wait for " + Pace.words(standing) + " without a departure");
    }
    return pace.at(position.getAsInt(), sheet.spread());
  }

  EstimateScore score() {
    return sheet.score();
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
    open = open.until(now, waiting.size());
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
    int departures = 0;
    double busy = 0;
    int gaveUp = 0;
    double waited = 0;
    for (Gap gap : gaps) {
      if (!gap.isOld(now)) {
        departures++;
        busy += gap.busy();
        gaveUp += gap.gaveUp();
        waited += gap.waited();
      }
    }
    return new Pace(departures, busy, gaveUp, waited);
  }
}
