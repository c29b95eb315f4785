package io.ringwright.host;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A bounded queue whose items are worked off one after the other, in the order in which they were
 * added, on an executor. Adding never waits for the work.
 *
 * <p>When the queue is full, what is added is dropped and counted, until the queue is at most half
 * full again; then one item stands for all that was dropped, at its place in the order. So a long
 * time in which more comes than is worked off has few gaps, and not one for each item.
 *
 * <p>Thread safety: may be used by many threads.
 */
public final class SerialQueue<T> {

  private final Work<T> work;
  private final Bound<T> bound;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition idle = lock.newCondition();

  @GuardedBy("lock")
  private final Deque<T> items = new ArrayDeque<>();

  /** Who works the queue off now. */
  @GuardedBy("lock")
  private @Nullable Thread worker;

  /** Whether the executor was given the work, and has not begun it. */
  @GuardedBy("lock")
  private boolean asked;

  @GuardedBy("lock")
  private long gap;

  @GuardedBy("lock")
  private long dropped;

  @GuardedBy("lock")
  private boolean closed;

  /**
   * What is done with items, and where.
   *
   * @param each does it; what it throws is lost
   * @param executor where it is done
   * @param otherwise where it is done if the executor takes no work
   */
  public record Work<T>(Consumer<T> each, Executor executor, Executor otherwise) {}

  /**
   * How long the queue may be.
   *
   * @param most how many items wait at the most, above 0
   * @param gap what stands in the queue for so many items that were dropped
   */
  public record Bound<T>(int most, LongFunction<T> gap) {}

  /**
   * An empty queue.
   *
   * @param work what is done with items, and where
   * @param bound how long it may be
   */
  public SerialQueue(Work<T> work, Bound<T> bound) {
    this.work = work;
    this.bound = bound;
  }

  /**
   * Adds items, all of them or none.
   *
   * @param added in order
   */
  public void add(Collection<? extends T> added) {
    boolean wanted;
    lock.lock();
    try {
      if (closed || gap > 0 || items.size() >= bound.most()) {
        dropped += added.size();
        gap += added.size();
      } else {
        items.addAll(added);
      }
      wanted = isWorkerWanted();
    } finally {
      lock.unlock();
    }
    if (wanted) {
      askForWorker();
    }
  }

  /**
   * An executor that was given the work may have lost it, as one does that is shut down at once. So
   * it is given it again whenever the queue has doubled.
   */
  @GuardedBy("lock")
  private boolean isWorkerWanted() {
    boolean wanted =
        worker == null && !items.isEmpty() && (!asked || Integer.bitCount(items.size()) == 1);
    asked |= wanted;
    return wanted;
  }

  private void askForWorker() {
    try {
      work.executor().execute(this::run);
    } catch (Throwable refused) { // Shut down, or no thread can be started.
      askOtherwise();
    }
  }

  private void askOtherwise() {
    try {
      work.otherwise().execute(this::run);
    } catch (Throwable refused) {
      lock.lock();
      try {
        asked = false; // Whoever adds next asks again.
      } finally {
        lock.unlock();
      }
    }
  }

  private void run() {
    if (!begin()) {
      return; // Another thread is at it, or this one, further up.
    }
    try {
      for (T next = next(); next != null; next = next()) {
        workOn(next);
      }
    } finally {
      stop();
    }
  }

  private void workOn(T item) {
    try {
      work.each().accept(item);
    } catch (Throwable lost) {
      // Whoever gave the work tells of it; the next item has its turn.
    }
  }

  private boolean begin() {
    lock.lock();
    try {
      asked = false;
      boolean free = worker == null;
      if (free) {
        worker = Thread.currentThread();
      }
      return free;
    } finally {
      lock.unlock();
    }
  }

  /** The next item; if there is none, nobody works any more. */
  private @Nullable T next() {
    lock.lock();
    try {
      if (gap > 0 && !closed && items.size() <= bound.most() / 2) {
        items.add(bound.gap().apply(gap));
        gap = 0;
      }
      T next = items.poll();
      if (next == null) {
        stop();
      }
      return next;
    } finally {
      lock.unlock();
    }
  }

  private void stop() {
    lock.lock();
    try {
      if (worker == Thread.currentThread()) {
        worker = null;
        idle.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * How many items wait, with the one that is being worked on.
   *
   * @return zero or more
   */
  public int behind() {
    lock.lock();
    try {
      return items.size() + (worker == null ? 0 : 1);
    } finally {
      lock.unlock();
    }
  }

  /**
   * How many items were dropped.
   *
   * @return zero or more
   */
  public long dropped() {
    lock.lock();
    try {
      return dropped;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until everything is worked off, so long at most; the rest is dropped and counted, and so
   * is what comes later. Called from within the work it does not wait, and nothing is dropped.
   *
   * @param nanos how long to wait at the most
   */
  public void close(long nanos) {
    lock.lock();
    try {
      if (worker == Thread.currentThread()) {
        return;
      }
      awaitIdle(nanos);
      closed = true;
      dropped += items.size();
      items.clear();
    } finally {
      lock.unlock();
    }
  }

  @GuardedBy("lock")
  private void awaitIdle(long nanos) {
    long left = nanos;
    try {
      while ((worker != null || asked) && left > 0) {
        left = idle.awaitNanos(left);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
