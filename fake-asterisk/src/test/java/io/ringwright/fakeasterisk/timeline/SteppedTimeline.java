package io.ringwright.fakeasterisk.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** A timeline that goes on only when a test says so. */
public final class SteppedTimeline implements Timeline {

  /** Where it begins: a Monday at nine. */
  public static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparing(Task::due).thenComparingLong(Task::number));

  private Instant now = START;
  private long handedIn;
  private boolean running;

  private record Task(Instant due, long number, Runnable work) {}

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public void run(Runnable task) {
    after(Duration.ZERO, task);
    if (!running) {
      advance(Duration.ZERO);
    }
  }

  @Override
  public Timer after(Duration delay, Runnable work) {
    Task task = new Task(now.plus(delay.isNegative() ? Duration.ZERO : delay), handedIn++, work);
    tasks.add(task);
    return () -> tasks.remove(task);
  }

  /** Time passes, and what is due on the way is done. */
  public void advance(Duration time) {
    Instant target = now.plus(time);
    running = true;
    try {
      for (Task next = tasks.peek(); next != null && !next.due().isAfter(target); ) {
        tasks.remove(next);
        now = next.due();
        next.work().run();
        next = tasks.peek();
      }
    } finally {
      running = false;
    }
    now = target;
  }
}
