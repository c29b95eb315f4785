package io.ringwright;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.ringwright.directory.PhoneList;
import io.ringwright.effect.Effect;
import io.ringwright.memory.InMemoryDirectory;
import io.ringwright.port.Directory;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Asks the directory of the host for the phone list. A directory in memory is asked before each
 * event. Any other is asked on another thread, again and again, so that nobody waits for it; what
 * it said last holds until it says something else. If it fails, the listener is told once.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class PhoneListSource {

  /** After so long without an answer the listener is told. */
  private static final long LONGEST_NANOS = 10_000_000_000L;

  private final Directory directory;
  private final boolean askedAtOnce;
  private final Executor threads;
  private final LongSupplier nanos;
  private final Consumer<Effect.Tell> told;

  private volatile PhoneList latest = PhoneList.builder().build();

  /** Grows with each answer, so that one that took long does not replace a newer one. */
  @GuardedBy("this")
  private long answers;

  @GuardedBy("this")
  private boolean asking;

  @GuardedBy("this")
  private long askedSince;

  @GuardedBy("this")
  private boolean failing;

  /**
   * A source.
   *
   * @param directory who is asked
   * @param threading where
   * @param told takes what the listener is told
   */
  PhoneListSource(Directory directory, HostThreading threading, Consumer<Effect.Tell> told) {
    this(
        directory,
        threading.isInline() || directory instanceof InMemoryDirectory,
        threading.questions(),
        threading.nanos(),
        told);
  }

  PhoneListSource(
      Directory directory,
      boolean askedAtOnce,
      Executor threads,
      LongSupplier nanos,
      Consumer<Effect.Tell> told) {
    this.directory = directory;
    this.askedAtOnce = askedAtOnce;
    this.threads = threads;
    this.nanos = nanos;
    this.told = told;
  }

  /** Asks now, and throws what the directory throws. */
  PhoneList fresh() {
    PhoneList list = ask();
    synchronized (this) {
      answers++;
      latest = list;
      failing = false;
      return latest;
    }
  }

  /** The list before an event. */
  PhoneList beforeEvent() {
    if (askedAtOnce && directory instanceof InMemoryDirectory memory) {
      return memory.phoneList(); // It cannot fail, and is as quick as anything that is kept here.
    }
    if (askedAtOnce) {
      askAfter(answers());
    }
    return latest;
  }

  /** Sees to it that the directory is asked, unless it is being asked already. */
  void refresh() {
    if (askedAtOnce) {
      return;
    }
    long before = answers();
    if (!begin()) {
      tellIfTooLong();
      return;
    }
    boolean begun = false;
    try {
      threads.execute(() -> askElsewhere(before));
      begun = true;
    } catch (RuntimeException | Error noThread) {
      fails(noThread);
    } finally {
      if (!begun) {
        asked();
      }
    }
  }

  private void askElsewhere(long before) {
    try {
      askAfter(before);
    } finally {
      asked();
    }
  }

  private void askAfter(long before) {
    try {
      PhoneList list = ask();
      synchronized (this) {
        if (answers == before) {
          answers++;
          latest = list;
        }
        failing = false;
      }
    } catch (RuntimeException | Error failure) {
      fails(failure);
    }
  }

  private PhoneList ask() {
    PhoneList list = directory.phoneList();
    if (isMissing(list)) {
      throw new IllegalStateException(
          "the directory gave null: expected a phone list\nGive an empty one if nobody can be"
              + " called: PhoneList.builder().build().");
    }
    return list;
  }

  private static boolean isMissing(Object list) {
    return list == null;
  }

  private void fails(Throwable failure) {
    synchronized (this) {
      if (failing) {
        return;
      }
      failing = true;
    }
    told.accept(
        new Effect.Tell.Failed(
            "ask the directory; the last phone list stays in force",
            failure instanceof RuntimeException own ? own : new IllegalStateException(failure)));
  }

  private synchronized boolean begin() {
    boolean begins = !asking;
    if (begins) {
      asking = true;
      askedSince = nanos.getAsLong();
    }
    return begins;
  }

  private synchronized boolean takesTooLong() {
    return asking && nanos.getAsLong() - askedSince > LONGEST_NANOS;
  }

  private void tellIfTooLong() {
    if (takesTooLong()) {
      fails(
          new IllegalStateException(
              "the directory has not answered for 10 s\nAnswer from memory; the router asks about"
                  + " ten times a second."));
    }
  }

  private synchronized void asked() {
    asking = false;
  }

  private synchronized long answers() {
    return answers;
  }
}
