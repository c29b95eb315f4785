package io.ringwright.availability;

import java.time.Duration;

/**
 * How much an extension has worked since the engine was started.
 *
 * <p>Thread safety: immutable.
 *
 * @param calls how many calls it answered
 * @param talkTime how long it talked in calls that are over
 */
public record Workload(long calls, Duration talkTime) {

  /** Nothing yet. */
  public static final Workload NONE = new Workload(0, Duration.ZERO);

  /**
   * One more call answered.
   *
   * @return the greater workload
   */
  public Workload answered() {
    return new Workload(calls + 1, talkTime);
  }

  /**
   * A talk is over.
   *
   * @param time how long it was
   * @return the greater workload
   */
  public Workload talked(Duration time) {
    return new Workload(calls, talkTime.plus(time));
  }
}
