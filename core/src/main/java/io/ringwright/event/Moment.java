package io.ringwright.event;

import java.time.Instant;

/**
 * When an event happened, on two clocks: intervals run on the first, opening hours follow the
 * second.
 *
 * <p>Thread safety: immutable.
 *
 * @param at the engine's time: it never goes back, and a step of the wall clock does not move it
 * @param wallClock the reading of the wall clock
 */
public record Moment(Instant at, Instant wallClock) {

  /**
   * A moment at which both clocks agree.
   *
   * @param instant the reading of both
   * @return the moment
   */
  public static Moment of(Instant instant) {
    return new Moment(instant, instant);
  }
}
