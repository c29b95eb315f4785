package io.ringwright.journal.sqlite;

import io.ringwright.call.EventAnswer;
import io.ringwright.journal.Journal;
import io.ringwright.journal.StateMachine;
import io.ringwright.testkit.RecordingMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** What several tests do with journals. */
final class Journals {

  private static final long LIMIT_SECONDS = 30;

  /** No answer is given before its entry is kept, however busy the machine is. */
  static final Duration LONG = Duration.ofSeconds(LIMIT_SECONDS);

  private Journals() {}

  static SqliteJournal open(SqliteJournalBuilder builder, StateMachine machine) {
    SqliteJournal journal = builder.build();
    journal.open(machine);
    return journal;
  }

  /** Appends, and waits for each answer. */
  static void append(Journal journal, int from, int to) {
    List<CompletionStage<Optional<EventAnswer>>> stages = new ArrayList<>();
    for (int nth = from; nth < to; nth++) {
      stages.add(journal.append(RecordingMachine.proposal(nth)));
    }
    stages.forEach(Journals::answered);
  }

  static void answered(CompletionStage<Optional<EventAnswer>> stage) {
    stage.toCompletableFuture().orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).join();
  }

  static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it did not become so within " + LIMIT_SECONDS + " s");
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  /**
   * Reads what is there now until it is closed: what is written meanwhile stays in the write-ahead
   * log.
   */
  static Connection holdingUpCheckpoints(Path file) throws SQLException {
    Connection reading = Connections.readOnly(file);
    reading.setAutoCommit(false);
    long unused = Connections.number(reading, "SELECT count(*) FROM entry");
    return reading;
  }

  /** A journal as a crash would leave it, without the locks of a process. */
  static void copy(Path from, Path to) {
    try {
      for (String suffix : List.of("", "-wal", ".mark")) {
        Path source = from.resolveSibling(from.getFileName() + suffix);
        Path target = to.resolveSibling(to.getFileName() + suffix);
        Files.deleteIfExists(target);
        if (Files.exists(source)) {
          Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
      Files.deleteIfExists(to.resolveSibling(to.getFileName() + "-shm"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** What a machine has seen that starts from this file. */
  static RecordingMachine read(Path file) {
    RecordingMachine machine = new RecordingMachine();
    open(SqliteJournal.at(file), machine).close();
    return machine;
  }
}
