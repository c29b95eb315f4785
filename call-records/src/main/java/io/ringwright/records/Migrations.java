package io.ringwright.records;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Brings the schema of a database to this version: numbered SQL files, each applied once, and a
 * table of those that were. The files are named as Flyway names them.
 *
 * @param dialect of the database
 * @param files the names of the files, in order
 */
record Migrations(SqlDialect dialect, List<String> files) {

  private static final String VERSIONS =
      "CREATE TABLE IF NOT EXISTS rw_schema (version INTEGER NOT NULL PRIMARY KEY,"
          + " name VARCHAR(100) NOT NULL, applied_ms BIGINT NOT NULL)";

  Migrations(SqlDialect dialect) {
    this(dialect, List.of("V1__call_records.sql", "V2__queue_log.sql"));
  }

  /** Applies what is missing, in one transaction where the database can. */
  void apply(Connection connection, Instant now) throws SQLException {
    connection.setAutoCommit(false);
    try {
      execute(connection, VERSIONS);
      int applied = newest(connection);
      if (applied > files.size()) {
        throw new SQLException(
            "the schema of the call records has version "
                + applied
                + ", and this program knows "
                + files.size()
                + "\nUse the version of ringwright-call-records that made it, or a newer one.");
      }
      for (int version = applied + 1; version <= files.size(); version++) {
        note(connection, version, now);
        for (String statement : statements(files.get(version - 1))) {
          execute(connection, statement);
        }
      }
      connection.commit();
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    }
  }

  private static int newest(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT MAX(version) FROM rw_schema")) {
      return row.next() ? row.getInt(1) : 0;
    }
  }

  /** Of two programs that begin at the same time one fails here, and tries again. */
  private void note(Connection connection, int version, Instant now) throws SQLException {
    try (PreparedStatement row =
        connection.prepareStatement("INSERT INTO rw_schema VALUES (?, ?, ?)")) {
      row.setInt(1, version);
      row.setString(2, files.get(version - 1));
      row.setLong(3, now.toEpochMilli());
      row.executeUpdate();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> statements(String file) {
    String text =
        read(file).lines().filter(line -> !line.startsWith("--")).collect(Collectors.joining("\n"));
    return Arrays.stream(text.split(";\\s*(\n|$)")).filter(each -> !each.isBlank()).toList();
  }

  private String read(String file) {
    String name = dialect.folder() + "/" + file;
    try (InputStream in = Migrations.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(
            "the file " + name + " is missing: expected beside " + Migrations.class.getName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("the file " + name + " cannot be read", e);
    }
  }
}
