package io.ringwright.estimate;

import io.ringwright.call.CallId;
import io.ringwright.call.Destination;
import io.ringwright.call.EstimateScore;
import io.ringwright.call.WaitEstimate;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * Says how long a call will wait, from the pace at which its waiting queue was seen to move, and
 * keeps count of how often that came true.
 *
 * <p>The pace is that of the last departures, at most 50 and none older than an hour, counting only
 * the time in which somebody waited. A departure is a waiting call that is answered. Nothing is
 * asked about phones, talk times or members: whatever they share with other queues shows in the
 * pace. An estimate is {@linkplain io.ringwright.call.WaitEstimate.Unknown unknown}
 *
 * <ul>
 *   <li>with fewer than five departures, or all of them within a second;
 *   <li>half an hour after the last departure;
 *   <li>while the queue stands still: the gap since the last departure is one that its pace would
 *       show less than once in a thousand times;
 *   <li>if it may last longer than four hours.
 * </ul>
 *
 * <p>What it cannot know: callers of a higher priority who arrive later and go ahead; members who
 * log in or out, until the pace shows it; and required skills, where those behind are served first.
 *
 * <p>It learns from its errors: an interval that was missed grows on the side on which it was
 * missed, and shrinks while it holds, so that eight of ten waits end within it even where
 * departures do not come at random. The {@linkplain #scores() scores} tell how far that went.
 *
 * <p>Its memory is bounded: some kilobytes for each queue, some 100 bytes for each waiting call. A
 * queue in which nobody waits is forgotten, score included, an hour after its last event. No clock
 * and no randomness: equal events give equal estimates.
 *
 * <p>Thread safety: none; it is confined to the lock of whoever owns it.
 */
public final class WaitEstimator {

  /** In the order in which they were last joined, so that the first is the first to forget. */
  private final Map<Destination, ObservedQueue> queues = new LinkedHashMap<>();

  /** An estimator that has seen nothing. */
  public WaitEstimator() {}

  /**
   * A call begins to wait. Of one that waits already, such as one that was offered a phone in vain,
   * the first estimate stays the one that is held against the truth.
   *
   * @param destination what it waits for
   * @param call which
   * @param position how many departures it takes until it is answered, its own included: those
   *     ahead in line, and those who are being offered a phone. Asked for only if it matters
   * @param now the instant
   */
  public void joined(Destination destination, CallId call, IntSupplier position, Instant now) {
    forgetSilent(now);
    ObservedQueue queue =
        Optional.ofNullable(queues.remove(destination))
            .filter(known -> !known.over(now))
            .orElseGet(() -> new ObservedQueue(now));
    queues.put(destination, queue);
    if (!queue.knows(call)) {
      queue.joined(call, queue.estimate(position, now), now);
    }
  }

  /**
   * A waiting call was answered: a departure. A call that does not wait there is ignored.
   *
   * @param destination what it waited for
   * @param call which
   * @param now the instant; one before the last event, where the answer is told late, is bent to it
   */
  public void answered(Destination destination, CallId call, Instant now) {
    known(destination).ifPresent(queue -> queue.answered(call, now));
  }

  /**
   * A waiting call left without an answer: it hung up, overflowed, was withdrawn, or waits for
   * something else now. A call that does not wait there is ignored.
   *
   * @param destination what it waited for
   * @param call which
   * @param now the instant
   */
  public void gaveUp(Destination destination, CallId call, Instant now) {
    known(destination).ifPresent(queue -> queue.gaveUp(call, now));
  }

  /**
   * The expected wait, counted from now, of a call at a position. Changes nothing.
   *
   * @param destination what it waits for
   * @param position how many departures it takes until it is answered, at least 1
   * @param now the instant
   * @return an interval and what it rests on, or unknown
   */
  public WaitEstimate estimate(Destination destination, IntSupplier position, Instant now) {
    return known(destination)
        .map(queue -> queue.estimate(position, now))
        .orElseGet(WaitEstimate::unknown);
  }

  /**
   * How many calls joined and neither were answered nor left.
   *
   * @param destination what they wait for
   * @return zero or more
   */
  public int waiting(Destination destination) {
    return known(destination).map(ObservedQueue::waiting).orElse(0);
  }

  /**
   * How good the estimates were, for each waiting queue that is not forgotten.
   *
   * @return a copy
   */
  public Map<Destination, EstimateScore> scores() {
    Map<Destination, EstimateScore> scores = new HashMap<>();
    queues.forEach((destination, queue) -> scores.put(destination, queue.score()));
    return Map.copyOf(scores);
  }

  private Optional<ObservedQueue> known(Destination destination) {
    return Optional.ofNullable(queues.get(destination));
  }

  private void forgetSilent(Instant now) {
    Iterator<ObservedQueue> eldestFirst = queues.values().iterator();
    while (eldestFirst.hasNext()) {
      ObservedQueue queue = eldestFirst.next();
      if (!queue.silent(now)) {
        return;
      }
      if (queue.over(now)) {
        eldestFirst.remove();
      }
    }
  }
}
