package io.ringwright.ami;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what other threads will bring about, at most so long. */
final class Eventually {

  private static final Duration LONGEST = Duration.ofSeconds(20);

  private Eventually() {}

  static void eventually(String what, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      Thread.sleep(2);
    }
    assertThat(condition.getAsBoolean()).as(what).isTrue();
  }
}
