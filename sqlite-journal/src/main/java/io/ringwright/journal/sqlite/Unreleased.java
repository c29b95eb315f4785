package io.ringwright.journal.sqlite;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;

/**
 * Entries whose effects are not released yet, oldest first, and the wait of the thread that
 * releases what is late.
 *
 * <p>Thread safety: guarded by the lock of {@link EntryQueue}, which owns the condition.
 */
final class Unreleased {

  private static final int QUIET_ROUNDS = 10;

  private final Settings settings;
  private final Lateness lateness;

  /** Whoever releases late entries waits here. */
  private final Condition watch;

  private final Deque<PendingEntry> entries = new ArrayDeque<>();

  /** Whether the thread for late answers sleeps until it is told of an entry. */
  private boolean parked;

  /** How often that thread found nothing to do, one after the other. */
  private int quiet;

  private boolean closed;

  Unreleased(Settings settings, Lateness lateness, Condition watch) {
    this.settings = settings;
    this.lateness = lateness;
    this.watch = watch;
  }

  void add(PendingEntry entry) {
    entries.add(entry);
    if (parked || lateness.atOnce()) {
      quiet = 0;
      watch.signal();
    }
  }

  /** Ends the wait for late entries: there may be some. */
  void wake() {
    watch.signal();
  }

  /** Nothing more is kept: whatever is left may leave, and nobody waits any more. */
  void close() {
    closed = true;
    watch.signalAll();
  }

  /**
   * Waits until an entry has to leave though it is not kept.
   *
   * @return false once closed
   */
  boolean awaitLate() throws InterruptedException {
    while (!closed) {
      long nanos = untilLate();
      if (nanos <= 0) {
        return true;
      }
      parked = nanos == Long.MAX_VALUE;
      watch.awaitNanos(nanos);
      parked = false;
    }
    return false;
  }

  /** How long until the oldest entry is late; not positive if entries may leave now. */
  long untilLate() {
    PendingEntry oldest = entries.peek();
    if (oldest == null || oldest.sequence() <= lateness.kept()) {
      // No entry that comes meanwhile is late before the patience is over.
      quiet++;
      return quiet > QUIET_ROUNDS ? Long.MAX_VALUE : settings.limits().patience().toNanos();
    }
    quiet = 0;
    if (lateness.atOnce()) {
      return 0;
    }
    long left = oldest.deadline() - settings.nanos().getAsLong();
    if (left <= 0) {
      lateness.beginSlow();
    }
    return left;
  }

  /**
   * Takes out the next entry that may be released: it is kept, or answers do not wait for the disk.
   */
  @Nullable PendingEntry next() {
    PendingEntry oldest = entries.peek();
    if (oldest == null) {
      return null;
    }
    boolean mayLeave = closed || oldest.sequence() <= lateness.kept() || lateness.atOnce();
    if (!mayLeave) {
      return null;
    }
    lateness.released(oldest.sequence());
    return entries.poll();
  }
}
