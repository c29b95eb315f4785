package io.ringwright.agi;

import java.time.Duration;
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
 * within the time look through what is pending. An alarm goes off after eight to ten of them. While
 * nothing is pending nothing ticks.
 *
 * <p>Thread safety: may be used by many threads. Alarms go off on the clockwork's thread, and must
 * not hold it up.
 */
final class Watchdog {

  private static final int TICKS = 10;

  /** Two alarms set at once may be queued in the wrong order, so that one is a tick late. */
  private static final int DUE_AFTER = TICKS - 1;

  private static final Runnable NOTHING = () -> {};

  private final ScheduledExecutorService clockwork;
  private final long tickNanos;
  private final Queue<Alarm> pending = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean ticking = new AtomicBoolean();
  private final AtomicLong ticks = new AtomicLong();

  /**
   * A watchdog for alarms that all have the same time.
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
    Alarm alarm = new Alarm(action, ticks.get() + DUE_AFTER);
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

  /** All alarms have the same time, so the first in the queue is the first that is due. */
  private void lookThrough(long tick) {
    for (Alarm first = pending.peek();
        first != null && first.isOver(tick);
        first = pending.peek()) {
      pending.remove();
      first.goOff();
    }
  }
}
