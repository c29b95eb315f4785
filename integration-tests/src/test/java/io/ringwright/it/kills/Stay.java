package io.ringwright.it.kills;

import java.time.Instant;

/**
 * A time from one instant to another.
 *
 * @param from when it began
 * @param to when it ended; {@link Instant#MAX} if it did not
 */
record Stay(Instant from, Instant to) {

  /** Whether the whole of another lies within it. */
  boolean covers(Instant start, Instant end) {
    return !from.isAfter(start) && !to.isBefore(end);
  }

  boolean holds(Instant instant) {
    return covers(instant, instant);
  }
}
