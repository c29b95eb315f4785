package io.ringwright.imports;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The options of a queue, by name. */
final class QueueOptions {

  /** All options of a queue that are known, those that no Asterisk knows any longer included. */
  static final List<QueueOption> ALL =
      Stream.of(
              RingingOptions.ALL,
              PresenceOptions.ALL,
              HearingOptions.ALL,
              TalkOptions.ALL,
              LeftoverOptions.ALL)
          .flatMap(List::stream)
          .toList();

  private static final Map<String, QueueOption> BY_NAME =
      ALL.stream().collect(Collectors.toMap(QueueOption::name, Function.identity()));

  private QueueOptions() {}

  static Optional<QueueOption> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The name that is nearest to one that is not known. */
  static Optional<String> nearest(String name) {
    String given = name.toLowerCase(Locale.ROOT);
    return BY_NAME.keySet().stream()
        .filter(each -> given.length() < 40 && distance(given, each) <= 3)
        .min((one, other) -> distance(given, one) - distance(given, other));
  }

  /** How many letters have to be put in, taken out or changed. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
