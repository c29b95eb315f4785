package io.ringwright.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many phones and callers meet, and how long they talk.
 *
 * @param phones how many phones
 * @param callers how many call in a run
 * @param atOnce how many are in the house at once, talking or waiting
 * @param talk how long a phone talks before it hangs up
 */
record Load(int phones, int callers, int atOnce, Talk talk) {

  private static final int FIRST_PHONE = 8260;

  /** What a talk may take, with ringing and the pause after it, before a run is taken for stuck. */
  private static final Duration SLOWEST_TALK = Duration.ofSeconds(10);

  /** Talks are evenly spread between two lengths. */
  record Talk(Duration shortest, Duration longest) {
    static final Talk STEADY = new Talk(Duration.ofSeconds(2), Duration.ofSeconds(2));
    static final Talk VARIED = new Talk(Duration.ofMillis(1_500), Duration.ofMillis(2_500));
  }

  static Load named(String name) {
    return switch (name) {
      case "full" -> new Load(20, 300, 100, Talk.STEADY);
      case "varied" -> new Load(20, 300, 100, Talk.VARIED);
      case "small" -> new Load(1, 20, 20, Talk.STEADY);
      case "many" -> new Load(100, 1_500, 1_500, Talk.STEADY);
      case "many-small" -> new Load(10, 60, 60, Talk.STEADY);
      default ->
          throw new IllegalArgumentException(
              "load '" + name + "', expected full, varied, told, small, many, many-small or burst");
    };
  }

  /** The numbers of the phones. */
  List<String> numbers() {
    return IntStream.range(0, phones).mapToObj(i -> Integer.toString(FIRST_PHONE + i)).toList();
  }

  /** The same house, filled once: to warm up. */
  Load shortened() {
    return new Load(phones, Math.min(callers, atOnce), atOnce, talk);
  }

  /** After how long a run has failed. */
  Duration longest() {
    return SLOWEST_TALK.multipliedBy(callers / phones + 2L);
  }

  @Override
  public String toString() {
    String length =
        talk.shortest().equals(talk.longest())
            ? "%.1f s".formatted(talk.shortest().toMillis() / 1000.0)
            : "%.1f to %.1f s"
                .formatted(talk.shortest().toMillis() / 1000.0, talk.longest().toMillis() / 1000.0);
    return phones
        + " phone(s), "
        + callers
        + " callers a run, "
        + atOnce
        + " at once, talks of "
        + length;
  }
}
