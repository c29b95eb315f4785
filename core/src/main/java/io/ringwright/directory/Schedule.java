package io.ringwright.directory;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

  private static final int LAST_YEAR = 9999;

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if a date is not in the years 1 to {@value #LAST_YEAR}
   */
  public Schedule {
    weekly = List.copyOf(weekly);
    Map<LocalDate, List<Hours>> copy = new HashMap<>();
    dates.forEach((date, hours) -> copy.put(date, List.copyOf(hours)));
    dates = Map.copyOf(copy);
    dates.keySet().forEach(Schedule::check);
  }

  private static void check(LocalDate date) {
    if (date.getYear() < 1 || date.getYear() > LAST_YEAR) {
      throw new IllegalArgumentException(
          "date " + date + " is not valid: expected a year from 1 to " + LAST_YEAR);
    }
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
    LocalTime time = there.toLocalTime();
    List<Hours> exception = dates.get(there.toLocalDate());
    return exception == null
        ? isOpenWeekly(there.getDayOfWeek(), time)
        : exception.stream().anyMatch(hours -> hours.contain(time));
  }

  /**
   * When the schedule opens or closes next, to the nanosecond.
   *
   * @param after an instant
   * @return the first instant after it at which {@link #isOpen} has another answer; empty if it
   *     always has the same
   */
  public Optional<Instant> nextChange(Instant after) {
    return new ScheduleChanges(this).next(after);
  }

  /** Whether there is any day on which it opens. */
  boolean everOpens() {
    return weekly.stream().anyMatch(each -> !each.days().isEmpty())
        || dates.values().stream().anyMatch(hours -> !hours.isEmpty());
  }

  boolean isOpenWeekly(DayOfWeek day, LocalTime time) {
    for (WeeklyHours each : weekly) {
      if (each.days().contains(day) && each.hours().contain(time)) {
        return true;
      }
    }
    return false;
  }

  /** The hours of a date. */
  Stream<Hours> hours(LocalDate date) {
    List<Hours> exception = dates.get(date);
    return exception == null
        ? weekly.stream()
            .filter(each -> each.days().contains(date.getDayOfWeek()))
            .map(WeeklyHours::hours)
        : exception.stream();
  }

  /** The hours in words, such as {@code Mon-Fri 08:00-18:00, Europe/Berlin}. */
  @Override
  public String toString() {
    return ScheduleText.of(this);
  }
}
