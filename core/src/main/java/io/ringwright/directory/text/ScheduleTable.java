package io.ringwright.directory.text;

import io.ringwright.directory.Schedule;
import io.ringwright.directory.Schedule.Hours;
import io.ringwright.directory.Schedule.WeeklyHours;
import java.time.LocalDate;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The schedules of a phone list, numbered from 1 in the order in which it first names them. */
final class ScheduleTable {

  private final Map<Schedule, Integer> byContent = new LinkedHashMap<>();
  private final IdentityHashMap<Schedule, Integer> byIdentity = new IdentityHashMap<>();

  /** The number of a schedule, the same for equal ones. */
  int number(Schedule schedule) {
    Integer known = byIdentity.get(schedule);
    if (known == null) {
      known = byContent.computeIfAbsent(schedule, none -> byContent.size() + 1);
      byIdentity.put(schedule, known);
    }
    return known;
  }

  void write(StringBuilder to) {
    byContent.forEach((schedule, number) -> write(schedule, number, to));
  }

  private static void write(Schedule schedule, int number, StringBuilder to) {
    to.append("schedule ").append(number).append(" zone=").append(schedule.zone()).append('\n');
    for (WeeklyHours weekly : schedule.weekly()) {
      to.append("  weekly ").append(days(weekly));
      to.append(" hours=").append(hours(weekly.hours())).append('\n');
    }
    for (Map.Entry<LocalDate, List<Hours>> date : new TreeMap<>(schedule.dates()).entrySet()) {
      to.append("  date ").append(date.getKey());
      to.append(" hours=").append(hours(date.getValue())).append('\n');
    }
  }

  private static String days(WeeklyHours weekly) {
    return weekly.days().isEmpty()
        ? "none"
        : new TreeSet<>(weekly.days())
            .stream().map(FieldWords::word).collect(Collectors.joining(","));
  }

  private static String hours(List<Hours> hours) {
    return hours.isEmpty()
        ? "closed"
        : hours.stream().map(ScheduleTable::hours).collect(Collectors.joining(","));
  }

  private static String hours(Hours hours) {
    return hours.from() + "-" + hours.to();
  }
}
