package io.ringwright.files;

import io.ringwright.directory.Schedule.Hours;
import io.ringwright.directory.Schedule.WeeklyHours;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Opening hours as people write them: {@code Mo-Fr 08:00-12:00, 13:00-18:00}. */
final class HoursText {

  static final String EXPECTED =
      "days and times, such as Mo-Fr 08:00-18:00 or Sa 09:00-12:00, 13:00-17:00";
  static final String CLOSED = "closed";
  private static final String NO_DAY = "no-day";
  private static final String DAILY = "daily";

  private HoursText() {}

  /** Whether a text begins as hours do, and not as a name. */
  static boolean isWeekly(String text) {
    return text.matches("[A-Za-z, -]+ [0-9]{1,2}:[0-9].*");
  }

  /** The hours of one line; throws if it is none. */
  static List<WeeklyHours> weekly(String line) {
    int times = 0;
    while (times < line.length() && !Character.isDigit(line.charAt(times))) {
      times++;
    }
    Set<DayOfWeek> days = days(line.substring(0, times).strip());
    return hours(line.substring(times)).stream().map(each -> new WeeklyHours(days, each)).toList();
  }

  private static Set<DayOfWeek> days(String text) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    if (text.equals(DAILY)) {
      return EnumSet.allOf(DayOfWeek.class);
    }
    if (!text.equals(NO_DAY)) {
      for (String run : text.split("[, ]+", -1)) {
        String[] ends = run.split("-", 2);
        DayOfWeek last = day(ends[ends.length - 1]);
        DayOfWeek at = day(ends[0]);
        days.add(at);
        while (at != last) {
          at = at.plus(1);
          days.add(at);
        }
      }
    }
    return days;
  }

  private static DayOfWeek day(String word) {
    String upper = word.toUpperCase(Locale.ROOT);
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> upper.length() > 1 && day.name().startsWith(upper))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(Words.quoted(word) + " is no day"));
  }

  /** The hours of a day; throws if there are none. */
  static List<Hours> hours(String text) {
    return Arrays.stream(text.split(",", -1)).map(each -> range(each.strip())).toList();
  }

  private static Hours range(String text) {
    String[] ends = text.split("\\s*[-–]\\s*", 2);
    if (ends.length < 2) {
      throw new IllegalArgumentException(Words.quoted(text) + " is no range of times");
    }
    return new Hours(time(ends[0]), ends[1].equals("24:00") ? LocalTime.MIDNIGHT : time(ends[1]));
  }

  private static LocalTime time(String text) {
    return LocalTime.parse(text.matches("[0-9]:.*") ? "0" + text : text);
  }

  /** One line for one entry. */
  static String of(WeeklyHours weekly) {
    return days(weekly.days()) + " " + of(weekly.hours());
  }

  static String of(List<Hours> hours) {
    return hours.isEmpty()
        ? CLOSED
        : hours.stream().map(HoursText::of).collect(Collectors.joining(", "));
  }

  private static String of(Hours hours) {
    return hours.from() + "-" + (hours.to().equals(LocalTime.MIDNIGHT) ? "24:00" : hours.to());
  }

  /** Two days or more in a row as the first and the last of them. */
  private static String days(Set<DayOfWeek> days) {
    if (days.size() == DayOfWeek.values().length) {
      return DAILY;
    }
    List<String> runs = new ArrayList<>();
    for (DayOfWeek first : new TreeSet<>(days)) {
      boolean begins = first == DayOfWeek.MONDAY || !days.contains(first.minus(1));
      DayOfWeek last = first;
      while (last != DayOfWeek.SUNDAY && days.contains(last.plus(1))) {
        last = last.plus(1);
      }
      if (begins) {
        runs.add(word(first) + (first == last ? "" : "-" + word(last)));
      }
    }
    return runs.isEmpty() ? NO_DAY : String.join(" ", runs);
  }

  private static String word(DayOfWeek day) {
    return day.name().charAt(0) + day.name().substring(1, 2).toLowerCase(Locale.ROOT);
  }
}
