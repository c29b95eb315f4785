package io.ringwright.records;

import io.ringwright.availability.Attendance;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.HangUpSide;
import io.ringwright.call.PbxId;
import io.ringwright.call.Priority;
import io.ringwright.call.Visit;
import io.ringwright.telling.RingStopped.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Records to be written. */
final class Samples {

  static final Instant START = Office.START;

  private Samples() {}

  private static Visit visit(int number) {
    return new Visit(CallId.of("1767603600." + number + "@pbx1"), number);
  }

  /** A call that came to a group and was answered by 100, or by nobody, after so many seconds. */
  static CallRecord call(int number, String group, int arrived, int waited, boolean answered) {
    Instant at = START.plusSeconds(arrived);
    Instant end = at.plusSeconds(waited);
    return new CallRecord(
        visit(number),
        new CallRecord.Origin(
            at,
            true,
            new CallerId("0301", "Dörte Šimić"),
            Optional.of(DirectoryNumber.of(group)),
            Optional.of(new Channel(PbxId.of("pbx1"), "PJSIP/trunk-1")),
            Optional.of(Priority.of(5))),
        List.of(
            new Stay(
                0,
                Told.group(group),
                at,
                new Stay.Position(2, 1),
                new Stay.End(end, answered ? Stay.How.ANSWERED : Stay.How.ABANDONED, ""))),
        answered ? Optional.of(answer(end, waited)) : Optional.empty(),
        new CallRecord.Ending(
            answered ? end.plusSeconds(60) : end,
            answered ? CallOutcome.ANSWERED : CallOutcome.ABANDONED,
            HangUpSide.CALLER,
            "",
            Duration.ofSeconds(waited),
            "0123456789abcdef0123456789abcdef"));
  }

  private static CallRecord.Answer answer(Instant at, int waited) {
    return new CallRecord.Answer(
        at,
        Office.at("100"),
        Optional.empty(),
        Duration.ofSeconds(waited),
        Duration.ofSeconds(60),
        0);
  }

  static CallRecord call(int number) {
    return call(number, "700", number % 3600, 5, true);
  }

  /** A leg that talked for so long from a second on, and then wrapped up. */
  static LegRecord leg(int number, String extension, int from, int talked, int wrapUp) {
    Instant at = START.plusSeconds(from);
    return new LegRecord(
        visit(number),
        0,
        new LegRecord.Phone(Office.at(extension), Optional.of(Told.group("700"))),
        new LegRecord.Ring(at.minusSeconds(4), Duration.ofSeconds(4), Optional.of(Why.ANSWERED)),
        new LegRecord.Talk(
            Optional.of(at), Duration.ofSeconds(talked), Duration.ofSeconds(wrapUp)));
  }

  /** A leg that rang for so long for nothing. */
  static LegRecord unanswered(int number, String extension, int from, int rang) {
    return new LegRecord(
        visit(number),
        1,
        new LegRecord.Phone(Office.at(extension), Optional.of(Told.group("700"))),
        new LegRecord.Ring(
            START.plusSeconds(from), Duration.ofSeconds(rang), Optional.of(Why.NO_REPLY)),
        LegRecord.Talk.NONE);
  }

  static AttendanceRecord change(int number, String extension, int at, Attendance attendance) {
    return new AttendanceRecord(
        DirectoryNumber.of(extension), Optional.empty(), START.plusSeconds(at), number, attendance);
  }

  static QueueLogLine line(int number) {
    return new QueueLogLine(
        START.plusSeconds(number),
        "1767603600." + number,
        "700",
        "Jörg",
        "CONNECT",
        List.of("5", "", "3"));
  }
}
