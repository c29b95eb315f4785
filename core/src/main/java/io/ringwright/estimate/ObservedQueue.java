package io.ringwright.estimate;

import io.ringwright.call.CallId;
import io.ringwright.call.EstimateScore;
import io.ringwright.call.WaitEstimate;
import io.ringwright.call.WaitEstimate.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;

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
   * All that is known of one waiting queue.
   *
   * @param gaps those that a departure ended, first to last, at most 50
   * @param open the one that is not over
   * @param waiting who waits, by the text of the call's identity, each once
   * @param sheet how good the estimates were
   */
  public record Data(List<Gap> gaps, Gap open, List<Waiting> waiting, ScoreSheet sheet) {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if there are too many gaps
     */
    public Data {
      gaps = List.copyOf(gaps);
      waiting = List.copyOf(waiting);
      if (gaps.size() > MOST) {
        throw new IllegalArgumentException(
            gaps.size() + " gaps are too many: expected at most " + MOST);
      }
    }
  }

  private final Deque<Gap> gaps;
  private final Map<CallId, Expectation> waiting;
  private ScoreSheet sheet;
  private Gap open;

  ObservedQueue(Instant now) {
    this(new Data(List.of(), Gap.opened(now), List.of(), ScoreSheet.NEW));
  }

  ObservedQueue(Data data) {
    this.gaps = new ArrayDeque<>(data.gaps());
    this.waiting = new HashMap<>();
    this.sheet = data.sheet();
    this.open = data.open();
    data.waiting().forEach(each -> waiting.put(each.call(), each.expected()));
  }

  private ObservedQueue(ObservedQueue other) {
    this.gaps = new ArrayDeque<>(other.gaps);
    this.waiting = new HashMap<>(other.waiting);
    this.sheet = other.sheet;
    this.open = other.open;
  }

  ObservedQueue copy() {
    return new ObservedQueue(this);
  }

  Data data() {
    List<Waiting> all =
        waiting.entrySet().stream()
            .map(each -> new Waiting(each.getKey(), each.getValue()))
            .sorted(Comparator.comparing(each -> each.call().value()))
            .toList();
    return new Data(List.copyOf(gaps), open, all, sheet);
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
      sheet = sheet.answered(expected, Duration.between(expected.since(), now));
      close(now);
    }
  }

  void gaveUp(CallId call, Instant now) {
    advance(now);
    Expectation expected = waiting.remove(call);
    if (expected != null) {
      sheet = sheet.gaveUp(expected, Duration.between(expected.since(), now));
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
