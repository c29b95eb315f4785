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

  /** Whether it and another have an instant in common. */
  boolean overlaps(Instant start, Instant end) {
    return !start.isAfter(to) && !end.isBefore(from);
  }
}
