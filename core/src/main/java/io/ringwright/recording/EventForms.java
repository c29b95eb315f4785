package io.ringwright.recording;

import io.ringwright.directory.HostAnswers;
import io.ringwright.event.EventFormatException;
import io.ringwright.event.JournalEntry;
import io.ringwright.event.Moment;
import io.ringwright.event.PhoneLists;
import io.ringwright.event.RouterEvent;
import io.ringwright.text.FieldReader;
import io.ringwright.text.FieldWriter;
import io.ringwright.text.Words;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How an entry is written: its instant, the name of the event, its fields, and then what was found
 * out beside it.
 */
final class EventForms {

  private EventForms() {}

  static String text(JournalEntry entry) {
    FieldWriter line = entry.event().accept(new EventWriter(entry.moment().at() + " "));
    if (!entry.moment().wallClock().equals(entry.moment().at())) {
      line.put("wall-clock", entry.moment().wallClock());
    }
    entry.answers().answers().entrySet().stream()
        .map(each -> Words.parts(each.getKey(), each.getValue()))
        .sorted(Comparator.comparing(Object::toString))
        .forEach(parts -> line.putAll("asked", parts));
    if (!entry.failedStrategies().isEmpty()) {
      line.putAll("failed", entry.failedStrategies());
    }
    return line.line();
  }

  static JournalEntry read(String text, PhoneLists lists) {
    List<String> words = List.of(text.split(" ", -1));
    if (words.size() < 2) {
      throw new EventFormatException(
          "'" + FieldReader.shown(text) + "' is no event; expected an instant and a name");
    }
    Instant at = instant(words.get(0));
    FieldReader line = new FieldReader(words.subList(2, words.size()), lists);
    RouterEvent event = EventParser.read(words.get(1), line);
    Instant wallClock = line.optional("wall-clock", Instant::parse).orElse(at);
    Map<HostAnswers.Question, Boolean> answers = new HashMap<>();
    line.repeated("asked", 5, Words::hostAnswer).forEach(answers::putAll);
    List<JournalEntry.StrategyFailure> failed = line.list("failed", Words::strategyFailure);
    line.end();
    return new JournalEntry(new Moment(at, wallClock), event, new HostAnswers(answers), failed);
  }

  private static Instant instant(String word) {
    try {
      return Instant.parse(word);
    } catch (DateTimeException malformed) {
      throw new EventFormatException(
          "'" + FieldReader.shown(word) + "' is no instant; expected such as 2026-03-02T09:00:00Z");
    }
  }
}
