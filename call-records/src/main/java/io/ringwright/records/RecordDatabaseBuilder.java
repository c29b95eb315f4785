package io.ringwright.records;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;

/**
 * Sets a {@link RecordDatabase} up.
 *
 * <p>Thread safety: one thread.
 */
public final class RecordDatabaseBuilder {

  private static final int MOST_OF_ALL = 10_000_000;
  private static final int LARGEST_BATCH = 10_000;

  private final DataSource source;
  private final ScheduledExecutorService executor;
  private InstantSource clock = InstantSource.system();
  private ZoneId zone = ZoneOffset.UTC;
  private DatabaseListener listener = DatabaseListener.SILENT;
  private Optional<SqlDialect> dialect = Optional.empty();
  private boolean migrates = true;
  private int mostWaiting = 100_000;
  private int batch = 500;
  private Duration firstPause = Duration.ofMillis(200);
  private Duration longestPause = Duration.ofSeconds(30);

  RecordDatabaseBuilder(DataSource source, ScheduledExecutorService executor) {
    this.source = source;
    this.executor = executor;
  }

  /**
   * The clock that dates migrations and numbers queue log lines, by default that of the machine.
   *
   * @param chosen the wall clock
   * @return this
   */
  public RecordDatabaseBuilder clock(InstantSource chosen) {
    clock = chosen;
    return this;
  }

  /**
   * The time zone of the column {@code time} of the table {@code queue_log}, by default UTC; of
   * Asterisk itself it is that of the machine. All other tables have milliseconds since 1970.
   *
   * @param chosen the zone
   * @return this
   */
  public RecordDatabaseBuilder zone(ZoneId chosen) {
    zone = chosen;
    return this;
  }

  /**
   * Who is told how the writing goes.
   *
   * @param chosen the listener, by default nobody
   * @return this
   */
  public RecordDatabaseBuilder listener(DatabaseListener chosen) {
    listener = chosen;
    return this;
  }

  /**
   * Which database it is, by default what the driver says.
   *
   * @param chosen the dialect
   * @return this
   */
  public RecordDatabaseBuilder dialect(SqlDialect chosen) {
    dialect = Optional.of(chosen);
    return this;
  }

  /**
   * The host applies the migrations itself: the SQL files beside this class, which are named as
   * Flyway names them.
   *
   * @return this
   */
  public RecordDatabaseBuilder withoutMigrations() {
    migrates = false;
    return this;
  }

  /**
   * How many records may wait, by default 100 000: about 160 MB if the database is away for long.
   *
   * @param records 1 to ten millions
   * @return this
   * @throws IllegalArgumentException if it is out of range
   */
  public RecordDatabaseBuilder mostWaiting(int records) {
    require("most waiting records", records, MOST_OF_ALL);
    mostWaiting = records;
    return this;
  }

  /**
   * How many records are written in one transaction at most, by default 500.
   *
   * @param records 1 to 10 000
   * @return this
   * @throws IllegalArgumentException if it is out of range
   */
  public RecordDatabaseBuilder batch(int records) {
    require("records in a batch", records, LARGEST_BATCH);
    batch = records;
    return this;
  }

  /**
   * After which pauses it is tried again where the database failed, by default 200 ms, and twice as
   * long each time, up to 30 s.
   *
   * @param first the first pause, a millisecond or more
   * @param longest the longest, not shorter than the first
   * @return this
   * @throws IllegalArgumentException if it is out of range
   */
  public RecordDatabaseBuilder pauses(Duration first, Duration longest) {
    if (first.compareTo(Duration.ofMillis(1)) < 0 || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "pauses from "
              + first
              + " to "
              + longest
              + " are not valid: expected 1 ms or more first");
    }
    firstPause = first;
    longestPause = longest;
    return this;
  }

  /**
   * Begins. The database is asked for the first time when the first record is written: it need not
   * be there now.
   *
   * @return the database
   */
  public RecordDatabase build() {
    return new RecordDatabase(new RecordStore(source, clock, migrates, dialect), this);
  }

  private static void require(String what, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(
          what + " " + value + " is not valid: expected 1 to " + most);
    }
  }

  ScheduledExecutorService executor() {
    return executor;
  }

  InstantSource clock() {
    return clock;
  }

  ZoneId zone() {
    return zone;
  }

  DatabaseListener listener() {
    return listener;
  }

  int mostWaiting() {
    return mostWaiting;
  }

  int batch() {
    return batch;
  }

  /** The pause after one more failure. */
  Duration pauseAfter(Duration last) {
    Duration next = last.isZero() ? firstPause : last.multipliedBy(2);
    return next.compareTo(longestPause) < 0 ? next : longestPause;
  }
}
