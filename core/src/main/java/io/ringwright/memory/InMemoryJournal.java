package io.ringwright.memory;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.port.Durability;
import io.ringwright.port.Journal;
import io.ringwright.port.Proposal;
import io.ringwright.port.StateMachine;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A journal in memory: it puts events in order and keeps none of them. For tests, and for a host
 * that needs no more: what the callers' channels remember is enough to build up the waiting calls
 * again.
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
  private final Queue<Turn> unreleased = new ArrayDeque<>();

  @GuardedBy("order")
  private @Nullable StateMachine machine;

  @GuardedBy("order")
  private long last;

  @GuardedBy("order")
  private boolean releasing;

  @GuardedBy("order")
  private boolean closed;

  /** An applied event whose effects wait for their turn. */
  private record Turn(
      StateMachine.Applied applied, CompletableFuture<Optional<RoutingAnswer>> done) {

    void take() {
      try {
        applied.release();
      } finally {
        done.complete(applied.answer());
      }
    }
  }

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
  public CompletionStage<Optional<RoutingAnswer>> append(Proposal proposal) {
    Turn turn;
    synchronized (order) {
      StateMachine engine = inUse();
      StateMachine.Applied applied;
      try {
        applied = engine.apply(last + 1, proposal);
      } catch (RuntimeException | Error thrown) {
        return CompletableFuture.failedFuture(thrown);
      }
      last++;
      turn = new Turn(applied, new CompletableFuture<>());
      unreleased.add(turn);
      if (releasing) {
        return turn.done();
      }
      releasing = true;
    }
    release();
    return turn.done();
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
    Turn turn = next();
    while (turn != null) {
      boolean taken = false;
      try {
        turn.take();
        taken = true;
      } finally {
        if (!taken) {
          giveUp();
        }
      }
      turn = next();
    }
  }

  private @Nullable Turn next() {
    synchronized (order) {
      Turn turn = unreleased.poll();
      releasing = turn != null;
      return turn;
    }
  }

  /** A release threw, against its contract: whoever appends next releases what is left. */
  private void giveUp() {
    synchronized (order) {
      releasing = false;
    }
  }
}
