package io.ringwright.journal.sqlite;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that lets answers go when the disk takes longer than the patience. */
final class LateReleases implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(LateReleases.class);

  private final EntryQueue queue;
  private final Releases releases;

  LateReleases(EntryQueue queue, Releases releases) {
    this.queue = queue;
    this.releases = releases;
  }

  @Override
  public void run() {
    boolean open = true;
    while (open) {
      try {
        open = queue.awaitLate();
        releases.run();
      } catch (InterruptedException interrupted) {
        // Nobody but close() ends this thread.
      } catch (RuntimeException | Error failure) {
        LOG.error("The journal goes on after a failure in its thread for late answers", failure);
      }
    }
  }
}
