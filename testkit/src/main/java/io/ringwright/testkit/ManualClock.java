package io.ringwright.testkit;

import io.ringwright.fakeasterisk.FakePbx;
import io.ringwright.fakeasterisk.timeline.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * A clock that moves only when told, and on its way does what is due, in order.
 *
 * <p>Give it to whatever takes an {@link java.time.InstantSource}. Tasks that are due at the same
 * instant run in the order in which they were handed in; each sees the instant at which it was due.
 *
 * <p>Thread safety: {@link #instant()} may be called by many threads, everything else by one.
 *
 * @see FakePbx
 */
public final class ManualClock implements Timeline {

  /** A Monday morning: with no reason to choose another instant, tests start here. */
  public static final Instant MONDAY_MORNING = Instant.parse("2026-01-05T09:00:00Z");

  private static final int MOST_TASKS_AT_ONE_INSTANT = 1_000_000;

  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparing(Task::due).thenComparingLong(Task::number));

  private volatile Instant now;
  private long handedIn;
  private boolean running;

  private ManualClock(Instant start) {
    this.now = start;
  }

  private record Task(Instant due, long number, Runnable work) {}

  /**
   * A clock that stands at an instant.
   *
   * @param start the instant
   * @return the clock
   */
  public static ManualClock at(Instant start) {
    return new ManualClock(start);
  }

  /**
   * A clock that stands at {@link #MONDAY_MORNING}.
   *
   * @return the clock
   */
  public static ManualClock onMondayMorning() {
    return at(MONDAY_MORNING);
  }

  @Override
  public Instant instant() {
    return now;
  }

  /**
   * Runs a task at once, or, if one is under way, right after what is due before it.
   *
   * @param task what to do
   */
  @Override
  public void run(Runnable task) {
    after(Duration.ZERO, task);
    advance(Duration.ZERO);
  }

  @Override
  public Timer after(Duration delay, Runnable task) {
    Instant due = now.plus(delay.isNegative() ? Duration.ZERO : delay);
    Task handed = new Task(due, handedIn++, task);
    tasks.add(handed);
    return () -> tasks.remove(handed);
  }

  /**
   * Moves the clock and does what falls due on the way. Inside a task it does nothing: time does
   * not pass while something is done.
   *
   * @param time by how much, zero or more
   * @throws IllegalArgumentException if it is negative
   */
  public void advance(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("time " + time + " is negative: a clock only goes on");
    }
    if (!running) {
      running = true;
      try {
        runUntil(now.plus(time));
      } finally {
        running = false;
      }
    }
  }

  private void runUntil(Instant target) {
    int atThisInstant = 0;
    for (Task task = tasks.peek(); task != null; task = tasks.peek()) {
      if (task.due().isAfter(target)) {
        break;
      }
      tasks.remove(task);
      if (task.due().isAfter(now)) {
        now = task.due();
        atThisInstant = 0;
      }
      if (++atThisInstant > MOST_TASKS_AT_ONE_INSTANT) {
        throw new IllegalStateException("at " + now + " tasks hand in new ones without an end");
      }
      task.work().run();
    }
    now = target;
  }
}
