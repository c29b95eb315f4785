package io.ringwright.directory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Durations as people write them: {@code 20 s}, {@code 1 h 30 min}, {@code 250 ms}. */
public final class DurationText {

  private DurationText() {}

  /**
   * A duration in words.
   *
   * @param time any duration
   * @return its parts from days down to milliseconds, those that are zero left out; {@code 0 s} for
   *     none
   */
  public static String of(Duration time) {
    if (time.isNegative()) {
      return time.toSeconds() == Long.MIN_VALUE ? time.toString() : "-" + of(time.negated());
    }
    List<String> parts = new ArrayList<>();
    add(parts, time.toDaysPart(), "d");
    add(parts, time.toHoursPart(), "h");
    add(parts, time.toMinutesPart(), "min");
    add(parts, time.toSecondsPart(), "s");
    add(parts, time.toMillisPart(), "ms");
    if (parts.isEmpty()) {
      return time.isZero() ? "0 s" : time.toNanosPart() + " ns";
    }
    return String.join(" ", parts);
  }

  private static void add(List<String> parts, long amount, String unit) {
    if (amount != 0) {
      parts.add(amount + " " + unit);
    }
  }
}
