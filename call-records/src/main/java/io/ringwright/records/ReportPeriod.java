package io.ringwright.records;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A time that is reported on, cut into intervals of the same length; the last one may be shorter.
 *
 * <p>Thread safety: immutable.
 *
 * @param from the first instant
 * @param to the first instant after it
 * @param interval the length of an interval, such as 15, 30 or 60 minutes: a second or more
 */
public record ReportPeriod(Instant from, Instant to, Duration interval) {

  private static final int MOST_INTERVALS = 100_000;

  /**
   * Checks the period.
   *
   * @throws IllegalArgumentException if it is empty, or has more than 100 000 intervals
   */
  public ReportPeriod {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(
          "a period from " + from + " to " + to + " is empty: expected an end after the beginning");
    }
    if (interval.compareTo(Duration.ofSeconds(1)) < 0
        || Duration.between(from, to).dividedBy(interval) >= MOST_INTERVALS) {
      throw new IllegalArgumentException(
          "intervals of "
              + interval
              + " are not valid: expected a second or more, and "
              + MOST_INTERVALS
              + " intervals at most");
    }
  }

  /**
   * A time as one interval.
   *
   * @param from the first instant
   * @param to the first instant after it
   * @return the period
   */
  public static ReportPeriod whole(Instant from, Instant to) {
    return new ReportPeriod(from, to, Duration.between(from, to));
  }

  /** The first instant of each interval, and the end of the last. */
  List<Instant> bounds() {
    List<Instant> all = new ArrayList<>();
    for (Instant at = from; at.isBefore(to); at = at.plus(interval)) {
      all.add(at);
    }
    all.add(to);
    return all;
  }

  /** In which interval an instant is. */
  int indexOf(Instant at) {
    return (int) Duration.between(from, at).dividedBy(interval);
  }
}
