package io.ringwright.journal.sqlite;

import io.ringwright.call.EventAnswer;
import io.ringwright.journal.Durability;
import io.ringwright.journal.Journal;
import io.ringwright.journal.Proposal;
import io.ringwright.journal.StateMachine;
import io.ringwright.journal.sqlite.EntryQueue.Phase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A journal in one SQLite file on this machine. An answer leaves when the disk has the entry, in a
 * commit that it shares with whatever else waits.
 *
 * <pre>{@code
 * try (Journal journal = SqliteJournal.at(Path.of("/var/lib/pbx/calls.journal")).build()) {
 *   ...
 * }
 * }</pre>
 *
 * <p>Beside the file stand its write-ahead log ({@code -wal}, {@code -shm}) while it is open, a
 * {@code .mark} with the last entry that was acknowledged, and a {@code .lock}. They belong
 * together: copy all of them, while the journal is closed. The file can be read with {@code
 * sqlite3} at any time.
 *
 * <p>An answer waits for the disk 100 ms at most, or as long as {@link
 * SqliteJournalBuilder#patience} says. After that, and while the disk is full or fails, answers
 * leave at once, {@link #durability()} says since when, how many and why, and what is owed is
 * written as soon as the disk takes it, without help. Only the end of the process loses it.
 *
 * <p>Nothing that was acknowledged is missing in silence: a file, a log or a mark that is damaged,
 * cut or exchanged is refused, see {@link SqliteJournalBuilder#acceptLossAfter}.
 *
 * <p>{@link #open} starts three daemon threads: one writes, one lets late answers go, and one makes
 * the text of images and moves the log into the database. An effect or a continuation of a stage
 * runs in one of the first two; if it waits for a later entry, it waits for ever.
 *
 * <p>Thread safety: may be used by many threads.
 */
public final class SqliteJournal implements Journal {

  private static final Logger LOG = LoggerFactory.getLogger(SqliteJournal.class);
  private static final long CLOSING_SECONDS = 30;
  private static final long BACKGROUND_SECONDS = 10;

  private final Settings settings;
  private final EntryQueue queue;
  private final Object life = new Object();
  private volatile @Nullable Thread writer;

  SqliteJournal(Settings settings) {
    this.settings = settings;
    this.queue = new EntryQueue(settings);
  }

  /**
   * Begins a journal.
   *
   * @param file where it is, or is to be made; its folder must be there
   * @return a builder with the defaults
   */
  public static SqliteJournalBuilder at(Path file) {
    return new SqliteJournalBuilder(file);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Takes about a second for each 100 000 entries since the newest image.
   *
   * @throws io.ringwright.journal.JournalException also if the file or its folder cannot be
   *     written, no room is left, the file is not a journal, or another journal object uses it, in
   *     this process or another one
   */
  @Override
  public void open(StateMachine machine) {
    synchronized (life) {
      if (queue.phase() != Phase.NEW) {
        throw new IllegalStateException(
            "journal "
                + settings.files()
                + " was opened before\nMake a new object: a journal is opened once.");
      }
      JournalLock lock = JournalLock.take(settings.files());
      boolean started = false;
      try {
        start(new Opening(settings).open(machine), machine, lock);
        started = true;
      } catch (IOException failure) {
        throw Refusal.of(settings.files().database(), failure);
      } finally {
        if (!started) {
          giveBack(lock);
        }
      }
    }
  }

  private void start(Opened opened, StateMachine machine, JournalLock lock) throws IOException {
    ExecutorService background = Executors.newSingleThreadExecutor(SqliteJournal::housekeeping);
    Releases releases = new Releases(queue);
    Storage storage = new Storage(settings, opened);
    Writer.Parts parts =
        new Writer.Parts(
            queue,
            releases,
            storage,
            new Images(settings.files(), background, queue::wakeWriter),
            new Checkpoints(settings.files(), background));
    Thread writing =
        daemon(
            new Writer(settings, parts, () -> end(background, storage, lock, releases)), "writer");
    queue.start(machine, opened.last(), opened.image());
    writer = writing;
    writing.start();
    daemon(new LateReleases(queue, releases), "patience").start();
    LOG.info("Journal {}: open at entry {}", settings.files(), opened.last());
  }

  private static Thread housekeeping(Runnable work) {
    return daemon(work, "housekeeping");
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, "ringwright-journal-" + name);
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public CompletionStage<Optional<EventAnswer>> append(Proposal proposal) {
    return queue.append(proposal);
  }

  @Override
  public Durability durability() {
    return queue.durability();
  }

  /**
   * {@inheritDoc}
   *
   * <p>Waits for the disk 30 s at most. Called from within an effect it returns at once, and the
   * writer closes afterwards.
   */
  @Override
  public void close() {
    synchronized (life) {
      if (queue.phase() == Phase.NEW) {
        queue.enter(Phase.CLOSED);
        return;
      }
    }
    queue.enter(Phase.CLOSING);
    Thread writing = writer;
    if (writing != null && writing != Thread.currentThread()) {
      join(writing);
    }
  }

  private void join(Thread writing) {
    try {
      writing.join(TimeUnit.SECONDS.toMillis(CLOSING_SECONDS));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    if (writing.isAlive()) {
      LOG.warn("Journal {}: still writing, it closes when the disk answers", settings.files());
    }
  }

  /** The last that the writer does. */
  private void end(
      ExecutorService background, Storage storage, JournalLock lock, Releases releases) {
    try {
      background.shutdown();
      if (!background.awaitTermination(BACKGROUND_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("Journal {}: a checkpoint still runs, it is left alone", settings.files());
      }
      storage.close();
    } catch (SQLException | IOException | InterruptedException | RuntimeException failure) {
      LOG.warn(
          "Journal {}: not closed in good order, the next start looks at everything",
          settings.files(),
          failure);
    } finally {
      giveBack(lock);
      long owed = queue.owed();
      queue.enter(Phase.CLOSED);
      releases.run();
      farewell(owed);
    }
  }

  private void farewell(long owed) {
    if (owed > 0) {
      LOG.error(
          "Journal {}: closed, and {} entries were not kept: {}",
          settings.files(),
          owed,
          queue.durability());
    } else {
      LOG.info("Journal {}: closed, everything is kept", settings.files());
    }
  }

  private void giveBack(JournalLock lock) {
    try {
      lock.close();
    } catch (IOException failure) {
      LOG.warn("Journal {}: its lock was not given back", settings.files(), failure);
    }
  }
}
