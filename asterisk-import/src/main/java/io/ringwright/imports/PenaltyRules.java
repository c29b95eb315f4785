package io.ringwright.imports;

import io.ringwright.directory.StandardStrategy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The rules of queuerules.conf: after which wait the highest penalty rises. A rule changes only
 * what the dialplan has set before.
 */
final class PenaltyRules {

  private static final int DAY = 86_400;

  private final ReportBook book;
  private final Map<String, List<Change>> rules = new LinkedHashMap<>();

  private record Change(ConfigLine line, int seconds, String max, boolean more) {}

  PenaltyRules(ReportBook book) {
    this.book = book;
  }

  void read(List<ConfigSection> sections) {
    for (ConfigSection each : sections) {
      if (each.name().equalsIgnoreCase("general")) {
        each.lines().forEach(this::general);
        if (each.head().at().line() > 0) {
          book.note(each.head(), Outcome.notNeeded("read"));
        }
      } else if (!each.isTemplate() && !rules.containsKey(each.name())) {
        List<Change> changes = new ArrayList<>();
        each.lines().forEach(line -> change(line, changes));
        changes.sort(Comparator.comparingInt(Change::seconds));
        rules.put(each.name(), changes);
        book.note(each.head(), Outcome.notNeeded("read"));
      }
    }
  }

  private void general(ConfigLine line) {
    boolean database = line.is("realtime_rules") && Values.yes(line.value());
    book.note(
        line,
        database
            ? Outcome.notPossible("rules in a database are not read")
            : Outcome.notNeeded("no rules in a database"));
  }

  private void change(ConfigLine line, List<Change> changes) {
    List<String> parts = Values.list(line.value());
    int seconds = Values.number(parts.get(0));
    if (!line.is("penaltychange") || parts.size() < 2 || seconds < 0) {
      book.note(line, Outcome.notNeeded("Asterisk ignores it: expected penaltychange => time,max"));
      return;
    }
    boolean more = !Values.at(parts, 2).isEmpty() || !Values.at(parts, 3).isEmpty();
    changes.add(new Change(line, seconds, parts.get(1), more));
  }

  /** Adds to a hunt group what the rule of this name says. */
  static Outcome named(QueueDraft draft, String name) {
    return name.isEmpty() ? Outcome.kept("no rule") : draft.house().rules().apply(draft, name);
  }

  private Outcome apply(QueueDraft draft, String name) {
    List<Change> changes = rules.get(name);
    if (changes == null) {
      return Outcome.notPossible("queuerules.conf has no rule of this name");
    }
    Outcome without = withoutEffect(draft);
    OptionalInt start = draft.maxPenalty();
    if (without.verdict() != Verdict.KEPT || start.isEmpty()) {
      changes.forEach(each -> book.note(each.line(), without));
      return without;
    }
    int max = start.getAsInt();
    for (Change each : changes) {
      max = raise(draft, each, max);
    }
    int last = max;
    if (!isFor(draft, last)) {
      return Outcome.kept("open-priority");
    }
    draft.open(last + 2, Duration.ofSeconds(DAY));
    return Outcome.changed(
        "open-priority; the rule never opens penalties above " + last + ": they open after a day");
  }

  private static Outcome withoutEffect(QueueDraft draft) {
    if (!draft.dialplan().isKnown()) {
      return Outcome.notPossible(
          "whether QUEUE_MAX_PENALTY is set, says extensions.conf: not there");
    }
    if (draft.maxPenalty().isEmpty()) {
      return Outcome.notNeeded("without effect: the dialplan does not set QUEUE_MAX_PENALTY");
    }
    return draft.strategy() == StandardStrategy.WEIGHTED_RANDOM
        ? Outcome.notPossible("penalties became weights, and there are no priorities to open")
        : Outcome.kept("");
  }

  /** The highest penalty after a change. */
  private int raise(QueueDraft draft, Change change, int max) {
    int now = Math.min(max(change.max(), max), 998);
    if (change.more()) {
      book.note(
          change.line(),
          Outcome.notPossible(
              "whoever is open stays so, and keeps the priority: no min, no raise"));
    }
    if (now < max) {
      book.note(change.line(), Outcome.notPossible("whoever is open stays so"));
      return max;
    }
    if (now == max || !isFor(draft, max)) {
      book.note(change.line(), Outcome.notNeeded("it opens nobody"));
      return now;
    }
    int seconds = Math.max(1, Math.min(change.seconds(), DAY));
    draft.open(max + 2, Duration.ofSeconds(seconds));
    book.note(
        change.line(), Outcome.kept("priority " + (max + 2) + " opens after " + seconds + " s"));
    return now;
  }

  private static int max(String change, int before) {
    if (change.isEmpty()) {
      return before;
    }
    boolean relative = change.startsWith("+") || change.startsWith("-");
    long now = relative ? (long) before + Values.number(change) : Values.number(change);
    return (int) Math.max(0, Math.min(now, Integer.MAX_VALUE));
  }

  /** Whether anybody has a penalty above this one. */
  private static boolean isFor(QueueDraft draft, int max) {
    return draft.members().stream().anyMatch(each -> each.priority() >= max + 2);
  }
}
