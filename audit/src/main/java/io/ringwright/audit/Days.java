package io.ringwright.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The days of a time zone.
 *
 * <p>Thread safety: for one thread.
 */
final class Days {

  private final ZoneId zone;
  private LocalDate day = LocalDate.EPOCH;
  private long begins = Long.MAX_VALUE;
  private long ends = Long.MIN_VALUE;

  Days(ZoneId zone) {
    this.zone = zone;
  }

  /** Takes the part of a time that falls on one day. */
  interface Part {

    /**
     * A part.
     *
     * @param day which day
     * @param time how long, in milliseconds
     */
    void take(LocalDate day, long time);
  }

  LocalDate of(long at) {
    if (at < begins || at >= ends) {
      day = Instant.ofEpochMilli(at).atZone(zone).toLocalDate();
      begins = day.atStartOfDay(zone).toInstant().toEpochMilli();
      ends = day.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
    }
    return day;
  }

  void split(long from, long to, Part part) {
    long begin = from;
    while (begin < to) {
      LocalDate today = of(begin);
      long end = Math.min(to, ends);
      part.take(today, end - begin);
      begin = end;
    }
  }
}
