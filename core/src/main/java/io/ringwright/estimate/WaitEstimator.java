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

  /** In the order in which they were last heard of, so that the first is the first to forget. */
  private final Map<Destination, ObservedQueue> queues = new LinkedHashMap<>(16, 0.75f, true);

  /** An estimator that has seen nothing. */
  public WaitEstimator() {}

  /**
   * A call begins to wait. Of one that waits already, such as one that was offered a phone in vain,
   * still the first estimate is held against the truth.
   *
   * @param destination what it waits for
   * @param call which
   * @param position how many departures it takes until it is answered: 1 if it is next; those ahead
   *     who are being offered a phone count until they are answered
   * @param now the instant
   * @return the expected wait from now
   * @throws IllegalArgumentException if the position is below 1
   */
  public WaitEstimate joined(Destination destination, CallId call, int position, Instant now) {
    forgetSilent(now);
    WaitEstimate estimate = estimate(destination, position, now);
    queues.computeIfAbsent(destination, to -> new ObservedQueue(now)).joined(call, estimate, now);
    return estimate;
  }

  /**
   * A waiting call was answered: a departure. A call that does not wait there is ignored.
   *
   * @param destination what it waited for
   * @param call which
   * @param now the instant
   */
  public void answered(Destination destination, CallId call, Instant now) {
    ObservedQueue queue = queues.get(destination);
    if (queue != null) {
      queue.answered(call, now);
    }
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
    ObservedQueue queue = queues.get(destination);
    if (queue != null) {
      queue.gaveUp(call, now);
    }
  }

  /**
   * The expected wait, counted from now, of a call at a position.
   *
   * @param destination what it waits for
   * @param position how many departures it takes until it is answered: 1 if it is next
   * @param now the instant
   * @return an interval and what it rests on, or unknown
   * @throws IllegalArgumentException if the position is below 1
   */
  public WaitEstimate estimate(Destination destination, int position, Instant now) {
    if (position < 1) {
      throw new IllegalArgumentException(
          "position " + position + " is not valid: expected 1 or more");
    }
    ObservedQueue queue = queues.get(destination);
    return queue == null ? WaitEstimate.unknown() : queue.estimate(position, now);
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

  private void forgetSilent(Instant now) {
    Iterator<ObservedQueue> eldestFirst = queues.values().iterator();
    while (eldestFirst.hasNext()) {
      ObservedQueue queue = eldestFirst.next();
      if (!queue.silent(now)) {
        return;
      }
      if (queue.isEmpty()) {
        eldestFirst.remove();
      }
    }
  }
}
