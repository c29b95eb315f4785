package io.ringwright.directory;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Opening hours: weekly hours in a time zone, and dates on which other hours hold.
 *
 * <p>Hours are wall-clock hours of the zone; on the night of a clock change an hour that does not
 * exist never opens and an hour that exists twice opens twice.
 *
 * <p>Thread safety: immutable.
 *
 * @param zone the time zone of all hours
 * @param weekly the hours of ordinary weeks
 * @param dates dates with hours of their own; an empty list closes the day
 */
public record Schedule(ZoneId zone, List<WeeklyHours> weekly, Map<LocalDate, List<Hours>> dates) {

  /** Copies the lists. */
  public Schedule {
    weekly = List.copyOf(weekly);
    dates = Map.copyOf(dates);
  }

  /**
   * Hours of one day.
   *
   * @param from the first instant that is open
   * @param to the first that is not; {@code 00:00} stands for the end of the day
   */
  public record Hours(LocalTime from, LocalTime to) {

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if the end is not after the start
     */
    public Hours {
      if (!to.equals(LocalTime.MIDNIGHT) && !to.isAfter(from)) {
        throw new IllegalArgumentException(
            "hours "
                + from
                + "–"
                + to
                + " are not valid: expected the end after the start;"
                + " split hours that run past midnight in two");
      }
    }

    boolean contain(LocalTime time) {
      return !time.isBefore(from) && (to.equals(LocalTime.MIDNIGHT) || time.isBefore(to));
    }
  }

  /**
   * The same hours on several days of the week.
   *
   * @param days which days
   * @param hours which hours
   */
  public record WeeklyHours(Set<DayOfWeek> days, Hours hours) {
    /** Copies the days. */
    public WeeklyHours {
      days = Set.copyOf(days);
    }
  }

  /**
   * Ordinary weeks only.
   *
   * @param zone the time zone
   * @param weekly the hours
   * @return the schedule
   */
  public static Schedule weekly(ZoneId zone, WeeklyHours... weekly) {
    return new Schedule(zone, List.of(weekly), Map.of());
  }

  /**
   * Whether the schedule is open.
   *
   * @param now the instant
   * @return true if hours of that date, or else of that day of the week, contain it
   */
  public boolean isOpen(Instant now) {
    ZonedDateTime there = now.atZone(zone);
    List<Hours> exception = dates.get(there.toLocalDate());
    if (exception != null) {
      return exception.stream().anyMatch(hours -> hours.contain(there.toLocalTime()));
    }
    return weekly.stream()
        .filter(each -> each.days().contains(there.getDayOfWeek()))
        .anyMatch(each -> each.hours().contain(there.toLocalTime()));
  }
}
