package io.ringwright.records;

import java.time.Duration;

/**
 * Limits for calls whose end is never told.
 *
 * <p>Thread safety: immutable.
 *
 * @param longest a visit that began longer ago is let go when another begins: a second to a year
 * @param mostOpen so many visits at most are open; beyond that the oldest is let go
 */
public record RecordLimits(Duration longest, int mostOpen) {

  /** Two days and 100 000 visits. */
  public static final RecordLimits USUAL = new RecordLimits(Duration.ofDays(2), 100_000);

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public RecordLimits {
    if (longest.compareTo(Duration.ofSeconds(1)) < 0
        || longest.compareTo(Duration.ofDays(366)) > 0) {
      throw new IllegalArgumentException(
          "longest visit " + longest + " is not valid: expected a second to a year");
    }
    if (mostOpen < 1) {
      throw new IllegalArgumentException(
          "most open visits " + mostOpen + " is not valid: expected 1 or more");
    }
  }
}
