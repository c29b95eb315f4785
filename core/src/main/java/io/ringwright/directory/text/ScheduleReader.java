package io.ringwright.directory.text;

import io.ringwright.directory.Schedule;
import io.ringwright.directory.Schedule.Hours;
import io.ringwright.directory.Schedule.WeeklyHours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the schedules of a phone list, so that conditions can name them by their numbers. */
final class ScheduleReader {

  private static final String HOURS = "hours such as 09:00-17:00";

  private final Map<String, Schedule> read = new HashMap<>();

  /** A schedule that was read before. */
  Optional<Schedule> byNumber(String number) {
    return Optional.ofNullable(read.get(number));
  }

  void schedule(LineScanner head, List<LineScanner> below) {
    String number = head.word("a number");
    ZoneId zone = head.field("zone", ZoneId::of, "a time zone that this Java knows");
    head.end();
    List<WeeklyHours> weekly = new ArrayList<>();
    Map<LocalDate, List<Hours>> dates = new HashMap<>();
    for (LineScanner line : below) {
      switch (line.word("a word")) {
        case "weekly" -> {
          Set<DayOfWeek> days =
              line.read("days", line.word("days"), ScheduleReader::days, "days of the week");
          weekly.add(new WeeklyHours(days, line.field("hours", ScheduleReader::hours, HOURS)));
        }
        case "date" ->
            dates.put(
                line.read("date", line.word("a date"), LocalDate::parse, "a date as 2026-12-24"),
                line.field("hours", ScheduleReader::manyHours, HOURS + " or closed"));
        default -> throw line.unknown();
      }
      line.end();
    }
    read.put(
        number,
        head.read("dates", number, none -> new Schedule(zone, weekly, dates), "valid dates"));
  }

  private static Set<DayOfWeek> days(String text) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    if (!text.equals("none")) {
      for (String day : text.split(",", -1)) {
        days.add(LineScanner.constant(DayOfWeek.class, day));
      }
    }
    return days;
  }

  private static List<Hours> manyHours(String text) {
    return text.equals("closed")
        ? List.of()
        : Arrays.stream(text.split(",", -1)).map(ScheduleReader::hours).toList();
  }

  private static Hours hours(String text) {
    int dash = text.indexOf('-');
    return new Hours(
        LocalTime.parse(text.substring(0, dash)), LocalTime.parse(text.substring(dash + 1)));
  }
}
