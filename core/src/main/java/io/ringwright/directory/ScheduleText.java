package io.ringwright.directory;

import io.ringwright.directory.Schedule.Hours;
import io.ringwright.directory.Schedule.WeeklyHours;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Opening hours in words, the same whatever the order of sets and maps in memory. */
final class ScheduleText {

  private static final int MOST_DATES = 3;

  private ScheduleText() {}

  /** Such as {@code Mon-Fri 08:00-18:00, 2026-12-24 closed, Europe/Berlin}. */
  static String of(Schedule schedule) {
    List<String> parts = new ArrayList<>();
    schedule.weekly().stream()
        .filter(each -> !each.days().isEmpty())
        .sorted(Comparator.comparing(ScheduleText::firstDay).thenComparing(byHours()))
        .forEach(each -> parts.add(days(each.days()) + " " + hours(each.hours())));
    schedule.dates().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .limit(MOST_DATES)
        .forEach(each -> parts.add(each.getKey() + " " + hours(each.getValue())));
    if (parts.isEmpty()) {
      parts.add("never");
    }
    if (schedule.dates().size() > MOST_DATES) {
      parts.add("other hours on " + (schedule.dates().size() - MOST_DATES) + " more dates");
    }
    parts.add(schedule.zone().getId());
    return String.join(", ", parts);
  }

  private static DayOfWeek firstDay(WeeklyHours weekly) {
    return new TreeSet<>(weekly.days()).first();
  }

  private static Comparator<WeeklyHours> byHours() {
    return Comparator.<WeeklyHours, LocalTime>comparing(each -> each.hours().from())
        .thenComparing(each -> days(each.days()))
        .thenComparing(each -> hours(each.hours()));
  }

  private static String hours(List<Hours> hours) {
    return hours.isEmpty()
        ? "closed"
        : hours.stream()
            .sorted(Comparator.comparing(Hours::from).thenComparing(ScheduleText::hours))
            .map(ScheduleText::hours)
            .collect(Collectors.joining(" and "));
  }

  private static String hours(Hours hours) {
    boolean endOfDay = hours.to().equals(LocalTime.MIDNIGHT);
    return hours.from() + "-" + (endOfDay ? "24:00" : hours.to());
  }

  /** Three days or more in a row as the first and the last of them, others one by one. */
  private static String days(Set<DayOfWeek> days) {
    List<String> runs = new ArrayList<>();
    List<DayOfWeek> run = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      if (days.contains(day)) {
        run.add(day);
      } else {
        end(run, runs);
      }
    }
    end(run, runs);
    return String.join(" ", runs);
  }

  private static void end(List<DayOfWeek> run, List<String> runs) {
    if (run.size() > 2) {
      runs.add(name(run.get(0)) + "-" + name(run.get(run.size() - 1)));
    } else {
      run.forEach(day -> runs.add(name(day)));
    }
    run.clear();
  }

  private static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.SHORT, Locale.ROOT);
  }
}
