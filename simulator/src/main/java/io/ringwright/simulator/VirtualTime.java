package io.ringwright.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * The time of a simulation: it goes from one task to the next that is due, and what is due at one
 * instant is done in the order in which it was handed in. It begins on a Monday at nine. Belongs to
 * one thread.
 */
final class VirtualTime implements InstantSource {

  static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparing(Task::due).thenComparingLong(Task::number));

  private Instant now = START;
  private long handedIn;

  private record Task(Instant due, long number, Runnable work) {}

  /** By which a task is called off. */
  @FunctionalInterface
  interface Timer {

    /** Of no task. */
    Timer NONE = () -> {};

    void cancel();
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Does something later; at once is the next thing at this instant. */
  Timer after(Duration delay, Runnable work) {
    Instant due = now.plus(delay.isNegative() ? Duration.ZERO : delay);
    Task task = new Task(due, handedIn++, work);
    tasks.add(task);
    return () -> tasks.remove(task);
  }

  /** Goes on by so much, and does what falls due on the way. */
  void advance(Duration time) {
    Instant target = now.plus(time);
    Task next = tasks.peek();
    while (next != null && !next.due().isAfter(target)) {
      tasks.remove(next);
      now = next.due();
      next.work().run();
      next = tasks.peek();
    }
    now = target;
  }
}
