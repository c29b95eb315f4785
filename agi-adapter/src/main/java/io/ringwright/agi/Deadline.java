package io.ringwright.agi;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;

/**
 * When a question is answered at the latest: within the deadline, counted from when its whole head
 * was there, but a question that waited for a thread has two thirds of the deadline left at least,
 * as long as the dialplan listens.
 *
 * <p>A caller hears nothing while the question waits for a thread, as while the engine works, so
 * both count. To end a question unanswered because it waited would cost more than to answer it: the
 * dialplan asks again a second later.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class Deadline {

  /** The dialplan hears nothing that leaves later, after the head was there. */
  private static final Duration LISTENS = Dialplan.SILENCE.minus(Duration.ofMillis(100));

  private final long nanos;
  private final Watchdog watchdog;
  private final LongSupplier nanoseconds;

  /**
   * A deadline.
   *
   * @param time from the head to the answer
   * @param clockwork sets off alarms
   * @param nanoseconds counts nanoseconds from any beginning, and is not set
   */
  Deadline(Duration time, ScheduledExecutorService clockwork, LongSupplier nanoseconds) {
    this.nanos = time.toNanos();
    this.watchdog = new Watchdog(clockwork, time);
    this.nanoseconds = nanoseconds;
  }

  /**
   * A thread takes a question up.
   *
   * @param since when its head was there
   * @param late what happens at the deadline
   */
  Watchdog.Alarm alarm(long since, Runnable late) {
    return watchdog.alarm(late, left(since));
  }

  /** For how many nanoseconds a question may wait, before the dialplan gives up. */
  long leftToWait(long since) {
    return WaitingSessions.LONGEST_NANOS - (nanoseconds.getAsLong() - since);
  }

  /** The nanoseconds that the engine has. */
  long left(long since) {
    long waited = nanoseconds.getAsLong() - since;
    long least = nanos * 2 / 3;
    return Math.min(Math.max(nanos - waited, least), LISTENS.toNanos() - waited);
  }
}
