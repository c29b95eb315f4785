package io.ringwright.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How many phones and callers meet.
 *
 * @param phones how many phones
 * @param callers how many call in a run
 * @param atOnce how many are in the house at once, talking or waiting
 * @param perSecond how many arrive in a second until the house is full
 */
record Load(int phones, int callers, int atOnce, int perSecond) {

  static final Load FULL = new Load(20, 300, 100, 50);
  static final Load SMALL = new Load(1, 20, 20, 50);

  private static final int FIRST_PHONE = 8260;

  /**
   * What a talk may cost, ringing and app_queue's pause included, before a run is taken for stuck.
   */
  private static final Duration SLOWEST_TALK = Duration.ofSeconds(10);

  static Load named(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "full" -> FULL;
      case "small" -> SMALL;
      default -> throw new IllegalArgumentException("load '" + name + "', expected full or small");
    };
  }

  /** The numbers of the phones. */
  List<String> numbers() {
    return IntStream.range(0, phones).mapToObj(i -> Integer.toString(FIRST_PHONE + i)).toList();
  }

  /** The same phones, and callers for about three talks on each: to warm up. */
  Load shortened() {
    return new Load(phones, Math.min(callers, atOnce), atOnce, perSecond);
  }

  /** After how long a run has failed. */
  Duration longest() {
    return SLOWEST_TALK.multipliedBy(callers / phones + 2L);
  }
}
