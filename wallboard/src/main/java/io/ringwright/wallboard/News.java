package io.ringwright.wallboard;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The newest board, for those who wait for it.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class News {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  @GuardedBy("lock")
  private long number;

  @GuardedBy("lock")
  private @Nullable Issue newest;

  private volatile boolean over;

  /**
   * A board in the two forms.
   *
   * @param number greater than that of the one before
   * @param forAll without anything about callers
   * @param forSome with callers
   */
  record Issue(long number, String forAll, String forSome) {}

  void publish(String forAll, String forSome) {
    lock.lock();
    try {
      number++;
      newest = new Issue(number, forAll, forSome);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Nobody waits any longer. */
  void end() {
    lock.lock();
    try {
      over = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for a board that is newer, at most for a time.
   *
   * @param than the number of the last one; 0 for none
   * @return null if none came meanwhile, or none comes any more
   */
  @Nullable Issue await(long than, Duration most) throws InterruptedException {
    lock.lock();
    try {
      long left = most.toNanos();
      while (!over && number <= than && left > 0) {
        left = changed.awaitNanos(left);
      }
      return over || number <= than ? null : newest;
    } finally {
      lock.unlock();
    }
  }

  boolean isOver() {
    return over;
  }
}
