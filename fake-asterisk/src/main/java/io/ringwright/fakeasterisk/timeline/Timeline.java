package io.ringwright.fakeasterisk.timeline;

import java.time.Duration;
import java.time.InstantSource;

/**
 * The one thing that moves a switch: it runs tasks one after another, now or when they are due, and
 * says what time it is.
 *
 * <p>Thread safety: as the implementation says; two tasks never run at once.
 */
public interface Timeline extends InstantSource {

  /**
   * Runs a task after those that are due already. It never runs inside a task that is under way.
   *
   * @param task what to do
   */
  void run(Runnable task);

  /**
   * Runs a task later.
   *
   * @param delay from now; zero or less means as soon as possible
   * @param task what to do
   * @return by which it can be called off
   */
  Timer after(Duration delay, Runnable task);

  /** A task that is to run later. */
  @FunctionalInterface
  interface Timer {

    /** A timer that was called off, or never set. */
    Timer NONE = () -> {};

    /** Calls the task off. Does nothing if it ran or was called off before. */
    void cancel();
  }
}
