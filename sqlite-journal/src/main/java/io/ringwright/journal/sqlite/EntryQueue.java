package io.ringwright.journal.sqlite;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.ringwright.call.EventAnswer;
import io.ringwright.journal.Durability;
import io.ringwright.journal.Proposal;
import io.ringwright.journal.StateMachine;
import io.ringwright.journal.StateMachine.Applied;
import io.ringwright.journal.StateMachine.Image;
import io.ringwright.journal.StateMachine.KeptPhoneList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The order of the events, and what of it is kept and released. One lock guards all; nothing waits
 * for the disk while it is held. Entries that the disk does not take stay here.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class EntryQueue {

  private static final Logger LOG = LoggerFactory.getLogger(EntryQueue.class);

  private final Settings settings;
  private final ReentrantLock lock = new ReentrantLock();

  /** The writer waits here. */
  private final Condition work = lock.newCondition();

  @GuardedBy("lock")
  private Phase phase = Phase.NEW;

  @GuardedBy("lock")
  private @Nullable StateMachine machine;

  /** The last entry that was applied. */
  @GuardedBy("lock")
  private long last;

  @GuardedBy("lock")
  private final Backlog backlog;

  @GuardedBy("lock")
  private final Unreleased unreleased;

  /** The entry after which the newest image was captured, kept or not. */
  @GuardedBy("lock")
  private long imageAt;

  @GuardedBy("lock")
  private final Lateness lateness;

  @GuardedBy("lock")
  private boolean awake;

  enum Phase {
    NEW,
    OPEN,
    CLOSING,
    CLOSED
  }

  /**
   * What the writer does next.
   *
   * @param entries in order, not kept yet
   * @param gap whether an image has to be written first
   * @param phase whether to go on afterwards
   */
  record Batch(List<PendingEntry> entries, boolean gap, Phase phase) {}

  /** An image that takes the place of dropped entries, up to this one, with their phone lists. */
  record GapImage(long sequence, Image image, List<KeptPhoneList> phoneLists) {}

  EntryQueue(Settings settings) {
    this.settings = settings;
    this.lateness = new Lateness(settings);
    this.backlog = new Backlog(settings.limits().mostOwed());
    this.unreleased = new Unreleased(settings, lateness, lock.newCondition());
  }

  // Life

  /**
   * Begins with what is kept.
   *
   * @param engine whose events these are
   * @param kept the last entry that is kept
   * @param image the entry after which the newest image was captured, 0 if there is none
   */
  void start(StateMachine engine, long kept, long image) {
    lock.lock();
    try {
      machine = engine;
      last = kept;
      lateness.start(last);
      imageAt = image;
      phase = Phase.OPEN;
    } finally {
      lock.unlock();
    }
  }

  Phase phase() {
    lock.lock();
    try {
      return phase;
    } finally {
      lock.unlock();
    }
  }

  /** Goes on to this phase unless it is there or past it; says in which it was. */
  Phase enter(Phase next) {
    lock.lock();
    try {
      Phase before = phase;
      if (next.compareTo(phase) > 0) {
        phase = next;
      }
      work.signalAll();
      if (phase == Phase.CLOSED) {
        unreleased.close();
        lateness.close();
      }
      return before;
    } finally {
      lock.unlock();
    }
  }

  // Appending

  CompletableFuture<Optional<EventAnswer>> append(Proposal proposal) {
    lock.lock();
    try {
      Applied applied;
      StateMachine engine = inUse();
      try {
        applied = engine.apply(last + 1, proposal);
      } catch (RuntimeException | Error thrown) {
        return CompletableFuture.failedFuture(thrown);
      }
      last++;
      PendingEntry entry =
          new PendingEntry(
              last,
              applied,
              settings.nanos().getAsLong() + settings.limits().patience().toNanos(),
              imageIfDue(engine),
              new CompletableFuture<>());
      enqueue(entry);
      return entry.done();
    } finally {
      lock.unlock();
    }
  }

  @GuardedBy("lock")
  private StateMachine inUse() {
    if (phase != Phase.OPEN || machine == null) {
      throw new IllegalStateException(
          "journal "
              + settings.files()
              + (phase == Phase.NEW ? " is not open yet" : " is closed")
              + "\nAppend between open() and close().");
    }
    return machine;
  }

  @GuardedBy("lock")
  private void enqueue(PendingEntry entry) {
    unreleased.add(entry);
    backlog.add(entry);
    work.signal();
  }

  @GuardedBy("lock")
  private Optional<Image> imageIfDue(StateMachine engine) {
    if (backlog.hasGap() || lateness.isNow() || last - imageAt < settings.limits().imageEvery()) {
      return Optional.empty();
    }
    imageAt = last;
    try {
      return Optional.of(engine.capture());
    } catch (RuntimeException | Error failure) {
      LOG.warn("Journal {}: no image was captured after entry {}", settings.files(), last, failure);
      return Optional.empty();
    }
  }

  // What the writer asks

  /** Waits for something to write, so long at most, or until it is woken. */
  Batch take(long nanos) throws InterruptedException {
    lock.lock();
    try {
      long left = Math.min(nanos, lateness.untilLine());
      while (backlog.isEmpty() && !backlog.hasGap() && phase == Phase.OPEN && !awake && left > 0) {
        left = work.awaitNanos(left);
      }
      awake = false;
      lateness.look();
      return new Batch(backlog.oldest(), backlog.hasGap(), phase);
    } finally {
      lock.unlock();
    }
  }

  /** Ends a {@link #take} that waits. */
  void wakeWriter() {
    lock.lock();
    try {
      awake = true;
      work.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Waits so long, or until the journal is to be closed. */
  void rest(long nanos) throws InterruptedException {
    lock.lock();
    try {
      long left = nanos;
      while (phase == Phase.OPEN && left > 0) {
        left = work.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Captures the state that takes the place of what was dropped; later entries queue again. */
  GapImage captureForGap() {
    lock.lock();
    try {
      if (machine == null) {
        throw new IllegalStateException("a journal that was not opened has no gap");
      }
      Image image = machine.capture();
      backlog.closeGap();
      imageAt = last;
      return new GapImage(last, image, backlog.droppedLists());
    } finally {
      lock.unlock();
    }
  }

  /** Entries, or the image in their place, could not be written and never will be. */
  void dropUnwritten() {
    lock.lock();
    try {
      backlog.drop();
    } finally {
      lock.unlock();
    }
  }

  /** The image is kept, and what it stands for. */
  void filled(GapImage image) {
    lock.lock();
    try {
      backlog.forget(image.phoneLists());
    } finally {
      lock.unlock();
    }
    kept(image.sequence(), false);
  }

  /**
   * Everything up to this entry is kept.
   *
   * @param inTime whether the disk took less than the patience
   */
  void kept(long sequence, boolean inTime) {
    lock.lock();
    try {
      lateness.keptUpTo(sequence);
      backlog.removeUpTo(lateness.kept());
      if (!backlog.hasGap()) {
        lateness.endIfCaughtUp(inTime && backlog.fitsOneCommit());
      }
    } finally {
      lock.unlock();
    }
  }

  /** The disk takes nothing: answers no longer wait for it. */
  void failed(String why) {
    lock.lock();
    try {
      if (lateness.kept() < last) {
        lateness.begin(why);
        unreleased.wake();
      }
    } finally {
      lock.unlock();
    }
  }

  // What is released

  /** Waits until entries have to be released though they are not kept; false once closed. */
  boolean awaitLate() throws InterruptedException {
    lock.lock();
    try {
      return unreleased.awaitLate();
    } finally {
      lock.unlock();
    }
  }

  /** How long until an entry has to be released though it is not kept; not positive if now. */
  long untilLate() {
    lock.lock();
    try {
      return unreleased.untilLate();
    } finally {
      lock.unlock();
    }
  }

  /** The next entry that may be released: it is kept, or answers do not wait for the disk. */
  @Nullable PendingEntry nextToRelease() {
    lock.lock();
    try {
      return unreleased.next();
    } finally {
      lock.unlock();
    }
  }

  /** Entries that are not kept. */
  long owed() {
    lock.lock();
    try {
      return last - lateness.kept();
    } finally {
      lock.unlock();
    }
  }

  Durability durability() {
    lock.lock();
    try {
      return lateness.durability();
    } finally {
      lock.unlock();
    }
  }
}
