package io.ringwright.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A queue as its section says it: the line of each option that counts, and its members. */
final class QueueSource {

  private static final Map<String, String> OTHER_NAMES =
      Map.of("music", "musicclass", "musiconhold", "musicclass");

  private final ConfigSection section;
  private final Map<String, ConfigLine> options = new LinkedHashMap<>();
  private final List<ConfigLine> members;

  QueueSource(ConfigSection section, ReportBook book) {
    this.section = section;
    this.members = section.lines().stream().filter(each -> each.is("member")).toList();
    for (ConfigLine line : section.lines()) {
      if (!line.is("member")) {
        option(line, book);
      }
    }
  }

  /** The last line of an option counts; but app_queue goes by the first strategy that it finds. */
  private void option(ConfigLine line, ReportBook book) {
    ConfigLine earlier = options.get(name(line));
    if (earlier != null && !earlier.at().equals(line.at())) {
      if (line.is("strategy")) {
        book.note(line, secondStrategy(line, earlier));
        return;
      }
      book.note(earlier, Outcome.notNeeded("a later line counts: " + line.at()));
    }
    options.put(name(line), line);
  }

  private static Outcome secondStrategy(ConfigLine line, ConfigLine first) {
    return line.value().equalsIgnoreCase(first.value())
        ? Outcome.notNeeded("said before: " + first.at())
        : Outcome.changed(
            "app_queue goes by the first strategy, "
                + first.at()
                + ": if this one was meant, name it in the phone file");
  }

  /** The one name of an option that has several. */
  static String name(ConfigLine line) {
    String name = line.key().toLowerCase(Locale.ROOT);
    return OTHER_NAMES.getOrDefault(name, name);
  }

  String name() {
    return section.name();
  }

  ConfigSection section() {
    return section;
  }

  List<ConfigLine> members() {
    return members;
  }

  Map<String, ConfigLine> options() {
    return options;
  }

  Optional<String> value(String option) {
    return Optional.ofNullable(options.get(option)).map(ConfigLine::value);
  }

  String value(String option, String usual) {
    return value(option).orElse(usual);
  }

  int number(String option, int usual) {
    return value(option).map(Values::number).orElse(usual);
  }

  boolean yes(String option, boolean usual) {
    return value(option).map(Values::yes).orElse(usual);
  }

  /** For how long a phone rings, in seconds; app_queue rings for 15 s if nothing is said. */
  int ringTime() {
    int seconds = number("timeout", 15);
    return seconds <= 0 ? 3600 : Math.min(seconds, 3600);
  }
}
