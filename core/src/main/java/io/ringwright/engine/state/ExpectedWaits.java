package io.ringwright.engine.state;

import io.ringwright.call.WaitEstimate;
import io.ringwright.engine.state.CallPhase.Waiting;
import io.ringwright.estimate.WaitEstimator;
import java.time.Instant;
import java.util.List;

/**
 * How long those in line are expected to wait: tells the estimator what happens in line. Belongs to
 * the {@link EngineState} and its lock.
 */
public final class ExpectedWaits {

  private final WaitEstimator estimator;
  private final WaitingCalls line;

  public ExpectedWaits(WaitingCalls line) {
    this(line, new WaitEstimator());
  }

  /** As written down, of this line. */
  public ExpectedWaits(WaitingCalls line, WaitEstimator.Data estimator) {
    this(line, new WaitEstimator(estimator));
  }

  private ExpectedWaits(WaitingCalls line, WaitEstimator estimator) {
    this.line = line;
    this.estimator = estimator;
  }

  /**
   * The same, of a copy of the line; what happens to one of the two does not change the other.
   *
   * @param other the copy of the line
   */
  public ExpectedWaits copy(WaitingCalls other) {
    return new ExpectedWaits(other, estimator.copy());
  }

  /** All that is known here and not in the line, as a value. */
  public WaitEstimator.Data estimator() {
    return estimator.data();
  }

  /** The call is about to join the line, for the first time or again. */
  public void joins(Call file, Instant now) {
    estimator.joined(file.wanted(), file.id(), () -> departures(file), now);
  }

  /** Somebody answered the call, at this instant as far as anybody said. */
  public void answered(Call file, Instant at) {
    estimator.answered(file.wanted(), file.id(), at);
  }

  /** The call no longer waits for what it waited for. Means nothing if it was answered. */
  public void leaves(Call file, Instant now) {
    estimator.gaveUp(file.wanted(), file.id(), now);
  }

  /** How long the call will go on waiting, or would wait if it is not in line. */
  public WaitEstimate of(Call file, Instant now) {
    return estimator.estimate(file.wanted(), () -> departures(file), now);
  }

  public List<WaitEstimator.Scored> scores() {
    return estimator.scores();
  }

  /**
   * Up to the call's own: those ahead in line, and those on the way to a phone who were in line
   * before.
   */
  private int departures(Call file) {
    int unanswered = estimator.waiting(file.wanted());
    int itself = file.phase() instanceof Waiting ? 0 : 1;
    int onTheWay = Math.max(0, unanswered - line.length(file.wanted()) - itself);
    return line.position(file) + onTheWay;
  }
}
