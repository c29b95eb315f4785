package io.ringwright.records;

import java.time.Duration;
import java.util.Arrays;

/**
 * How long calls waited. Median and 90th percentile are waits that occurred, by the nearest rank:
 * of n waits in order the one of rank n/2 or 9n/10, rounded up.
 *
 * <p>Thread safety: immutable.
 *
 * @param mean the mean, cut to milliseconds: for answered calls the average speed of answer
 * @param median half of the calls waited no longer
 * @param ninetieth nine of ten calls waited no longer
 * @param longest the longest wait
 */
public record Waits(Duration mean, Duration median, Duration ninetieth, Duration longest) {

  /** Of no calls. */
  public static final Waits NONE =
      new Waits(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

  /** Of so many milliseconds each. */
  static Waits of(long[] waits) {
    if (waits.length == 0) {
      return NONE;
    }
    long[] sorted = waits.clone();
    Arrays.sort(sorted);
    return new Waits(
        Duration.ofMillis(Arrays.stream(sorted).sum() / sorted.length),
        rank(sorted, 50),
        rank(sorted, 90),
        Duration.ofMillis(sorted[sorted.length - 1]));
  }

  private static Duration rank(long[] sorted, int percent) {
    int rank = Math.toIntExact(((long) sorted.length * percent + 99) / 100);
    return Duration.ofMillis(sorted[rank - 1]);
  }
}
