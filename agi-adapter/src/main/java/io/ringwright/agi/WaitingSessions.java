package io.ringwright.agi;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.LongSupplier;

/**
 * Sessions that wait for a thread while all are busy. To refuse them at once would cost more than
 * to let them wait: a call that is refused asks again a second later.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class WaitingSessions {

  /** The dialplan gives up after {@link Dialplan#SILENCE}: what is answered later is not heard. */
  static final long LONGEST_NANOS = Dialplan.SILENCE.minus(Duration.ofMillis(500)).toNanos();

  private final Queue<Waiting> queue;
  private final LongSupplier nanoseconds;

  /**
   * A session that waits.
   *
   * @param session serves it
   * @param refusal tells it that it is not served
   * @param since when its head was there
   */
  private record Waiting(Runnable session, Runnable refusal, long since) {}

  /**
   * Nobody waits.
   *
   * @param most how many may wait
   * @param nanoseconds counts nanoseconds from any beginning, and is not set
   */
  WaitingSessions(int most, LongSupplier nanoseconds) {
    this.queue = new ArrayBlockingQueue<>(most);
    this.nanoseconds = nanoseconds;
  }

  /**
   * Lets a session wait.
   *
   * @param since when its head was there
   * @return false if too many wait
   */
  boolean add(Runnable session, Runnable refusal, long since) {
    return queue.offer(new Waiting(session, refusal, since));
  }

  /** Serves sessions, the longest waiting first, until none waits. */
  void serve() {
    for (Waiting next = queue.poll(); next != null; next = queue.poll()) {
      boolean inTime = nanoseconds.getAsLong() - next.since() < LONGEST_NANOS;
      (inTime ? next.session() : next.refusal()).run();
    }
  }
}
