package io.ringwright.lint;

import io.ringwright.directory.Schedule;
import io.ringwright.directory.Schedule.Hours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be said of schedules without waiting for the hour. */
record Calendar(Optional<Instant> now) {

  /** Whether no moment, from now on if it is known when now is, finds a schedule open. */
  boolean neverOpens(Schedule schedule) {
    return schedule.weekly().stream().allMatch(each -> each.days().isEmpty())
        && schedule.dates().entrySet().stream()
            .allMatch(date -> date.getValue().isEmpty() || isPast(date.getKey(), schedule));
  }

  private boolean isPast(LocalDate date, Schedule schedule) {
    return now.filter(at -> at.atZone(schedule.zone()).toLocalDate().isAfter(date)).isPresent();
  }

  /** Whether two schedules of one time zone share no hour. */
  boolean neverBothOpen(Schedule one, Schedule other) {
    boolean sharedDate =
        Stream.concat(one.dates().keySet().stream(), other.dates().keySet().stream())
            .anyMatch(date -> meet(hours(one, date), hours(other, date)));
    return one.zone().equals(other.zone())
        && !sharedDate
        && Arrays.stream(DayOfWeek.values())
            .noneMatch(day -> meet(hours(one, day), hours(other, day)));
  }

  private static List<Hours> hours(Schedule schedule, LocalDate date) {
    return schedule.dates().getOrDefault(date, hours(schedule, date.getDayOfWeek()));
  }

  private static List<Hours> hours(Schedule schedule, DayOfWeek day) {
    return schedule.weekly().stream()
        .filter(each -> each.days().contains(day))
        .map(Schedule.WeeklyHours::hours)
        .toList();
  }

  private static boolean meet(List<Hours> some, List<Hours> others) {
    return some.stream().anyMatch(one -> others.stream().anyMatch(other -> meet(one, other)));
  }

  private static boolean meet(Hours one, Hours other) {
    return beforeEnd(one.from(), other.to()) && beforeEnd(other.from(), one.to());
  }

  private static boolean beforeEnd(LocalTime from, LocalTime end) {
    return end.equals(LocalTime.MIDNIGHT) || from.isBefore(end);
  }
}
