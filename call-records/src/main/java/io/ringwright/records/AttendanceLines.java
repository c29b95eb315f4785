package io.ringwright.records;

import io.ringwright.availability.Attendance;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.view.Attendances;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the lines about log-ins and pauses. app_queue has members queue by queue: what is said of
 * an extension as a whole is written for each of its groups, a pause with a line for all before.
 *
 * <p>Thread safety: confined to its {@link CallBook}.
 */
final class AttendanceLines {

  private final QueueLogSink sink;
  private final QueueLogNames names;
  private final Map<DirectoryNumber, Attendance> whole;
  private final Map<DirectoryNumber, Map<DirectoryNumber, Attendance>> inGroups = new HashMap<>();

  AttendanceLines(QueueLogSink sink, QueueLogNames names, Attendances known) {
    this.sink = sink;
    this.names = names;
    this.whole = new HashMap<>(known.whole());
    known.inGroups().forEach((extension, groups) -> inGroups.put(extension, new HashMap<>(groups)));
  }

  void changed(AttendanceRecord change) {
    DirectoryNumber extension = change.extension();
    List<DirectoryNumber> groups =
        change.group().map(List::of).orElseGet(() -> names.groups(extension));
    Map<DirectoryNumber, Attendance> before = new HashMap<>();
    groups.forEach(group -> before.put(group, in(extension, group)));
    Attendance wholeBefore = whole.getOrDefault(extension, Attendance.PRESENT);
    note(change);
    if (change.group().isEmpty()) {
      pause(Place.all(change), wholeBefore, change.attendance());
    }
    for (DirectoryNumber group : groups) {
      lines(Place.in(group, change), before.getOrDefault(group, Attendance.PRESENT));
    }
  }

  /** Whose attendance, where and when. */
  private record Place(Instant at, DirectoryNumber extension, Optional<DirectoryNumber> group) {

    static Place all(AttendanceRecord change) {
      return new Place(change.at(), change.extension(), Optional.empty());
    }

    static Place in(DirectoryNumber group, AttendanceRecord change) {
      return new Place(change.at(), change.extension(), Optional.of(group));
    }
  }

  private void note(AttendanceRecord change) {
    change
        .group()
        .ifPresentOrElse(
            group ->
                inGroups
                    .computeIfAbsent(change.extension(), first -> new HashMap<>())
                    .put(group, change.attendance()),
            () -> whole.put(change.extension(), change.attendance()));
  }

  private Attendance in(DirectoryNumber extension, DirectoryNumber group) {
    return whole
        .getOrDefault(extension, Attendance.PRESENT)
        .and(inGroups.getOrDefault(extension, Map.of()).getOrDefault(group, Attendance.PRESENT));
  }

  /** Of one queue: who leaves it has no pause there any more. */
  private void lines(Place place, Attendance before) {
    Attendance now =
        place.group().map(group -> in(place.extension(), group)).orElse(Attendance.PRESENT);
    if (before.loggedIn() && now.loggedIn()) {
      pause(place, before, now);
    } else if (before.loggedIn() || now.loggedIn()) {
      String event = now.loggedIn() ? "ADDMEMBER" : "REMOVEMEMBER";
      String paused = now.loggedIn() && now.pausedFor().isPresent() ? "PAUSED" : "";
      String member = names.member(place.extension());
      sink.write(
          new QueueLogLine(
              place.at(), QueueLogLine.MANAGER, queue(place), member, event, List.of(paused)));
    }
  }

  private void pause(Place place, Attendance before, Attendance now) {
    if (!before.pausedFor().equals(now.pausedFor())) {
      String begins = now.pausedFor().isPresent() ? "PAUSE" : "UNPAUSE";
      String event = begins + (place.group().isPresent() ? "" : "ALL");
      String reason = now.pausedFor().orElse("");
      String agent = names.agent(place.extension());
      sink.write(
          new QueueLogLine(
              place.at(), QueueLogLine.NONE, queue(place), agent, event, List.of(reason)));
    }
  }

  private String queue(Place place) {
    return place.group().map(names::queue).orElse(QueueLogLine.NONE);
  }
}
