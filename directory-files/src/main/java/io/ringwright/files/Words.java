package io.ringwright.files;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** How constants stand in a phone file, and what somebody wrote in a message. */
final class Words {

  private static final int MOST_SHOWN = 40;
  private static final int MOST_COMPARED = 2000;
  private static final Pattern INNER_CAPITAL = Pattern.compile("(?<=[a-z])(?=[A-Z])");
  private static final Pattern CAMEL_WORD = Pattern.compile("\\b[a-z]+(?:[A-Z][a-z]+)+\\b");

  private static final Pattern CONSTANT =
      Pattern.compile("\\b(?:LOGGED_OUT|PAUSED|NOT_REACHABLE|REFUSED)\\b");

  /** Settings whose keys are not named as the methods of the builders are. */
  private static final Map<String, String> OTHER_KEYS =
      Map.of(
          "nobodyThereOnArrival", "on-arrival",
          "nobodyThereWhileWaiting", "while-waiting",
          "inEarlyMedia", "line: early-media",
          "ringingUnanswered", "line: ringing");

  private Words() {}

  /** In lower case, with dashes. */
  static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What somebody wrote: quoted, no line broken, cut where it gets long. */
  static String quoted(String text) {
    StringBuilder shown = new StringBuilder("'");
    text.codePoints()
        .limit(MOST_SHOWN)
        .forEach(
            c -> {
              if (Character.isISOControl(c)) {
                shown.append("\\u%04x".formatted(c));
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.append(text.codePointCount(0, text.length()) > MOST_SHOWN ? "…'" : "'").toString();
  }

  /** Names of Java in a message, as the keys and words of a phone file are written. */
  static String asKeys(String message) {
    String words = message;
    for (Map.Entry<String, String> other : OTHER_KEYS.entrySet()) {
      words = words.replace(other.getKey(), other.getValue());
    }
    String small =
        CONSTANT
            .matcher(words)
            .replaceAll(word -> word.group().toLowerCase(Locale.ROOT).replace('_', '-'));
    return CAMEL_WORD
        .matcher(small)
        .replaceAll(
            word -> INNER_CAPITAL.matcher(word.group()).replaceAll("-").toLowerCase(Locale.ROOT));
  }

  /** The one that somebody probably meant. */
  static Optional<String> nearest(String written, Collection<String> known) {
    String small = cut(written).toLowerCase(Locale.ROOT);
    int most = Math.max(2, small.length() / 3);
    return known.stream()
        .limit(MOST_COMPARED)
        .min(
            Comparator.<String>comparingInt(each -> distance(small, each.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()))
        .filter(each -> distance(small, each.toLowerCase(Locale.ROOT)) <= most);
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), 2 * MOST_SHOWN));
  }

  /** How many characters differ; none if one is short for the other. */
  private static int distance(String one, String other) {
    boolean isShort = one.length() > 2 && other.startsWith(one);
    return isShort ? 0 : edits(one, other);
  }

  /** Source: Levenshtein, 1966. */
  private static int edits(String one, String other) {
    int[] before = new int[other.length() + 1];
    for (int at = 0; at < before.length; at++) {
      before[at] = at;
    }
    for (int row = 1; row <= one.length(); row++) {
      int[] now = new int[before.length];
      now[0] = row;
      for (int at = 1; at < now.length; at++) {
        int changed = one.charAt(row - 1) == other.charAt(at - 1) ? 0 : 1;
        now[at] = Math.min(before[at - 1] + changed, 1 + Math.min(before[at], now[at - 1]));
      }
      before = now;
    }
    return before[other.length()];
  }
}
