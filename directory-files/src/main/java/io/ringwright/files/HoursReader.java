package io.ringwright.files;

import io.ringwright.directory.Schedule;
import io.ringwright.directory.Schedule.Hours;
import io.ringwright.directory.Schedule.WeeklyHours;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads opening hours: those that have a name, and those that stand where they are needed. */
final class HoursReader {

  static final String ZONE = "a time zone, such as Europe/Berlin";

  private final ZoneId zone;
  private final Map<String, Schedule> named = new LinkedHashMap<>();

  /** The names of hours that are wrong: who refers to them is not wrong too. */
  private final Map<String, Spot> wrong = new LinkedHashMap<>();

  HoursReader(ZoneId zone) {
    this.zone = zone;
  }

  Map<String, Schedule> named() {
    return named;
  }

  void name(String name, Spot hours) {
    if (named.containsKey(name) || wrong.containsKey(name)) {
      hours.problem("hours " + Words.quoted(name) + " are named twice", "each name once", "");
      return;
    }
    schedule(hours).ifPresentOrElse(read -> named.put(name, read), () -> wrong.put(name, hours));
  }

  /** Hours by their name, or written out. */
  Optional<Schedule> hours(Spot at) {
    if (at.isTable() || at.isRow()) {
      return schedule(at);
    }
    Optional<String> text = at.text();
    if (text.isEmpty() || wrong.containsKey(text.get())) {
      return Optional.empty();
    }
    Schedule known = named.get(text.get());
    if (known != null) {
      return Optional.of(known);
    }
    if (HoursText.isWeekly(text.get())) {
      return schedule(at);
    }
    at.problem(
        at.setting() + " " + Words.quoted(text.get()) + " is no name of hours",
        "a name below hours, or " + HoursText.EXPECTED,
        at.meant(text.get(), named.keySet()));
    return Optional.empty();
  }

  /** Empty if a part of it is wrong. */
  private Optional<Schedule> schedule(Spot at) {
    if (!at.isTable()) {
      return weekly(at).map(weekly -> new Schedule(zone, weekly, Map.of()));
    }
    Part part = Part.of(at, Shape.HOURS);
    Optional<ZoneId> own = part.at("zone").map(HoursReader::zone).orElse(Optional.of(zone));
    Optional<List<WeeklyHours>> weekly =
        part.at("weekly").map(HoursReader::weekly).orElse(Optional.of(List.of()));
    Optional<Map<LocalDate, List<Hours>>> dates =
        part.at("dates").map(HoursReader::dates).orElse(Optional.of(Map.of()));
    return own.flatMap(
        in -> weekly.flatMap(each -> dates.map(days -> new Schedule(in, each, days))));
  }

  static Optional<ZoneId> zone(Spot at) {
    return at.made(ZoneId::of, ZONE);
  }

  private static Optional<List<WeeklyHours>> weekly(Spot at) {
    List<WeeklyHours> weekly = new ArrayList<>();
    boolean whole = true;
    for (Spot line : at.each()) {
      Optional<List<WeeklyHours>> read = read(line, HoursText::weekly, HoursText.EXPECTED);
      read.ifPresent(weekly::addAll);
      whole &= read.isPresent();
    }
    return whole ? Optional.of(weekly) : Optional.empty();
  }

  private static Optional<Map<LocalDate, List<Hours>>> dates(Spot at) {
    Map<LocalDate, List<Hours>> dates = new LinkedHashMap<>();
    List<Spot.Entry> entries = at.entries();
    for (Spot.Entry entry : entries) {
      Optional<LocalDate> date = entry.key().made(HoursReader::date, "a date, such as 2026-12-24");
      Optional<List<Hours>> hours =
          read(
              entry.value(),
              text -> text.equals(HoursText.CLOSED) ? List.of() : HoursText.hours(text),
              "times such as 08:00-12:00, or closed");
      date.ifPresent(day -> hours.ifPresent(each -> dates.put(day, each)));
    }
    return at.isTable() && dates.size() == entries.size() ? Optional.of(dates) : Optional.empty();
  }

  private static LocalDate date(String text) {
    LocalDate date = LocalDate.parse(text);
    if (date.getYear() < 1 || date.getYear() > 9999) {
      throw new IllegalArgumentException(text);
    }
    return date;
  }

  /** What is wrong with hours is said in the words of the hours. */
  private static <T> Optional<T> read(Spot at, Function<String, T> made, String expected) {
    Optional<String> text = at.text();
    try {
      return text.map(made);
    } catch (DateTimeException noTime) {
      at.wrong(expected, "");
    } catch (IllegalArgumentException refused) {
      String why = String.valueOf(refused.getMessage());
      boolean order = why.startsWith("hours ");
      at.problem(
          at.setting() + " " + Words.quoted(text.orElse("")) + " is not valid",
          order ? "the end after the start" : expected,
          order
              ? "Split hours that run past midnight in two; 24:00 is the end of a day."
              : why + ".");
    }
    return Optional.empty();
  }
}
