package io.ringwright.journal.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Holds commits up, or lets them fail, as a test wants it. */
final class SlowDisk implements Settings.BeforeCommit {

  private final Semaphore pass = new Semaphore(Integer.MAX_VALUE / 2);
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicLong failed = new AtomicLong();
  private volatile boolean full;
  private volatile long mostPages;

  Settings.Inside inside() {
    return new Settings.Inside(Schema.CURRENT, this);
  }

  /** No commit comes through until {@link #free}. */
  void hold() {
    pass.drainPermits();
  }

  void free() {
    pass.release(Integer.MAX_VALUE / 2);
  }

  /** Whether a commit is held up just now. */
  boolean holds() {
    return waiting.get() > 0;
  }

  /** Each commit fails as on a full disk. */
  void fill(boolean filled) {
    full = filled;
  }

  /** SQLite itself says that the disk is full when the file would become larger. */
  void mostPages(long pages) {
    mostPages = pages;
  }

  /** How many commits failed. */
  long failed() {
    return failed.get();
  }

  @Override
  public void run(Connection connection) throws SQLException {
    waiting.incrementAndGet();
    pass.acquireUninterruptibly();
    waiting.decrementAndGet();
    if (mostPages > 0) {
      Connections.execute(connection, "PRAGMA max_page_count = " + mostPages);
    }
    if (full) {
      failed.incrementAndGet();
      throw new SQLiteException("arranged by the test", SQLiteErrorCode.SQLITE_FULL);
    }
  }
}
