package io.ringwright.engine.state;

import io.ringwright.call.Destination;
import io.ringwright.call.Priority;
import io.ringwright.call.WaitEstimate;
import io.ringwright.engine.state.CallPhase.Waiting;
import io.ringwright.estimate.ObservedQueue;
import io.ringwright.estimate.Standing;
import io.ringwright.estimate.WaitEstimator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;

/**
 * How long waiting calls are expected to wait: tells the estimator who joins and leaves the queues.
 *
 * <p>Thread safety: confined to the owner of the state.
 */
public final class ExpectedWaits {

  private final WaitEstimator estimator;
  private final WaitingCalls waiting;

  /**
   * Nothing was seen yet.
   *
   * @param waiting who waits
   */
  public ExpectedWaits(WaitingCalls waiting) {
    this(waiting, new WaitEstimator());
  }

  /**
   * As written down.
   *
   * @param waiting who waits
   * @param estimator what was seen
   */
  public ExpectedWaits(WaitingCalls waiting, WaitEstimator.Data estimator) {
    this(waiting, new WaitEstimator(estimator));
  }

  private ExpectedWaits(WaitingCalls waiting, WaitEstimator estimator) {
    this.waiting = waiting;
    this.estimator = estimator;
  }

  /**
   * The same, of a copy of the waiting calls; what happens to one of the two does not change the
   * other.
   *
   * @param other the copy of the waiting calls
   * @return the copy
   */
  public ExpectedWaits copy(WaitingCalls other) {
    return new ExpectedWaits(other, estimator.copy());
  }

  /**
   * All that is known here and not with the waiting calls, as a value.
   *
   * @return equal exactly where the same is known
   */
  public WaitEstimator.Data estimator() {
    return estimator.data();
  }

  /** The queues of which anything was seen, in the order in which they were last joined; a copy. */
  Map<Destination, ObservedQueue> observed() {
    return estimator.observed();
  }

  /**
   * The call is about to join its queue, for the first time or again.
   *
   * @param file the call
   * @param now the instant
   */
  public void joins(Call file, Instant now) {
    waiting.announce(file.wanted());
    if (waiting.isWatched()) {
      estimator.silent(now).forEach(waiting::announce); // They may be forgotten now.
    }
    estimator.joined(file.wanted(), file.id(), standing(file), now);
  }

  /**
   * Somebody answered the call.
   *
   * @param file the call
   * @param at the instant, as far as anybody said
   */
  public void answered(Call file, Instant at) {
    waiting.announce(file.wanted());
    estimator.answered(file.wanted(), file.id(), at);
  }

  /**
   * The call no longer waits for what it waited for. Means nothing if it was answered.
   *
   * @param file the call
   * @param now the instant
   */
  public void leaves(Call file, Instant now) {
    waiting.announce(file.wanted());
    estimator.gaveUp(file.wanted(), file.id(), now);
  }

  /**
   * How long the call will go on waiting, or would wait if it does not wait yet.
   *
   * @param file the call
   * @param now the instant
   * @return an interval and what it rests on, or unknown
   */
  public WaitEstimate of(Call file, Instant now) {
    return estimator.estimate(file.wanted(), standing(file), now);
  }

  /** How long a caller of the usual priority who joined behind all others would wait. */
  public WaitEstimate ofNewcomer(Destination destination, Instant now) {
    IntSupplier last =
        () -> Math.max(estimator.waiting(destination), waiting.length(destination)) + 1;
    Standing standing = new Standing(Priority.NORMAL, now, waiting.places(), last);
    return estimator.estimate(destination, standing, now);
  }

  private Standing standing(Call file) {
    return new Standing(
        file.place().priority(), file.place().since(), waiting.places(), () -> departures(file));
  }

  /**
   * How good the estimates were.
   *
   * @return one score for each destination that calls waited for, a copy
   */
  public List<WaitEstimator.Scored> scores() {
    return estimator.scores();
  }

  /**
   * Up to the call's own: those ahead in the queue, and those on the way to a phone who were in it
   * before.
   */
  private int departures(Call file) {
    int unanswered = estimator.waiting(file.wanted());
    int itself = file.phase() instanceof Waiting ? 0 : 1;
    int onTheWay = Math.max(0, unanswered - waiting.length(file.wanted()) - itself);
    return waiting.position(file) + onTheWay;
  }
}
