package io.ringwright.records;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** The databases for which there is a schema. Each has a folder of numbered SQL files. */
public enum SqlDialect {
  /** SQLite 3.24 or later. */
  SQLITE("sqlite"),
  /** PostgreSQL 12 or later. */
  POSTGRESQL("postgresql"),
  /** MariaDB 10.5 or later, and MySQL 8. */
  MARIADB("mariadb");

  private final String folder;

  SqlDialect(String folder) {
    this.folder = folder;
  }

  /** The folder of its migrations, beside this class. */
  String folder() {
    return folder;
  }

  /** The dialect of whatever is at the other end. */
  static SqlDialect of(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    String name = product.toLowerCase(Locale.ROOT);
    for (SqlDialect dialect : values()) {
      if (name.contains(dialect.folder)) {
        return dialect;
      }
    }
    if (name.contains("mysql")) {
      return MARIADB;
    }
    throw new SQLException(
        "database \""
            + product
            + "\" is not known: expected SQLite, PostgreSQL or MariaDB\n"
            + "Say which of them it behaves as: RecordDatabase.builder(...).dialect(...).");
  }

  /** Inserts a row, unless a row with this key is there. */
  String insert(String table, List<String> columns) {
    String key = columns.get(0);
    String known =
        this == MARIADB
            ? " ON DUPLICATE KEY UPDATE " + key + " = " + key
            : " ON CONFLICT DO NOTHING";
    return "INSERT INTO "
        + table
        + " ("
        + String.join(", ", columns)
        + ") VALUES ("
        + "?, ".repeat(columns.size() - 1)
        + "?)"
        + known;
  }

  /**
   * Whether a failure is about the row alone, so that it would fail for ever: a value that does not
   * fit, or a rule of the table.
   */
  boolean isAboutTheRow(SQLException failure) {
    if (this == SQLITE) {
      int code = failure.getErrorCode() & 0xff; // The upper bits say more of the same.
      return code == 18 || code == 19 || code == 20; // TOOBIG, CONSTRAINT, MISMATCH
    }
    String state = failure.getSQLState();
    return state != null && (state.startsWith("22") || state.startsWith("23"));
  }
}
