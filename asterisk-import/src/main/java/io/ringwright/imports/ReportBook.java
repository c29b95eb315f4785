package io.ringwright.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Collects what becomes of each line. A line of a template has an outcome for each queue that
 * inherits it: the one counts that most needs a look.
 */
final class ReportBook {

  private static final int MOST_REASONS = 3;
  private static final int MOST_SHOWN = 200;
  private static final Outcome NOT_READ = Outcome.notPossible("nothing is known of this line");

  private final Map<Place, Entry> entries = new LinkedHashMap<>();

  private record Entry(ConfigLine line, Set<Outcome> outcomes) {}

  /** A line of the configuration; each is in the report, whatever becomes of it. */
  void line(ConfigLine line) {
    entry(line);
  }

  void note(ConfigLine line, Outcome outcome) {
    entry(line).outcomes().add(outcome);
  }

  private Entry entry(ConfigLine line) {
    return entries.computeIfAbsent(line.at(), at -> new Entry(line, new LinkedHashSet<>(2)));
  }

  boolean knows(ConfigLine line) {
    Entry entry = entries.get(line.at());
    return entry != null && !entry.outcomes().isEmpty();
  }

  /** For those of the lines of which nothing was said. */
  void rest(List<ConfigLine> lines, Outcome outcome) {
    lines.stream().filter(each -> !knows(each)).forEach(each -> note(each, outcome));
  }

  ImportReport report() {
    List<ReportEntry> report = new ArrayList<>();
    entries.values().forEach(each -> report.add(entry(each)));
    return new ImportReport(report);
  }

  private static ReportEntry entry(Entry entry) {
    Set<Outcome> outcomes = entry.outcomes().isEmpty() ? Set.of(NOT_READ) : entry.outcomes();
    Verdict worst =
        outcomes.stream().map(Outcome::verdict).max(Enum::compareTo).orElse(Verdict.NOT_POSSIBLE);
    List<String> reasons =
        outcomes.stream()
            .filter(each -> each.verdict() == worst)
            .map(Outcome::reason)
            .distinct()
            .toList();
    ConfigLine line = entry.line();
    return new ReportEntry(
        line.at().file(),
        line.at().line(),
        shown(line.section()),
        shown(line.key()),
        shown(line.value()),
        worst,
        joined(reasons));
  }

  private static String joined(List<String> reasons) {
    String text = reasons.stream().limit(MOST_REASONS).collect(Collectors.joining("; "));
    int more = reasons.size() - MOST_REASONS;
    return more <= 0 ? text : text + "; and " + more + " more, in other hunt groups";
  }

  /** Nothing that would end a line of the report, and no more than can be read. */
  static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(MOST_SHOWN)
        .forEach(c -> shown.appendCodePoint(Character.isISOControl(c) ? '?' : c));
    return text.codePointCount(0, text.length()) > MOST_SHOWN ? shown + "…" : shown.toString();
  }
}
