package io.ringwright.agi;

import java.time.Duration;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Sees to it that something happens when a given time has passed, unless it is called off before;
 * made for the case that it nearly always is.
 *
 * <p>To set an alarm and call it off costs an entry in a queue, and wakes no thread: ten ticks
 * within the time look through what is pending. An alarm goes off after eight to ten of them, or
 * earlier where less time is left. While nothing is pending nothing ticks.
 *
 * <p>Thread safety: may be used by many threads. Alarms go off on the clockwork's thread, and must
 * not hold it up.
 */
final class Watchdog {

  private static final int TICKS = 10;

  private static final Runnable NOTHING = () -> {};

  private final ScheduledExecutorService clockwork;
  private final long tickNanos;
  private final Queue<Alarm> pending = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean ticking = new AtomicBoolean();
  private final AtomicLong ticks = new AtomicLong();

  /**
   * A watchdog for alarms that have the same time, or less.
   *
   * @param clockwork ticks; once it is shut down no alarm goes off any more
   * @param time from {@link #alarm} to the alarm, at most
   */
  Watchdog(ScheduledExecutorService clockwork, Duration time) {
    this.clockwork = clockwork;
    this.tickNanos = time.dividedBy(TICKS).toNanos();
  }

  /** Something that will happen unless it is called off. */
  static final class Alarm {
    private final AtomicReference<Runnable> action;
    private final long dueTick;

    private Alarm(Runnable action, long dueTick) {
      this.action = new AtomicReference<>(action);
      this.dueTick = dueTick;
    }

    /** Nothing happens any more, unless it is happening already. */
    void callOff() {
      action.set(NOTHING);
    }

    private boolean isOver(long tick) {
      return action.get() == NOTHING || dueTick <= tick;
    }

    private void goOff() {
      action.getAndSet(NOTHING).run();
    }
  }

  /** Sets an alarm. */
  Alarm alarm(Runnable action) {
    return alarm(action, tickNanos * TICKS);
  }

  /**
   * Sets an alarm of which a part of the time has passed.
   *
   * @param nanos from now to the alarm, at most; not above the time of this watchdog
   */
  Alarm alarm(Runnable action, long nanos) {
    // A tick less: the one under way may have begun to look before this alarm is there.
    Alarm alarm = new Alarm(action, ticks.get() + Math.max(1, nanos / tickNanos - 1));
    pending.add(alarm);
    tickIfNeeded();
    return alarm;
  }

  private void tickIfNeeded() {
    if (!pending.isEmpty() && !ticking.get() && ticking.compareAndSet(false, true)) {
      try {
        var unused = clockwork.schedule(this::tick, tickNanos, TimeUnit.NANOSECONDS);
      } catch (RejectedExecutionException stopped) {
        // The server is closing, and closes its lines itself.
      }
    }
  }

  private void tick() {
    try {
      lookThrough(ticks.incrementAndGet());
    } finally {
      ticking.set(false);
      tickIfNeeded();
    }
  }

  private void lookThrough(long tick) {
    for (Iterator<Alarm> each = pending.iterator(); each.hasNext(); ) {
      Alarm alarm = each.next();
      if (alarm.isOver(tick)) {
        each.remove();
        alarm.goOff();
      }
    }
  }
}
