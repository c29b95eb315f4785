package io.ringwright.records;

import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.Party;
import io.ringwright.records.CallRecord.Answer;
import io.ringwright.records.CallRecord.Ending;
import io.ringwright.records.CallRecord.Origin;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row to be inserted.
 *
 * @param table into which table
 * @param values what it holds: numbers, texts and nothing
 */
record RecordRow(RecordTable table, List<@Nullable Object> values) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

  private static RecordRow of(RecordTable table, @Nullable Object... values) {
    return new RecordRow(table, Arrays.asList(values));
  }

  /** A call, and where it stood. */
  static List<RecordRow> of(CallRecord call) {
    List<RecordRow> rows = new ArrayList<>();
    rows.add(callRow(call));
    for (Stay stay : call.stays()) {
      rows.add(stayRow(call, stay));
    }
    return rows;
  }

  private static RecordRow callRow(CallRecord call) {
    Origin origin = call.origin();
    Ending ending = call.ending();
    Optional<Answer> answer = call.answer();
    return of(
        RecordTable.CALL,
        call.visit().call().value(),
        call.visit().number(),
        millis(origin.arrived()),
        origin.seen() ? 1 : 0,
        origin.caller().number(),
        text(origin.caller().name(), 80),
        origin.called().map(DirectoryNumber::digits).orElse(null),
        origin.channel().map(channel -> channel.name()).orElse(null),
        origin.priority().map(priority -> priority.level()).orElse(null),
        text(call.path(), 1000),
        answer.map(given -> millis(given.at())).orElse(null),
        answer.map(given -> extension(given.by())).orElse(null),
        answer.map(given -> device(given.by())).orElse(null),
        ending.waited().toMillis(),
        answer.map(given -> given.talked().toMillis()).orElse(0L),
        answer.map(Answer::handOvers).orElse(0),
        millis(ending.at()),
        ending.outcome().name(),
        ending.hungUpBy().name(),
        text(ending.reason(), 80),
        ending.explanation());
  }

  private static RecordRow stayRow(CallRecord call, Stay stay) {
    return of(
        RecordTable.STAY,
        call.visit().call().value(),
        call.visit().number(),
        stay.number(),
        stay.at().digits(),
        millis(stay.entered()),
        millis(stay.end().at()),
        stay.end().how().name(),
        text(stay.end().word(), 80),
        stay.position().first(),
        stay.position().last());
  }

  static RecordRow of(LegRecord leg) {
    return of(
        RecordTable.LEG,
        leg.visit().call().value(),
        leg.visit().number(),
        leg.number(),
        extension(leg.phone().party()),
        device(leg.phone().party()),
        leg.phone().standing().map(standing -> standing.digits()).orElse(null),
        millis(leg.ring().began()),
        leg.ring().rang().toMillis(),
        leg.ring().end().map(Enum::name).orElse(null),
        leg.talk().began().map(RecordRow::millis).orElse(null),
        leg.talk().talked().toMillis(),
        leg.talk().wrapUp().toMillis());
  }

  static RecordRow of(AttendanceRecord change) {
    return of(
        RecordTable.ATTENDANCE,
        change.extension().digits(),
        change.group().map(DirectoryNumber::digits).orElse(""),
        millis(change.at()),
        change.number(),
        change.attendance().loggedIn() ? 1 : 0,
        change.attendance().pausedFor().map(reason -> text(reason, 100)).orElse(null));
  }

  /** A line of the queue log, in Asterisk's table. */
  static RecordRow of(QueueLogLine line, long id, ZoneId zone) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(id);
    values.add(TIME.format(line.at().atZone(zone)));
    values.add(text(line.callId(), 80));
    values.add(text(line.queue(), 256));
    values.add(text(line.agent(), 80));
    values.add(text(line.event(), 32));
    for (int at = 0; at < QueueLogLine.MOST_DATA; at++) {
      values.add(at < line.data().size() ? text(line.data().get(at), 100) : "");
    }
    return new RecordRow(RecordTable.QUEUE_LOG, values);
  }

  private static long millis(Instant at) {
    return at.toEpochMilli();
  }

  private static @Nullable String extension(Party party) {
    return party.extension().map(DirectoryNumber::digits).orElse(null);
  }

  private static @Nullable String device(Party party) {
    return party.device().map(device -> device.name()).orElse(null);
  }

  /** As much of a text as fits; characters that a database refuses become blanks. */
  private static String text(String whole, int longest) {
    StringBuilder kept = new StringBuilder();
    whole
        .codePoints()
        .limit(longest)
        .map(c -> c == 0 || Character.getType(c) == Character.SURROGATE ? ' ' : c)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }
}
