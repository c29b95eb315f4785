package io.ringwright.journal.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/** Opens the database, and asks it for single values. */
final class Connections {

  private static final int BUSY_MILLIS = 1000;
  private static final int MOST_WAL_BYTES = 16 << 20;

  private Connections() {}

  /** To look only: what SQLite would put in order when it closes the file stays as it is. */
  static Connection readOnly(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(BUSY_MILLIS);
    return config.createConnection(url(file));
  }

  /** To write, each commit durable before it returns; makes no file. */
  static Connection writing(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    return prepared(config, file);
  }

  /** The same for a file that is not there yet. */
  static Connection creating(Path file) throws SQLException {
    return prepared(new SQLiteConfig(), file);
  }

  private static Connection prepared(SQLiteConfig config, Path file) throws SQLException {
    config.setBusyTimeout(BUSY_MILLIS);
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    Connection connection = config.createConnection(url(file));
    try {
      if (!text(connection, "PRAGMA journal_mode = WAL").equals("wal")) {
        throw new SQLException("the file system has no write-ahead log, a network drive perhaps");
      }
      execute(connection, "PRAGMA synchronous = FULL");
      execute(connection, "PRAGMA fullfsync = ON");
      execute(connection, "PRAGMA wal_autocheckpoint = 0");
      execute(connection, "PRAGMA journal_size_limit = " + MOST_WAL_BYTES);
      return connection;
    } catch (SQLException | RuntimeException | Error failure) {
      connection.close();
      throw failure;
    }
  }

  private static String url(Path file) {
    return "jdbc:sqlite:" + file;
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static String text(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      String value = row.next() ? row.getString(1) : null;
      return value == null ? "" : value;
    }
  }

  static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }
}
