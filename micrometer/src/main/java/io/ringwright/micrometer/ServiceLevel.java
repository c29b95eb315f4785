package io.ringwright.micrometer;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The service level of the last minutes for each group: calls answered within the target, of those
 * that were answered or abandoned. Minutes are counted whole: the window ends with the minute that
 * runs.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class ServiceLevel {

  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private final int minutes;
  private final LongSupplier nanoseconds;

  @GuardedBy("this")
  private final Map<String, Minute[]> groups = new HashMap<>();

  ServiceLevel(Duration window, LongSupplier nanoseconds) {
    this.minutes = Math.toIntExact(window.toMinutes());
    this.nanoseconds = nanoseconds;
  }

  /** What was counted in one minute. */
  private static final class Minute {
    long number = Long.MIN_VALUE;
    long inTime;
    long all;
  }

  /** Counts a call that was answered or abandoned. */
  synchronized void count(String group, boolean answeredInTime) {
    long now = Math.floorDiv(nanoseconds.getAsLong(), MINUTE);
    Minute minute = window(group)[Math.floorMod(now, minutes)];
    if (minute.number != now) {
      minute.number = now;
      minute.inTime = 0;
      minute.all = 0;
    }
    minute.all++;
    minute.inTime += answeredInTime ? 1 : 0;
  }

  /** The share that was answered in time; not a number where there was no call. */
  synchronized double of(String group) {
    long oldest = Math.floorDiv(nanoseconds.getAsLong(), MINUTE) - minutes + 1;
    long inTime = 0;
    long all = 0;
    for (Minute minute : window(group)) {
      if (minute.number >= oldest) {
        inTime += minute.inTime;
        all += minute.all;
      }
    }
    return all == 0 ? Double.NaN : (double) inTime / all;
  }

  @GuardedBy("this")
  private Minute[] window(String group) {
    return groups.computeIfAbsent(group, any -> empty());
  }

  private Minute[] empty() {
    Minute[] window = new Minute[minutes];
    for (int i = 0; i < minutes; i++) {
      window[i] = new Minute();
    }
    return window;
  }
}
