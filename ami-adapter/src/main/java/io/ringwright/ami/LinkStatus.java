package io.ringwright.ami;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The state of a link, for those who ask, who wait, and who listen.
 *
 * <p>Thread safety: may be used by many threads; one enters states.
 */
final class LinkStatus {

  private final LinkTellings tellings;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  @GuardedBy("lock")
  private LinkState state = new LinkState.Closed();

  LinkStatus(LinkTellings tellings) {
    this.tellings = tellings;
  }

  LinkState state() {
    lock.lock();
    try {
      return state;
    } finally {
      lock.unlock();
    }
  }

  /** The link is in this state from now on. */
  void enter(LinkState next) {
    lock.lock();
    try {
      if (next.equals(state)) {
        return;
      }
      state = next;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    tellings.entered(next);
  }

  /** Waits for a link, as long as there is hope; returns the state then. */
  LinkState awaitConnected(Duration longest) throws InterruptedException {
    long left = longest.toNanos();
    lock.lock();
    try {
      while (left > 0 && hope(state)) {
        left = changed.awaitNanos(left);
      }
      return state;
    } finally {
      lock.unlock();
    }
  }

  private static boolean hope(LinkState state) {
    return state instanceof LinkState.Connecting || state instanceof LinkState.WaitingToRetry;
  }
}
