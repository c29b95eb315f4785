package io.ringwright.files;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 20 s}, {@code 1 h 30 min}, {@code 250 ms}. */
final class DurationWords {

  private static final Pattern PART = Pattern.compile("\\G\\s*([0-9]{1,18})\\s*([a-z]+)");

  private DurationWords() {}

  /** Every part that is not zero, down to nanoseconds. */
  static String of(Duration time) {
    List<String> parts = new ArrayList<>();
    add(parts, time.toDaysPart(), "d");
    add(parts, time.toHoursPart(), "h");
    add(parts, time.toMinutesPart(), "min");
    add(parts, time.toSecondsPart(), "s");
    add(parts, time.toMillisPart(), "ms");
    add(parts, time.toNanosPart() % 1_000_000, "ns");
    return parts.isEmpty() ? "0 s" : String.join(" ", parts);
  }

  private static void add(List<String> parts, long amount, String unit) {
    if (amount != 0) {
      parts.add(amount + " " + unit);
    }
  }

  /** Empty if it is no duration, or one that no setting can have. */
  static Optional<Duration> read(String text) {
    Matcher part = PART.matcher(text);
    Duration time = Duration.ZERO;
    int end = 0;
    while (part.find()) {
      Optional<Duration> unit = unit(part.group(2));
      if (unit.isEmpty()) {
        return Optional.empty();
      }
      try {
        time = time.plus(unit.get().multipliedBy(Long.parseLong(part.group(1))));
      } catch (ArithmeticException tooLong) {
        return Optional.empty();
      }
      end = part.end();
    }
    return end > 0 && text.substring(end).isBlank() ? Optional.of(time) : Optional.empty();
  }

  private static Optional<Duration> unit(String word) {
    return switch (word) {
      case "d", "day", "days" -> Optional.of(Duration.ofDays(1));
      case "h", "hour", "hours" -> Optional.of(Duration.ofHours(1));
      case "min", "minute", "minutes" -> Optional.of(Duration.ofMinutes(1));
      case "s", "sec", "second", "seconds" -> Optional.of(Duration.ofSeconds(1));
      case "ms" -> Optional.of(Duration.ofMillis(1));
      case "ns" -> Optional.of(Duration.ofNanos(1));
      default -> Optional.empty();
    };
  }
}
