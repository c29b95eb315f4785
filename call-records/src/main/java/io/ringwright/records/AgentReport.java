package io.ringwright.records;

import java.time.Duration;
import java.util.OptionalDouble;

/**
 * What an agent did in one interval. Times that reach over its bounds count in each interval with
 * the part that is in it.
 *
 * <p>Thread safety: immutable.
 *
 * @param interval of whom, and when
 * @param rings rings that began in it
 * @param work how the time was spent
 */
public record AgentReport(Interval interval, Rings rings, Work work) {

  /**
   * Rings of the agent's phones.
   *
   * @param rung how often one rang
   * @param answered how often it was answered there
   * @param missed how often it was busy, refused, not reachable, or left ringing
   */
  public record Rings(long rung, long answered, long missed) {}

  /**
   * Time.
   *
   * @param talked talking to callers; talks at the same time count each
   * @param wrappedUp in wrap-up
   * @param handling talking or in wrap-up, counted once
   * @param staffed logged in and not paused, or handling a call. Who was never said to be logged
   *     out counts as logged in
   */
  public record Work(Duration talked, Duration wrappedUp, Duration handling, Duration staffed) {}

  /**
   * The occupancy: the part of the staffed time that went into handling calls.
   *
   * @return 0 to 1; empty if the agent was not there
   */
  public OptionalDouble occupancy() {
    return work.staffed().isZero()
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) work.handling().toMillis() / work.staffed().toMillis());
  }
}
