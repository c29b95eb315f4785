package io.ringwright.journal.sqlite;

import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Releases entries and completes their stages, strictly in order. The writer does so after each
 * commit, and {@link LateReleases} when the disk is late.
 *
 * <p>Thread safety: may be used by many threads; one at a time releases.
 */
final class Releases {

  private static final Logger LOG = LoggerFactory.getLogger(Releases.class);

  private final EntryQueue queue;
  private final ReentrantLock turn = new ReentrantLock();

  Releases(EntryQueue queue) {
    this.queue = queue;
  }

  /** Releases whatever may be. */
  void run() {
    if (turn.isHeldByCurrentThread()) {
      return;
    }
    turn.lock();
    try {
      PendingEntry entry = queue.nextToRelease();
      while (entry != null) {
        release(entry);
        entry = queue.nextToRelease();
      }
    } finally {
      turn.unlock();
    }
  }

  private static void release(PendingEntry entry) {
    try {
      entry.applied().release();
    } catch (RuntimeException | Error thrown) {
      LOG.error(
          "An effect of entry {} threw; what came of the event stands", entry.sequence(), thrown);
    } finally {
      entry.done().complete(entry.applied().answer());
    }
  }
}
