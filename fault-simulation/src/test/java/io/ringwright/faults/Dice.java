package io.ringwright.faults;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/** All chance of one simulation: it follows from the seed. */
final class Dice {

  private final Random random;

  Dice(long seed) {
    // Seeds that follow one another begin alike.
    random = new Random(seed * 0x9E3779B97F4A7C15L);
    long unused = random.nextLong();
  }

  /** Dice that roll by themselves, so that one use of chance does not change another. */
  Dice split() {
    return new Dice(random.nextLong());
  }

  Random random() {
    return random;
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** From the first to the second, both included. */
  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  Duration millis(int least, int most) {
    return Duration.ofMillis(between(least, most));
  }

  <T> T oneOf(List<T> things) {
    return things.get(random.nextInt(things.size()));
  }
}
