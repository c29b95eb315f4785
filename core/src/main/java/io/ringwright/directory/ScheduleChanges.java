package io.ringwright.directory;

import io.ringwright.directory.Schedule.Hours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * When a schedule opens and closes. It can do so at the start and the end of hours, at midnight,
 * and when the clocks of its zone change. These instants are looked at in order, day by day, until
 * the schedule has another answer at one of them.
 */
final class ScheduleChanges {

  /**
   * Hours that are not the same all week open or close within so many days, clock changes or no.
   */
  private static final int ENOUGH_DAYS = 22;

  private final Schedule schedule;
  private final ZoneRules rules;
  private final NavigableSet<LocalDate> dates;
  private final boolean sameAllWeek;

  ScheduleChanges(Schedule schedule) {
    this.schedule = schedule;
    this.rules = schedule.zone().getRules();
    this.dates = new TreeSet<>(schedule.dates().keySet());
    this.sameAllWeek = isSameAllWeek();
  }

  private boolean isSameAllWeek() {
    List<LocalTime> times =
        Stream.concat(
                Stream.of(LocalTime.MIDNIGHT),
                schedule.weekly().stream().flatMap(each -> ends(each.hours())))
            .distinct()
            .toList();
    return Arrays.stream(DayOfWeek.values())
            .flatMap(day -> times.stream().map(time -> schedule.isOpenWeekly(day, time)))
            .distinct()
            .count()
        == 1;
  }

  /** The first instant after this one at which it opens or closes; empty if there is none. */
  Optional<Instant> next(Instant after) {
    boolean open = schedule.isOpen(after);
    Instant from = after;
    Optional<LocalDate> day = Optional.of(after.atZone(schedule.zone()).toLocalDate());
    int ordinaryDays = 0;
    while (day.isPresent()) {
      LocalDate at = day.get();
      Instant to = starts(at.plusDays(1)).last();
      for (Instant candidate : candidates(at, from, to)) {
        if (schedule.isOpen(candidate) != open) {
          return Optional.of(candidate);
        }
      }
      ordinaryDays = dates.contains(at) ? 0 : ordinaryDays + 1;
      if (ordinaryDays > ENOUGH_DAYS) {
        return Optional.of(to); // To look once too often is right, never to look again is not.
      }
      from = to;
      day = dayAfter(at);
    }
    return Optional.empty();
  }

  /** The next day that can have a change: where all weeks are the same, one near a date. */
  private Optional<LocalDate> dayAfter(LocalDate day) {
    LocalDate next = day.plusDays(1);
    if (!sameAllWeek) {
      return Optional.of(next);
    }
    return Optional.ofNullable(dates.ceiling(day))
        .map(date -> date.minusDays(1))
        .map(before -> before.isAfter(next) ? before : next);
  }

  /** Where a change can be after one instant, up to another, in the course of a day. */
  private NavigableSet<Instant> candidates(LocalDate day, Instant from, Instant to) {
    NavigableSet<Instant> found = new TreeSet<>();
    for (LocalDate date = day.minusDays(1); !date.isAfter(day.plusDays(1)); ) {
      LocalDate own = date;
      found.addAll(starts(own));
      schedule
          .hours(own)
          .flatMap(ScheduleChanges::ends)
          .forEach(time -> found.addAll(instants(own.atTime(time))));
      date = date.plusDays(1);
    }
    ZoneOffsetTransition clocks = rules.nextTransition(from);
    while (clocks != null && !clocks.getInstant().isAfter(to)) {
      found.add(clocks.getInstant());
      clocks = rules.nextTransition(clocks.getInstant());
    }
    return found.subSet(from, false, to, true);
  }

  private static Stream<LocalTime> ends(Hours hours) {
    return Stream.of(hours.from(), hours.to());
  }

  private NavigableSet<Instant> starts(LocalDate day) {
    return instants(day.atStartOfDay());
  }

  /**
   * When the clocks show this: twice where they go back, at their change where they leave it out.
   */
  private NavigableSet<Instant> instants(LocalDateTime shown) {
    NavigableSet<Instant> found = new TreeSet<>();
    for (ZoneOffset offset : rules.getValidOffsets(shown)) {
      found.add(shown.toInstant(offset));
    }
    if (found.isEmpty()) {
      found.add(rules.getTransition(shown).getInstant());
    }
    return found;
  }
}
