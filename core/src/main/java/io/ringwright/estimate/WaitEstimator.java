package io.ringwright.estimate;

import io.ringwright.call.CallId;
import io.ringwright.call.Destination;
import io.ringwright.call.EstimateScore;
import io.ringwright.call.Priority;
import io.ringwright.call.WaitEstimate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

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
 * <p>Callers of a higher priority who will arrive and go ahead are counted in, as many as joined of
 * late while somebody waited: those of half an hour of waiting ago count for a third. Where those
 * of another queue go ahead, this shows in the pace, and in how unevenly departures come. What
 * cannot be known: members who log in or out, until the pace shows it; and required skills, where
 * those behind are served first.
 *
 * <p>It learns from its errors: an interval that was missed grows on the side on which it was
 * missed, and shrinks while it holds, so that eight of ten waits end within it even where
 * departures do not come at random, for each priority by itself. The {@linkplain #scores() scores}
 * tell how far that went.
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
   * The queues of which anything is known.
   *
   * @return in the order in which they were last joined, a copy; what is seen of a queue goes on
   *     changing
   */
  public Map<Destination, ObservedQueue> observed() {
    return new LinkedHashMap<>(queues);
  }

  /**
   * A call begins to wait. Of one that waits already, such as one that was offered a phone in vain,
   * the first estimate stays the one that is held against the truth.
   *
   * @param destination what it waits for
   * @param call which
   * @param standing how it stands in the queue
   * @param now the instant
   */
  public void joined(Destination destination, CallId call, Standing standing, Instant now) {
    forgetSilent(now);
    ObservedQueue queue =
        Optional.ofNullable(queues.remove(destination))
            .filter(known -> !known.over(now))
            .orElseGet(() -> new ObservedQueue(now));
    queues.put(destination, queue);
    if (!queue.knows(call)) {
      queue.joined(call, standing.priority(), queue.estimate(standing, now), now);
    }
  }

  /**
   * The queues of which nothing was seen for as long as anything is remembered. Those of them in
   * which nobody waits are forgotten when the next call joins any queue.
   *
   * @param now the instant
   * @return a copy, in the order in which they were last joined, up to the first that is not silent
   */
  public List<Destination> silent(Instant now) {
    return queues.entrySet().stream()
        .takeWhile(each -> each.getValue().silent(now))
        .map(Map.Entry::getKey)
        .toList();
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
   * The expected wait, counted from now, of a call. Changes nothing.
   *
   * @param destination what it waits for
   * @param standing how it stands in the queue
   * @param now the instant
   * @return an interval and what it rests on, or unknown
   */
  public WaitEstimate estimate(Destination destination, Standing standing, Instant now) {
    return known(destination)
        .map(queue -> queue.estimate(standing, now))
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
   * @param classes its callers by priority, highest first
   */
  public record Scored(Destination destination, List<PriorityClass> classes) {

    /**
     * The scores by destination.
     *
     * @param all each destination once
     * @return a map in the order of the list, which cannot be changed
     */
    public static Map<Destination, EstimateScore> map(List<Scored> all) {
      return mapped(all, Scored::sum);
    }

    /**
     * The scores by destination and priority.
     *
     * @param all each destination once
     * @return a map in the order of the list, and for each of them one with the highest priority
     *     first; they cannot be changed
     */
    public static Map<Destination, Map<Priority, EstimateScore>> byPriority(List<Scored> all) {
      return mapped(all, Scored::scores);
    }

    private static <T> Map<Destination, T> mapped(List<Scored> all, Function<Scored, T> value) {
      Map<Destination, T> map = new LinkedHashMap<>(all.size() * 4 / 3 + 1);
      all.forEach(each -> map.put(each.destination(), value.apply(each)));
      return Collections.unmodifiableMap(map);
    }

    private EstimateScore sum() {
      return classes.stream()
          .map(PriorityClass::sheet)
          .reduce(ScoreSheet.NEW, ScoreSheet::plus)
          .score();
    }

    private Map<Priority, EstimateScore> scores() {
      Map<Priority, EstimateScore> scores = new LinkedHashMap<>();
      classes.forEach(each -> scores.put(each.priority(), each.sheet().score()));
      return Collections.unmodifiableMap(scores);
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
    queues.forEach((destination, queue) -> scores.add(new Scored(destination, queue.classes())));
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
