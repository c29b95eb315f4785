package io.ringwright.journal.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * What a journal is made with.
 *
 * @param files where it is
 * @param limits how much and how long
 * @param acceptedLoss the last entry that can be read, if the host gives up what came after
 * @param clock for the instants that people read
 * @param nanos for intervals
 * @param inside what only tests change
 */
record Settings(
    JournalFiles files,
    Limits limits,
    OptionalLong acceptedLoss,
    InstantSource clock,
    LongSupplier nanos,
    Inside inside) {

  /**
   * How much and how long.
   *
   * @param imageEvery entries from one image to the next
   * @param patience how long an answer waits for the disk
   * @param mostOwed entries kept in memory while the disk takes none
   * @param retry how long after a failure the disk is tried again
   */
  record Limits(int imageEvery, Duration patience, int mostOwed, Duration retry) {}

  /**
   * What only tests change.
   *
   * @param schema the tables
   * @param beforeCommit runs in each transaction before it is committed
   */
  record Inside(Schema schema, BeforeCommit beforeCommit) {
    static final Inside PLAIN = new Inside(Schema.CURRENT, connection -> {});
  }

  /** Where a test makes the disk slow or full. */
  @FunctionalInterface
  interface BeforeCommit {
    void run(Connection connection) throws SQLException;
  }
}
