package io.ringwright.faults;

import io.ringwright.fakeasterisk.timeline.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/**
 * Virtual time: tasks run one after another, those that are due first in front, and time stands
 * still while one runs. A task may wait for something: then what is due meanwhile runs within it,
 * as other threads would.
 */
final class VirtualTimeline implements Timeline {

  /** Where it begins: a Monday at nine. */
  static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

  private static final int DEEPEST_WAIT = 40;

  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(
          Comparator.<Task>comparingLong(task -> task.due).thenComparingLong(task -> task.number));

  private long nanos;
  private long handedIn;
  private int waits;
  private Runnable afterEach = () -> {};

  private static final class Task implements Timer {
    private final long due;
    private final long number;
    private Runnable work;

    Task(long due, long number, Runnable work) {
      this.due = due;
      this.number = number;
      this.work = work;
    }

    @Override
    public void cancel() {
      work = () -> {};
    }
  }

  /** Runs this after every task. */
  void afterEach(Runnable check) {
    afterEach = check;
  }

  @Override
  public Instant instant() {
    return START.plusNanos(nanos);
  }

  /** Counts nanoseconds from the beginning; no clock step changes it. */
  long nanoTime() {
    return nanos;
  }

  @Override
  public void run(Runnable work) {
    after(Duration.ZERO, work);
  }

  @Override
  public Timer after(Duration delay, Runnable work) {
    Task task = new Task(nanos + Math.max(0, delay.toNanos()), handedIn++, work);
    tasks.add(task);
    return task;
  }

  /** Lets time pass, and does what is due on the way. */
  void advance(Duration time) {
    long target = nanos + time.toNanos();
    Task next = tasks.peek();
    while (next != null && next.due <= target) {
      runNext();
      next = tasks.peek();
    }
    nanos = Math.max(nanos, target);
  }

  /** Lets time pass until something holds; says whether it does. */
  boolean until(BooleanSupplier holds, Duration longest) {
    long target = nanos + longest.toNanos();
    while (!holds.getAsBoolean()) {
      Task next = tasks.peek();
      if (next == null || next.due > target) {
        nanos = Math.max(nanos, target);
        return holds.getAsBoolean();
      }
      runNext();
    }
    return true;
  }

  /** Has the task that is under way wait until something holds; too many do not wait at once. */
  void await(BooleanSupplier holds, Duration longest) {
    if (waits < DEEPEST_WAIT) {
      waits++;
      try {
        boolean unused = until(holds, longest);
      } finally {
        waits--;
      }
    }
  }

  private void runNext() {
    Task next = tasks.remove();
    nanos = Math.max(nanos, next.due);
    next.work.run();
    afterEach.run();
  }
}
