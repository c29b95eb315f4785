package io.ringwright.imports;

import io.ringwright.imports.Dialplan.Hint;
import io.ringwright.imports.Dialplan.QueueCall;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads of a dialplan what concerns queues; all else stays as it is. */
final class DialplanReader {

  private static final Outcome STAYS = Outcome.notNeeded("the dialplan stays as it is");
  private static final Outcome HINT = Outcome.notNeeded("hints stay in the dialplan");
  private static final Outcome PENALTY_READ =
      Outcome.notNeeded("read for the rules of the queues that are called below it");
  private static final Outcome WHICHEVER =
      Outcome.changed("which queue is called is known only in a call: route by its number");
  private static final Pattern QUEUE = Pattern.compile("(?i)queue\\s*\\((.*)\\)\\s*");
  private static final Pattern PENALTY =
      Pattern.compile("(?i)set\\s*\\(\\s*_{0,2}QUEUE_MAX_PENALTY\\s*=\\s*([0-9]+)\\s*\\)\\s*");

  private final ReportBook book;
  private final Dialplan dialplan = new Dialplan();
  private String extension = "";
  private OptionalInt maxPenalty = OptionalInt.empty();

  DialplanReader(ReportBook book) {
    this.book = book;
  }

  Dialplan read(List<ConfigSection> sections) {
    for (ConfigSection each : sections) {
      boolean settings = each.name().equals("general") || each.name().equals("globals");
      if (each.head().at().line() > 0) {
        book.note(each.head(), STAYS);
      }
      if (settings || each.isTemplate()) {
        book.rest(each.lines(), STAYS);
      } else {
        dialplan.context(each.name());
        begin("");
        each.lines()
            .forEach(
                line -> line(line, each.name()).ifPresent(outcome -> book.note(line, outcome)));
      }
    }
    return dialplan;
  }

  private void begin(String name) {
    if (!name.equals(extension)) {
      extension = name;
      maxPenalty = OptionalInt.empty();
    }
  }

  /** Empty for what is said when the queues are known. */
  private Optional<Outcome> line(ConfigLine line, String context) {
    if (line.is("exten")) {
      String[] parts = line.value().split("\\s*,\\s*", 3);
      begin(parts[0].strip());
      if (!extension.startsWith("_") && !extension.isEmpty()) {
        dialplan.extension(context, extension);
      }
      return parts.length < 3 ? Optional.of(STAYS) : step(line, context, parts[1], parts[2]);
    }
    String[] parts = line.value().split("\\s*,\\s*", 2);
    return line.is("same") && parts.length == 2
        ? step(line, context, parts[0], parts[1])
        : Optional.of(STAYS);
  }

  private Optional<Outcome> step(
      ConfigLine line, String context, String priority, String application) {
    if (priority.equalsIgnoreCase("hint")) {
      hint(context, application);
      return Optional.of(HINT);
    }
    Matcher penalty = PENALTY.matcher(application);
    if (penalty.matches()) {
      maxPenalty = OptionalInt.of(Values.number(penalty.group(1)));
      return Optional.of(PENALTY_READ);
    }
    Matcher queue = QUEUE.matcher(application);
    if (!queue.matches()) {
      return Optional.of(STAYS);
    }
    QueueCall call = new QueueCall(line, extension, Values.arguments(queue.group(1)), maxPenalty);
    dialplan.call(call);
    return Optional.of(WHICHEVER).filter(each -> call.queue().contains("$"));
  }

  /** Devices stand before the comma and, among them, what is no phone after {@code Custom:}. */
  private void hint(String context, String devices) {
    if (!extension.startsWith("_") && !devices.contains("$")) {
      List<String> phones =
          Stream.of(devices.split(",", 2)[0].split("&"))
              .map(String::strip)
              .filter(each -> each.contains("/"))
              .toList();
      if (!phones.isEmpty()) {
        dialplan.hint(new Hint(extension, context), phones);
      }
    }
  }
}
