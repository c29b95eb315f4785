package io.ringwright.host;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Some questions that one thread asks, one after the other, and another thread awaits until all are
 * answered or one takes too long. What is asked after that is not noted.
 *
 * <p>Thread safety: run by one thread, awaited by another.
 */
final class Round<A> implements Runnable {

  /**
   * The longest wait at a time. A wait that comes out longer than twice as much was a pause of the
   * whole process, or of this thread, and counts as this much only.
   */
  private static final long STEP = 10_000_000L;

  private final List<Asked<A>> questions;
  private final Function<String, Breaker> breakers;
  private final LongSupplier nanos;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  @GuardedBy("lock")
  private final List<Reply<A>> replies = new ArrayList<>();

  /** How long each code took, by name. */
  @GuardedBy("lock")
  private final Map<String, Long> taken = new HashMap<>();

  @GuardedBy("lock")
  private @Nullable Thread asking;

  @GuardedBy("lock")
  private long askedAt;

  @GuardedBy("lock")
  private boolean begun;

  @GuardedBy("lock")
  private boolean givenUp;

  Round(List<Asked<A>> questions, Function<String, Breaker> breakers, LongSupplier nanos) {
    this.questions = questions;
    this.breakers = breakers;
    this.nanos = nanos;
  }

  // The thread that asks

  @Override
  public void run() {
    for (Asked<A> question : questions) {
      Breaker breaker = breakers.apply(question.name());
      long now = nanos.getAsLong();
      boolean may = breaker.begin(now);
      if (!begins(may, now)) {
        if (may) {
          breaker.ended(now);
        }
        return;
      }
      Reply<A> reply = may ? TimeLimit.reply(question) : new Reply.NotAsked<>();
      if (!ends(question.name(), reply, may)) {
        breaker.endedLate();
        return;
      }
      if (may) {
        breaker.ended(now);
      }
    }
  }

  private boolean begins(boolean asks, long now) {
    lock.lock();
    try {
      begun = true;
      askedAt = now;
      asking = asks && !givenUp ? Thread.currentThread() : null;
      return !givenUp;
    } finally {
      lock.unlock();
    }
  }

  /** Notes a reply; false if it is awaited no more. */
  private boolean ends(String name, Reply<A> reply, boolean asked) {
    lock.lock();
    try {
      asking = null;
      if (givenUp) {
        return !asked;
      }
      if (asked) {
        taken.merge(name, nanos.getAsLong() - askedAt, Long::sum);
      }
      replies.add(reply);
      if (replies.size() == questions.size()) {
        changed.signalAll();
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  // The thread that waits

  /**
   * Waits until all are answered, or one question took longer than the limit, or all together
   * longer than the total.
   *
   * @return how long it took
   */
  long await(long limit, long total) {
    long step = Math.min(STEP, Math.max(1, limit / 4));
    long waited = 0;
    long inOne = 0;
    boolean interrupted = false;
    lock.lock();
    try {
      while (replies.size() < questions.size() && inOne < limit && waited < total) {
        int before = replies.size();
        long from = nanos.getAsLong();
        try {
          long unused = changed.awaitNanos(Math.min(step, total - waited));
        } catch (InterruptedException marked) {
          interrupted =
              true; // The wait is short, and whoever interrupts finds the mark afterwards.
        }
        long passed = Math.min(Math.max(1, nanos.getAsLong() - from), 2 * step);
        waited += passed;
        inOne = replies.size() == before ? inOne + passed : 0;
      }
      givenUp = replies.size() < questions.size();
      return waited;
    } finally {
      lock.unlock();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The replies that came in time. */
  List<Reply<A>> replies() {
    lock.lock();
    try {
      return List.copyOf(replies);
    } finally {
      lock.unlock();
    }
  }

  /** Whether a thread was found that asked. */
  boolean isBegun() {
    lock.lock();
    try {
      return begun;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Leaves the question that is under way alone, if there is one.
   *
   * @param name which code it asks
   * @return which code took most of the time of the round
   */
  String giveUp(String name) {
    lock.lock();
    try {
      if (asking != null) {
        asking.interrupt();
        breakers.apply(name).giveUp();
        taken.merge(name, nanos.getAsLong() - askedAt, Long::sum);
      }
      return taken.entrySet().stream()
          .max(Map.Entry.comparingByValue())
          .map(Map.Entry::getKey)
          .orElse(name);
    } finally {
      lock.unlock();
    }
  }
}
