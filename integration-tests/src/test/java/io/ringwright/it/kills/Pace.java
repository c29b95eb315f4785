package io.ringwright.it.kills;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Lets time pass between two steps of a run. */
final class Pace {

  private Pace() {}

  static void pass(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
  }
}
