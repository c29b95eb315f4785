package io.ringwright.journal.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves what was written from the write-ahead log into the database: in another thread, which holds
 * up no commit, when much was written or nothing is going on.
 *
 * <p>Thread safety: for the writer's thread.
 */
final class Checkpoints {

  private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
  private static final String PASSIVE = "PRAGMA wal_checkpoint(PASSIVE)";
  private static final int PAGE = 4096;

  /** 4 MB. */
  private static final int MUCH = 1000;

  /** The log only starts anew when a checkpoint catches up: after 64 MB the writer waits for it. */
  private static final int MOST_UNFINISHED = 16;

  private final JournalFiles files;
  private final Executor background;
  private final AtomicBoolean running = new AtomicBoolean();
  private final AtomicInteger unfinished = new AtomicInteger();
  private long pages;

  Checkpoints(JournalFiles files, Executor background) {
    this.files = files;
    this.background = background;
  }

  /** A commit wrote so many bytes of its own. */
  void committed(long bytes) {
    pages += 2 + bytes / PAGE;
  }

  boolean isDue() {
    return pages > 0;
  }

  /** Starts one if it is time. */
  void consider(boolean idle, Connection writer) throws SQLException {
    if (pages == 0 || (!idle && pages < MUCH)) {
      return;
    }
    if (unfinished.get() >= MOST_UNFINISHED) {
      pages = 0;
      run(writer);
    } else if (running.compareAndSet(false, true)) {
      pages = 0;
      startInBackground();
    }
  }

  private void startInBackground() {
    try {
      background.execute(this::runInBackground);
    } catch (RuntimeException | Error noThread) {
      failed(noThread);
      running.set(false);
    }
  }

  private void runInBackground() {
    try (Connection connection = Connections.writing(files.database())) {
      run(connection);
    } catch (SQLException | RuntimeException | Error failure) {
      failed(failure);
    } finally {
      running.set(false);
    }
  }

  private void failed(Throwable failure) {
    unfinished.incrementAndGet();
    LOG.debug("Journal {}: a checkpoint failed, the next one goes on", files, failure);
  }

  private void run(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(PASSIVE)) {
      boolean whole = row.next() && row.getInt(2) == row.getInt(3);
      unfinished.set(whole ? 0 : unfinished.get() + 1);
    }
  }
}
