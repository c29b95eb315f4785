package io.ringwright.files;

import io.ringwright.directory.Schedule;
import io.ringwright.directory.Schedule.Hours;
import io.ringwright.files.Tree.Settings;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Opening hours as a phone file says them: by name where they are needed, and once as a whole. */
final class HoursTree {

  private final ZoneId zone;
  private final Map<String, Schedule> named;
  private final Map<Schedule, String> names = new LinkedHashMap<>();

  HoursTree(ZoneId zone, Map<String, Schedule> given) {
    this.zone = zone;
    this.named = new LinkedHashMap<>(given);
    given.forEach((name, schedule) -> names.putIfAbsent(schedule, name));
  }

  /** The name of hours; those without one stand in a line, or are given one if they need more. */
  Tree name(Schedule schedule) {
    boolean oneLine = schedule.weekly().size() == 1 && schedule.dates().isEmpty();
    return !names.containsKey(schedule) && oneLine && schedule.zone().equals(zone)
        ? Tree.of(HoursText.of(schedule.weekly().get(0)))
        : Tree.of(names.computeIfAbsent(schedule, this::newName));
  }

  private String newName(Schedule schedule) {
    int number = named.size() + 1;
    while (named.containsKey("hours-" + number)) {
      number++;
    }
    named.put("hours-" + number, schedule);
    return "hours-" + number;
  }

  /** All hours that have a name by now. */
  Settings all() {
    Settings all = new Settings(false);
    named.forEach((name, schedule) -> all.set(name, written(schedule)));
    return all;
  }

  private Tree written(Schedule schedule) {
    Settings to = new Settings(false);
    to.unless(zone, "zone", schedule.zone());
    to.set("weekly", Tree.row(schedule.weekly().stream().map(HoursText::of).toList()));
    Settings dates = new Settings(false);
    for (Map.Entry<LocalDate, List<Hours>> each : new TreeMap<>(schedule.dates()).entrySet()) {
      dates.set(each.getKey().toString(), Tree.of(HoursText.of(each.getValue())));
    }
    to.part("dates", dates);
    return to.tall();
  }

  /** Hours in full, in one line. */
  static Tree inFull(Schedule schedule) {
    return new HoursTree(ZoneId.of("UTC"), Map.of()).written(schedule);
  }
}
