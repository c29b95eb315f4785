package io.ringwright.memory;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.ringwright.call.EventAnswer;
import io.ringwright.journal.Durability;
import io.ringwright.journal.Journal;
import io.ringwright.journal.Proposal;
import io.ringwright.journal.StateMachine;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A journal that puts events in order and keeps none of them. For tests, and for a host that needs
 * no more: after a restart, waiting calls come back from what the callers' channels remember, and
 * nothing else does.
 *
 * <p>An event is applied at once, in the thread that appends it. Its effects are released after the
 * lock is given back: by the same thread, or, if another thread is releasing earlier ones, by that
 * one. An event that is appended from within a release is applied at once and released after those
 * before it.
 *
 * <p>Thread safety: may be used by many threads.
 */
public final class InMemoryJournal implements Journal {

  private static final Durability NOT_KEPT = new Durability.NotKept("in memory");

  private final Object order = new Object();

  @GuardedBy("order")
  private final Queue<StateMachine.Applied> unreleased = new ArrayDeque<>();

  @GuardedBy("order")
  private @Nullable StateMachine machine;

  @GuardedBy("order")
  private long last;

  @GuardedBy("order")
  private boolean releasing;

  @GuardedBy("order")
  private boolean closed;

  /** A journal without any entry. */
  public InMemoryJournal() {}

  @Override
  public void open(StateMachine engine) {
    synchronized (order) {
      if (machine != null || closed) {
        throw new IllegalStateException(
            "this journal was opened before\nMake a new one: a journal is opened once.");
      }
      machine = engine;
    }
  }

  @Override
  public CompletionStage<Optional<EventAnswer>> append(Proposal proposal) {
    StateMachine.Applied applied;
    synchronized (order) {
      StateMachine engine = inUse();
      try {
        applied = engine.apply(last + 1, proposal);
      } catch (RuntimeException | Error thrown) {
        return CompletableFuture.failedFuture(thrown);
      }
      last++;
      unreleased.add(applied);
      if (releasing) {
        return CompletableFuture.completedFuture(applied.answer());
      }
      releasing = true;
    }
    release();
    return CompletableFuture.completedFuture(applied.answer());
  }

  @Override
  public boolean releasesWithinAppend() {
    return true;
  }

  @Override
  public Durability durability() {
    return NOT_KEPT;
  }

  @Override
  public void close() {
    synchronized (order) {
      closed = true;
    }
  }

  @GuardedBy("order")
  private StateMachine inUse() {
    if (machine == null || closed) {
      throw new IllegalStateException(
          "this journal is "
              + (closed ? "closed" : "not open yet")
              + "\nAppend between open() and close().");
    }
    return machine;
  }

  /** Releases in order until nothing is left; one thread at a time does. */
  private void release() {
    for (StateMachine.Applied next = next(); next != null; next = next()) {
      boolean released = false;
      try {
        next.release();
        released = true;
      } finally {
        if (!released) {
          giveUp();
        }
      }
    }
  }

  private StateMachine.@Nullable Applied next() {
    synchronized (order) {
      StateMachine.Applied next = unreleased.poll();
      releasing = next != null;
      return next;
    }
  }

  /** A release threw, against its contract: whoever appends next releases what is left. */
  private void giveUp() {
    synchronized (order) {
      releasing = false;
    }
  }
}
