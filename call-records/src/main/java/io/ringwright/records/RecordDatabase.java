package io.ringwright.records;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.ringwright.records.WaitingRecords.WaitingRecord;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * Writes records and queue log lines to a database through JDBC. Whoever gives it a record never
 * waits: records wait in memory up to a bound, and an executor of the host writes them, some in one
 * transaction.
 *
 * <pre>{@code
 * RecordDatabase database = RecordDatabase.builder(source, executor).listener(alarm).build();
 * CallRecords records = CallRecords.to(database, InstantSource.system());
 * }</pre>
 *
 * <p>No record is written twice: each has a key, and a row whose key is there stays as it is. So a
 * batch whose connection broke is written again, whether or not it had come through.
 *
 * <p>Errors: if the database is away, full or slow, calls go on and records wait; it is tried again
 * with longer and longer pauses. Beyond the bound the newest is lost, counted and told. A record
 * that the database refuses for what is in it is left out and told.
 *
 * <p>Thread safety: may be used by many threads.
 */
public final class RecordDatabase implements RecordSink, QueueLogSink, AutoCloseable {

  private final RecordStore store;
  private final ScheduledExecutorService executor;
  private final RecordDatabaseBuilder settings;
  private final WaitingRecords waiting;
  private final DatabaseListener listener;
  private final AtomicBoolean scheduled = new AtomicBoolean();
  private final AtomicLong written = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong lastId;
  private final Object writing = new Object();
  private volatile boolean failing;
  private volatile boolean closed;

  @GuardedBy("writing")
  private Duration pause = Duration.ZERO;

  RecordDatabase(RecordStore store, RecordDatabaseBuilder settings) {
    this.store = store;
    this.settings = settings;
    this.executor = settings.executor();
    this.listener = settings.listener();
    this.waiting = new WaitingRecords(settings.mostWaiting());
    this.lastId = new AtomicLong(settings.clock().millis() * 1_000_000);
  }

  /**
   * A database to be set up.
   *
   * @param source gives connections: a pool of two, or whatever the host has
   * @param executor writes; one thread is enough
   * @return a builder
   */
  public static RecordDatabaseBuilder builder(
      DataSource source, ScheduledExecutorService executor) {
    return new RecordDatabaseBuilder(source, executor);
  }

  @Override
  public void call(CallRecord call) {
    add(new WaitingRecord(call, RecordRow.of(call)));
  }

  @Override
  public void leg(LegRecord leg) {
    add(new WaitingRecord(leg, List.of(RecordRow.of(leg))));
  }

  @Override
  public void attendance(AttendanceRecord change) {
    add(new WaitingRecord(change, List.of(RecordRow.of(change))));
  }

  @Override
  public void write(QueueLogLine line) {
    RecordRow row = RecordRow.of(line, lastId.incrementAndGet(), settings.zone());
    add(new WaitingRecord(line, List.of(row)));
  }

  private void add(WaitingRecord record) {
    if (waiting.offer(record)) {
      soon(Duration.ZERO);
    } else {
      long lost = waiting.lost();
      if (Long.bitCount(lost) == 1) {
        tell(() -> listener.lost(lost));
      }
    }
  }

  /** The listener is code of the host: whatever it throws, records are written on. */
  private static void tell(Runnable telling) {
    try {
      telling.run();
    } catch (RuntimeException e) {
      // Nobody is left who could be told.
    }
  }

  /** One task at most waits or runs. */
  private void soon(Duration delay) {
    if (!closed && scheduled.compareAndSet(false, true)) {
      try {
        var unused = executor.schedule(this::work, delay.toNanos(), TimeUnit.NANOSECONDS);
      } catch (RejectedExecutionException e) {
        scheduled.set(false); // The executor is shut down: close() writes what waits.
      }
    }
  }

  private void work() {
    Duration next = Duration.ZERO;
    try {
      next = writeWaiting();
    } finally {
      scheduled.set(false);
      if (waiting.size() > 0) {
        soon(next);
      }
    }
  }

  /** Writes until nothing waits or an attempt fails; then says after which pause to go on. */
  private Duration writeWaiting() {
    synchronized (writing) {
      List<WaitingRecord> batch = waiting.oldest(settings.batch());
      while (!batch.isEmpty()) {
        if (!writes(batch)) {
          pause = settings.pauseAfter(pause);
          return pause;
        }
        pause = Duration.ZERO;
        batch = waiting.oldest(settings.batch());
      }
      return Duration.ZERO;
    }
  }

  private boolean writes(List<WaitingRecord> batch) {
    try {
      store.write(rows(batch));
      done(batch, batch.size());
      return true;
    } catch (SQLException e) {
      return store.isAboutTheRow(e) ? writesOneByOne(batch) : fails(e);
    } catch (RuntimeException e) { // Drivers and pools throw these too.
      return fails(e);
    }
  }

  /** One of them is refused: the others are written. */
  private boolean writesOneByOne(List<WaitingRecord> batch) {
    for (WaitingRecord one : batch) {
      try {
        store.write(one.rows());
        done(List.of(one), 1);
      } catch (SQLException e) {
        if (!store.isAboutTheRow(e)) {
          return fails(e);
        }
        waiting.remove(1);
        refused.incrementAndGet();
        tell(() -> listener.refused(one.record(), e));
      } catch (RuntimeException e) {
        return fails(e);
      }
    }
    return true;
  }

  private static List<RecordRow> rows(List<WaitingRecord> batch) {
    return batch.stream().map(WaitingRecord::rows).flatMap(List::stream).toList();
  }

  private void done(List<WaitingRecord> batch, int count) {
    waiting.remove(count);
    written.addAndGet(batch.size());
    if (failing) {
      failing = false;
      tell(() -> listener.goesOn(waiting.size()));
    }
  }

  private boolean fails(Exception why) {
    failing = true;
    tell(() -> listener.failed(why, waiting.size()));
    return false;
  }

  /**
   * How the writing goes.
   *
   * @return as of now
   */
  public Counts counts() {
    return new Counts(written.get(), waiting.size(), waiting.lost(), refused.get(), failing);
  }

  /**
   * How the writing goes.
   *
   * @param written how many records are in the database
   * @param waiting how many wait
   * @param lost how many were lost because too many waited, or still waited when it was closed
   * @param refused how many the database refused for what is in them
   * @param failing whether the last attempt failed
   */
  public record Counts(long written, int waiting, long lost, long refused, boolean failing) {}

  /**
   * Writes what waits, in this thread, if the database takes it; what it does not take is lost,
   * counted and told, and so is whatever is given to it later. It waits for an attempt that is
   * under way. Close it after the listeners that write to it.
   */
  @Override
  public void close() {
    closed = true;
    writeWaiting();
    if (waiting.giveUp() > 0) {
      tell(() -> listener.lost(waiting.lost()));
    }
  }
}
