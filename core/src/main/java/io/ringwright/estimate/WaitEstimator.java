package io.ringwright.estimate;

import io.ringwright.call.CallId;
import io.ringwright.call.Destination;
import io.ringwright.call.EstimateScore;
import io.ringwright.call.WaitEstimate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
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

  /**
   * A waiting queue.
   *
   * @param destination what its calls wait for
   * @param observed what was seen of it
   */
  public record Queue(Destination destination, ObservedQueue.Data observed) {}

  /**
   * All that an estimator knows.
   *
   * @param queues in the order in which they were last joined, each destination once
   */
  public record Data(List<Queue> queues) {

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if a destination is there twice
     */
    public Data {
      queues = List.copyOf(queues);
      if (queues.stream().map(Queue::destination).distinct().count() < queues.size()) {
        throw new IllegalArgumentException(
            "expected each destination once, got "
                + queues.stream().map(Queue::destination).toList());
      }
    }
  }

  /** An estimator that has seen nothing. */
  public WaitEstimator() {}

  /**
   * An estimator that knows what another knew: from now on it says the same.
   *
   * @param data what the other knew
   */
  public WaitEstimator(Data data) {
    data.queues()
        .forEach(each -> queues.put(each.destination(), new ObservedQueue(each.observed())));
  }

  /**
   * An estimator that knows the same; what happens to one of the two does not change the other.
   *
   * @return the copy
   */
  public WaitEstimator copy() {
    WaitEstimator copy = new WaitEstimator();
    queues.forEach((destination, queue) -> copy.queues.put(destination, queue.copy()));
    return copy;
  }

  /**
   * All that is known here, as a value. Equal values give equal estimates and scores for equal
   * events ever after.
   *
   * @return the value
   */
  public Data data() {
    List<Queue> all = new ArrayList<>(queues.size());
    queues.forEach((destination, queue) -> all.add(new Queue(destination, queue.data())));
    return new Data(all);
  }

  /**
   * A call begins to wait. Of one that waits already, such as one that was offered a phone in vain,
   * the first estimate stays the one that is held against the truth.
   *
   * @param destination what it waits for
   * @param call which
   * @param position how many departures it takes until it is answered, its own included: those
   *     ahead in the queue, and those on the way to a phone. Asked for only if it matters
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
   * How good the estimates of one waiting queue were.
   *
   * @param destination what its calls wait for
   * @param score how good
   */
  public record Scored(Destination destination, EstimateScore score) {

    /**
     * The scores by destination.
     *
     * @param all each destination once
     * @return a map in the order of the list, which cannot be changed
     */
    public static Map<Destination, EstimateScore> map(List<Scored> all) {
      Map<Destination, EstimateScore> map = new LinkedHashMap<>(all.size() * 4 / 3 + 1);
      all.forEach(each -> map.put(each.destination(), each.score()));
      return Collections.unmodifiableMap(map);
    }
  }

  /**
   * How good the estimates were, for each waiting queue that is not forgotten. The scores stand
   * ready and only references are collected, so that whoever holds a lock holds it shortly; the
   * {@linkplain Scored#map map} can be made after that.
   *
   * @return a copy, in the order in which the queues were last joined
   */
  public List<Scored> scores() {
    List<Scored> scores = new ArrayList<>(queues.size());
    queues.forEach((destination, queue) -> scores.add(new Scored(destination, queue.score())));
    return Collections.unmodifiableList(scores);
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
