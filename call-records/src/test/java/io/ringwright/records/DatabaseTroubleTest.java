package io.ringwright.records;

import static java.time.Duration.ofMillis;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.availability.Attendance;
import io.ringwright.records.TornDatabase.When;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A database that is away, full, slow or torn: calls go on, and nothing is written twice. */
class DatabaseTroubleTest {

  @TempDir Path folder;

  private final List<Long> pauses = new CopyOnWriteArrayList<>();
  private final Trouble trouble = new Trouble();

  private final ScheduledThreadPoolExecutor executor =
      new ScheduledThreadPoolExecutor(1) {
        @Override
        public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
          if (delay > 0) {
            pauses.add(unit.toMillis(delay));
          }
          return super.schedule(task, delay, unit);
        }
      };

  private static final class Trouble implements DatabaseListener {
    final List<String> failures = new CopyOnWriteArrayList<>();
    final List<Long> losses = new CopyOnWriteArrayList<>();
    final List<Integer> goneOn = new CopyOnWriteArrayList<>();

    @Override
    public void failed(Exception why, int waiting) {
      failures.add(why.getMessage());
    }

    @Override
    public void goesOn(int waiting) {
      goneOn.add(waiting);
    }

    @Override
    public void lost(long lost) {
      losses.add(lost);
    }
  }

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  private String url() {
    return "jdbc:sqlite:" + folder.resolve("records.db");
  }

  private RecordDatabaseBuilder writing(TestDatabase source) {
    return RecordDatabase.builder(source, executor)
        .listener(trouble)
        .pauses(ofMillis(1), ofMillis(8));
  }

  private static void await(String what, BooleanSupplier condition) {
    Instant limit = Instant.now().plus(Duration.ofSeconds(60));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("waiting for " + what).isBefore(limit);
      LockSupport.parkNanos(200_000);
    }
  }

  @Test
  void a_database_that_is_away_at_the_start_gets_all_records_when_it_is_there() {
    TestDatabase source = new TestDatabase(url());
    source.away = true;
    RecordDatabase database = writing(source).build();
    for (int number = 0; number < 100; number++) {
      database.call(Samples.call(number));
    }
    await("five attempts", () -> trouble.failures.size() >= 5);
    assertThat(database.counts().failing()).isTrue();
    assertThat(database.counts().waiting()).isEqualTo(100);
    source.away = false;
    await("all records", () -> database.counts().written() == 100);
    assertThat(source.count("rw_call")).isEqualTo(100);
    assertThat(trouble.goneOn).hasSize(1);
    assertThat(database.counts().failing()).isFalse();
  }

  @Test
  void the_pauses_between_attempts_get_longer_up_to_a_limit() {
    TestDatabase source = new TestDatabase(url());
    source.away = true;
    RecordDatabase database = writing(source).build();
    database.call(Samples.call(1));
    await("seven pauses", () -> pauses.size() >= 7);
    assertThat(List.copyOf(pauses).subList(0, 7)).containsExactly(1L, 2L, 4L, 8L, 8L, 8L, 8L);
  }

  @Test
  void a_database_that_goes_away_for_a_while_misses_nothing() {
    TestDatabase source = new TestDatabase(url());
    RecordDatabase database = writing(source).build();
    database.call(Samples.call(0));
    await("the first record", () -> database.counts().written() == 1);
    source.away = true;
    for (int number = 1; number < 50; number++) {
      database.call(Samples.call(number));
    }
    await("a failure", () -> !trouble.failures.isEmpty());
    source.away = false;
    await("all records", () -> database.counts().written() == 50);
    assertThat(source.count("rw_call")).isEqualTo(50);
  }

  @Test
  void a_database_that_is_full_keeps_records_waiting_and_takes_them_when_there_is_room() {
    AtomicInteger pages = new AtomicInteger(60);
    TestDatabase source =
        new TestDatabase(url()) {
          @Override
          public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            try (var statement = connection.createStatement()) {
              statement.execute("PRAGMA max_page_count = " + pages.get());
            }
            return connection;
          }
        };
    RecordDatabase database = writing(source).batch(10).build();
    for (int number = 0; number < 2000; number++) {
      database.call(Samples.call(number));
    }
    await("a full database", () -> !trouble.failures.isEmpty());
    assertThat(trouble.failures.get(0)).contains("full");
    assertThat(database.counts().refused()).isZero();
    assertThat(database.counts().waiting()).isPositive();
    pages.set(1_000_000);
    await("all records", () -> database.counts().written() == 2000);
    assertThat(source.count("rw_call")).isEqualTo(2000);
  }

  @Test
  void whoever_gives_a_record_does_not_wait_for_a_slow_database() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    TestDatabase source =
        new TestDatabase(url()) {
          @Override
          public Connection getConnection() throws SQLException {
            asked.countDown();
            try {
              assertThat(released.await(60, SECONDS)).isTrue();
            } catch (InterruptedException e) {
              throw new SQLException(e);
            }
            return super.getConnection();
          }
        };
    RecordDatabase database = writing(source).build();
    database.call(Samples.call(0));
    assertThat(asked.await(60, SECONDS)).isTrue();
    for (int number = 1; number < 1000; number++) {
      database.call(Samples.call(number)); // Would never return if it waited.
    }
    assertThat(database.counts().waiting()).isEqualTo(1000);
    released.countDown();
    await("all records", () -> database.counts().written() == 1000);
  }

  @ParameterizedTest
  @EnumSource(
      value = When.class,
      names = {"BEFORE_COMMIT", "AFTER_COMMIT"})
  void a_batch_whose_connection_broke_is_written_once(When when) {
    TornDatabase source = new TornDatabase(url(), when, 0);
    RecordDatabase first = writing(source).build();
    first.call(Samples.call(1000));
    first.close();
    TornDatabase torn = new TornDatabase(url(), when, 3);
    RecordDatabase database = writing(torn).batch(20).build();
    for (int number = 0; number < 100; number++) {
      database.call(Samples.call(number));
      database.write(Samples.line(number));
    }
    await("all records", () -> database.counts().written() == 200);
    assertThat(trouble.failures).hasSize(3);
    assertThat(torn.count("rw_call")).isEqualTo(101);
    assertThat(torn.count("rw_stay")).isEqualTo(101);
    assertThat(torn.count("queue_log")).isEqualTo(100);
  }

  /** The test above proves something only if rows could be written twice without the clause. */
  @Test
  void without_its_last_clause_an_insert_of_a_row_that_is_there_fails() {
    TestDatabase source = new TestDatabase(url());
    RecordDatabase database = writing(source).build();
    database.attendance(Samples.change(0, "100", 0, Attendance.PRESENT));
    database.close();
    String insert =
        "INSERT INTO rw_attendance VALUES ('100', '', "
            + Samples.START.toEpochMilli()
            + ", 0, 1, NULL)";
    assertThatThrownBy(() -> source.execute(insert))
        .hasRootCauseMessage(
            "[SQLITE_CONSTRAINT_PRIMARYKEY] A PRIMARY KEY constraint failed (UNIQUE constraint"
                + " failed: rw_attendance.extension, rw_attendance.hunt_group,"
                + " rw_attendance.at_ms, rw_attendance.number)");
    source.execute(insert + " ON CONFLICT DO NOTHING");
    assertThat(source.count("rw_attendance")).isEqualTo(1);
  }

  /** What the treatment of refused records is good for: without it one of them stops all others. */
  @Test
  void a_refused_record_that_is_taken_for_a_trouble_of_the_database_stops_the_others() {
    TestDatabase source = new TestDatabase(url());
    RecordDatabase first = writing(source).build();
    first.call(Samples.call(0));
    first.close();
    source.execute(
        "CREATE TRIGGER refusing BEFORE INSERT ON rw_stay WHEN NEW.destination = '701'"
            + " BEGIN SELECT RAISE(ABORT, 'refused'); END");
    // Of PostgreSQL, a failure without a state is one of the database.
    RecordDatabase database = writing(source).dialect(SqlDialect.POSTGRESQL).build();
    database.call(Samples.call(1, "701", 0, 5, true));
    database.call(Samples.call(2));
    await("two attempts", () -> trouble.failures.size() >= 2);
    database.close();
    assertThat(database.counts().lost()).isEqualTo(2);
    assertThat(source.count("rw_call")).isEqualTo(1);
  }

  @Test
  void a_flood_of_100_000_records_stays_within_the_bound_and_the_loss_is_counted() {
    TestDatabase source = new TestDatabase(url());
    source.away = true;
    RecordDatabase database = writing(source).mostWaiting(10_000).build();
    CallRecord same = Samples.call(1);
    for (int number = 0; number < 100_000; number++) {
      database.call(same);
    }
    assertThat(database.counts().waiting()).isEqualTo(10_000);
    assertThat(database.counts().lost()).isEqualTo(90_000);
    assertThat(trouble.losses).startsWith(1L, 2L, 4L).endsWith(65_536L);
    RecordDatabase roomy = writing(source).mostWaiting(100_000).build();
    for (int number = 0; number < 100_000; number++) {
      roomy.call(same);
    }
    assertThat(roomy.counts().lost()).isZero();
    assertThat(roomy.counts().waiting()).isEqualTo(100_000);
  }

  @Test
  void what_still_waits_at_the_end_is_lost_and_told() {
    TestDatabase source = new TestDatabase(url());
    source.away = true;
    RecordDatabase database = writing(source).build();
    for (int number = 0; number < 5; number++) {
      database.call(Samples.call(number));
    }
    database.close();
    assertThat(database.counts().lost()).isEqualTo(5);
    assertThat(database.counts().waiting()).isZero();
    assertThat(trouble.losses).contains(5L);
  }

  @Test
  void what_is_given_after_the_end_is_lost_and_counted() {
    RecordDatabase database = writing(new TestDatabase(url())).build();
    database.close();
    database.call(Samples.call(1));
    assertThat(database.counts()).isEqualTo(new RecordDatabase.Counts(0, 0, 1, 0, false));
  }

  @Test
  void a_listener_that_throws_stops_nothing() {
    TestDatabase source = new TestDatabase(url());
    source.away = true;
    AtomicInteger told = new AtomicInteger();
    RecordDatabase database =
        writing(source)
            .listener(
                new DatabaseListener() {
                  @Override
                  public void failed(Exception why, int waiting) {
                    told.incrementAndGet();
                    throw new IllegalStateException("the host is broken");
                  }
                })
            .build();
    database.call(Samples.call(1));
    await("three attempts", () -> told.get() >= 3);
    assertThat(List.copyOf(pauses)).startsWith(1L, 2L);
    source.away = false;
    await("the record", () -> database.counts().written() == 1);
  }

  @Test
  void an_executor_that_was_shut_down_first_costs_nothing() {
    TestDatabase source = new TestDatabase(url());
    RecordDatabase database = writing(source).build();
    executor.shutdown();
    database.call(Samples.call(1));
    database.close();
    assertThat(source.count("rw_call")).isEqualTo(1);
  }
}
