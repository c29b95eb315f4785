package io.ringwright.journal.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The tables, by version. Each step brings a file from the version before it to its own; a file of
 * an older version is brought forward step by step, in one transaction.
 *
 * @param steps the SQL statements of each version, from version 1
 */
record Schema(List<List<String>> steps) {

  /** "RWJL": stands in the header of each journal, so that nobody takes another file for one. */
  static final int APPLICATION_ID = 0x52574a4c;

  /** The schema of this version of Ringwright. */
  static final Schema CURRENT =
      new Schema(
          List.of(
              List.of(
                  "CREATE TABLE journal (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
                  "CREATE TABLE entry (sequence INTEGER PRIMARY KEY, text TEXT NOT NULL,"
                      + " phone_list TEXT NOT NULL, chain INTEGER NOT NULL)",
                  "CREATE TABLE image (sequence INTEGER PRIMARY KEY, chain INTEGER NOT NULL,"
                      + " phone_lists TEXT NOT NULL, pieces INTEGER NOT NULL,"
                      + " checksum INTEGER NOT NULL)",
                  "CREATE TABLE image_piece (sequence INTEGER NOT NULL, piece INTEGER NOT NULL,"
                      + " text TEXT NOT NULL, PRIMARY KEY (sequence, piece))",
                  "CREATE TABLE phone_list (hash TEXT PRIMARY KEY, text TEXT NOT NULL,"
                      + " last_entry INTEGER NOT NULL, checksum INTEGER NOT NULL)")));

  Schema {
    steps = steps.stream().map(List::copyOf).toList();
  }

  int version() {
    return steps.size();
  }

  /** Runs the steps after this version and sets the new one, within the caller's transaction. */
  void bringForward(Connection connection, int from) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (List<String> step : steps.subList(from, steps.size())) {
        for (String sql : step) {
          statement.execute(sql);
        }
      }
      statement.execute("PRAGMA application_id = " + APPLICATION_ID);
      statement.execute("PRAGMA user_version = " + version());
    }
  }
}
