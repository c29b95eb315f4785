package io.ringwright.directory;

import io.ringwright.call.SoundName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every mistake of a phone list, in the order in which it was found. */
final class Mistakes {

  private static final int MOST_SHOWN = 40;

  private final List<DirectoryException.Mistake> found = new ArrayList<>();

  /** Something that is wrong with an item, and what would be right. */
  void add(String item, String problem, String expected) {
    found.add(new DirectoryException.Mistake(item, problem, expected));
  }

  /** Something that is wrong unless it fits. */
  boolean require(boolean fits, String item, String problem, String expected) {
    if (!fits) {
      add(item, problem, expected);
    }
    return fits;
  }

  /** A whole number outside its range. */
  boolean within(Range range, String item, String what, int value) {
    boolean fits = value >= range.least && value <= range.most;
    return fits || require(fits, item, what + " " + value + " is not valid", range.words);
  }

  /** A duration outside its range. */
  boolean within(Span span, String item, String what, Duration value) {
    boolean fits = value.compareTo(span.least) >= 0 && value.compareTo(span.most) <= 0;
    return fits
        || require(fits, item, what + " " + DurationText.of(value) + " is not valid", span.words);
  }

  /** The same of one that must be whole seconds too. */
  void withinWholeSeconds(Span span, String item, String what, Duration value) {
    if (within(span, item, what, value)) {
      require(
          value.toNanosPart() == 0,
          item,
          what + " " + DurationText.of(value) + " is not valid",
          "whole seconds");
    }
  }

  /** The sound of a name, or a mistake. */
  Optional<SoundName> sound(String item, String what, String name) {
    try {
      return Optional.of(SoundName.of(name));
    } catch (IllegalArgumentException refused) {
      add(
          item,
          what + " " + quoted(name) + " is not valid",
          "a path below the directory of the sounds, 1 to 80 letters, digits, _ . / and -");
      return Optional.empty();
    }
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new DirectoryException(found);
    }
  }

  /** What somebody wrote, for a message: quoted, no line broken, cut where it gets long. */
  static String quoted(String text) {
    return "'" + visible(text) + "'";
  }

  /** The same without quotes. */
  static String visible(String text) {
    if (text.length() <= MOST_SHOWN && text.chars().noneMatch(Character::isISOControl)) {
      return text;
    }
    StringBuilder shown = new StringBuilder();
    String start = text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text;
    for (char c : start.toCharArray()) {
      shown.append(Character.isISOControl(c) ? "\\u%04x".formatted((int) c) : c);
    }
    return shown.toString();
  }

  /** The whole numbers that fit. */
  enum Range {
    ANY_COUNT(0, Integer.MAX_VALUE, "0 or more"),
    LEVEL(1, 100, "1 to 100"),
    WEIGHT(1, 1000, "1 to 1000"),
    PRIORITY(1, 1000, "1 (highest) to 1000"),
    LATER_PRIORITY(2, 1000, "2 to 1000, for the first is always open"),
    TOLD_NUMBER(1, 999, "1 to 999"),
    MINUTES(1, 60, "1 to 60 minutes"),
    RINGS(1, Integer.MAX_VALUE, "1 or more");

    private final int least;
    private final int most;
    private final String words;

    Range(int least, int most, String words) {
      this.least = least;
      this.most = most;
      this.words = words;
    }
  }

  /** The durations that fit. */
  enum Span {
    RING(Duration.ofSeconds(1), Duration.ofHours(1), "a second to an hour"),
    CONFIRMATION(Duration.ofSeconds(2), Duration.ofMinutes(1), "whole seconds, 2 s to 60 s"),
    FIRST_ANNOUNCEMENT(Duration.ZERO, Duration.ofHours(1), "zero to an hour"),
    ANNOUNCEMENT(Duration.ofSeconds(5), Duration.ofHours(1), "5 s to an hour"),
    DIGITS(Duration.ofSeconds(1), Duration.ofSeconds(10), "whole seconds, 1 s to 10 s"),
    REST(Duration.ZERO, Duration.ofDays(1), "zero to a day"),
    OPENING(Duration.ofNanos(1), Duration.ofDays(1), "above zero, up to a day"),
    WAIT(Duration.ofNanos(1), Duration.ofDays(365), "above zero, up to 365 days");

    private final Duration least;
    private final Duration most;
    private final String words;

    Span(Duration least, Duration most, String words) {
      this.least = least;
      this.most = most;
      this.words = words;
    }
  }
}
