package io.ringwright.imports;

import io.ringwright.call.ContextName;
import io.ringwright.call.DialplanExtension;
import io.ringwright.directory.HuntGroup.Absence;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Options that say which calls may wait, and by which keys they leave. */
final class PresenceOptions {

  static final List<QueueOption> ALL =
      List.of(
          new QueueOption(
              "maxlen",
              "`queue-limit`; 0 is no limit there and lets none wait here: a million",
              PresenceOptions::maxlen),
          new QueueOption("joinempty", "`nobody-there`: `on-arrival`", PresenceOptions::joinEmpty),
          new QueueOption(
              "leavewhenempty", "`nobody-there`: `while-waiting`", PresenceOptions::leaveWhenEmpty),
          new QueueOption(
              "context",
              "`keys`: one for each extension of the context with 1 to 4 digits",
              PresenceOptions::context),
          new QueueOption(
              "servicelevel",
              "not in a phone file: reports and wallboard are told the seconds",
              PresenceOptions::serviceLevel));

  private static final int MOST_KEYS = 50;

  private PresenceOptions() {}

  private static Outcome maxlen(QueueDraft draft, String value) {
    int calls = Values.number(value);
    if (calls <= 0) {
      return Outcome.changed("no limit: queue-limit " + QueueDraft.UNLIMITED + ", for 0 is none");
    }
    draft.group(each -> each.queueLimit(calls));
    return Outcome.kept("queue-limit " + calls);
  }

  private static Outcome serviceLevel(QueueDraft draft, String value) {
    int seconds = Values.number(value);
    return seconds <= 0
        ? Outcome.kept("no service level")
        : Outcome.changed(
            "no part of the list: tell reports and wallboard these " + seconds + " s");
  }

  /** What a value of joinempty or leavewhenempty says, and what of it cannot be said here. */
  private record Empty(Set<Absence> ways, List<String> other, boolean exact) {

    Outcome outcome(String where) {
      String said =
          ways.isEmpty()
              ? "calls wait whoever is there"
              : "nobody-there, " + where + ": " + Empty.words(ways);
      if (!other.isEmpty()) {
        return Outcome.changed(said + "; not " + String.join(", ", other));
      }
      return exact ? Outcome.kept(said) : Outcome.changed(said + "; one word for both here");
    }

    private static String words(Set<Absence> ways) {
      return ways.stream()
          .map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-'))
          .reduce((one, next) -> one + ", " + next)
          .orElse("");
    }
  }

  private static Outcome joinEmpty(QueueDraft draft, String value) {
    Empty empty = empty(value, Values.yes(value));
    draft.absentOnArrival(empty.ways());
    Set<Absence> leaving = leaving(draft.source()).ways();
    return empty.ways().containsAll(leaving)
        ? empty.outcome("on-arrival")
        : Outcome.changed(
            empty.outcome("on-arrival").reason()
                + "; and whoever leavewhenempty sends away is not let in");
  }

  private static Outcome leaveWhenEmpty(QueueDraft draft, String value) {
    Empty empty = leaving(draft.source());
    Set<Absence> arriving =
        empty(draft.source().value("joinempty", "yes"), joins(draft.source())).ways();
    draft.absentWhileWaiting(empty.ways());
    return arriving.containsAll(empty.ways())
        ? empty.outcome("while-waiting")
        : Outcome.changed(
            empty.outcome("while-waiting").reason() + "; counts for calls that come too");
  }

  private static Empty leaving(QueueSource source) {
    String value = source.value("leavewhenempty", "no");
    return empty(value, Values.isNo(value));
  }

  private static boolean joins(QueueSource source) {
    return Values.yes(source.value("joinempty", "yes"));
  }

  /** Members that left a queue are no members of it any longer: here they are logged out. */
  private static Empty empty(String value, boolean never) {
    Set<Absence> ways = EnumSet.noneOf(Absence.class);
    List<String> other = new ArrayList<>();
    if (never) {
      return new Empty(ways, other, true);
    }
    ways.add(Absence.LOGGED_OUT);
    Set<String> said = new LinkedHashSet<>();
    for (String word : Values.list(value.toLowerCase(Locale.ROOT))) {
      said.addAll(words(word));
    }
    for (String word : said) {
      switch (word) {
        case "paused" -> ways.add(Absence.PAUSED);
        case "invalid", "unavailable" -> ways.add(Absence.NOT_REACHABLE);
        default -> other.add(word);
      }
    }
    boolean one = said.contains("invalid") ^ said.contains("unavailable");
    return new Empty(ways, other, !one);
  }

  private static List<String> words(String word) {
    return switch (word) {
      case "loose" -> List.of("penalty", "invalid");
      case "strict" -> List.of("penalty", "invalid", "paused", "unavailable");
      case "no", "yes", "false", "true", "0", "1", "off", "on", "n", "y", "f", "t" ->
          List.of("penalty", "invalid", "paused");
      default -> List.of(word);
    };
  }

  private static Outcome context(QueueDraft draft, String value) {
    if (value.isEmpty()) {
      return Outcome.kept("no keys");
    }
    Optional<Set<String>> extensions = draft.dialplan().extensions(value);
    if (extensions.isEmpty()) {
      return Outcome.notPossible("the dialplan has no such context: name the keys in the file");
    }
    List<String> keys =
        extensions.get().stream().filter(each -> each.matches("[0-9*#]{1,4}")).toList();
    List<String> taken = new ArrayList<>();
    for (String key : keys) {
      if (taken.size() < MOST_KEYS && isPlace(value)) {
        draft.group(
            group -> group.callersPress(all -> all.leave(key, DialplanExtension.of(value, key))));
        taken.add(key);
      }
    }
    if (taken.isEmpty()) {
      return Outcome.notPossible("no extension of this context has 1 to 4 digits: name the keys");
    }
    String said = "keys " + String.join(", ", taken) + " lead there";
    return taken.size() < keys.size()
        ? Outcome.changed(said + "; at most " + MOST_KEYS)
        : Outcome.kept(said);
  }

  private static boolean isPlace(String context) {
    return ContextName.parse(context).isPresent();
  }
}
