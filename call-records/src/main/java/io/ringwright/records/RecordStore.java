package io.ringwright.records;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows to the database, some in one transaction.
 *
 * <p>Thread safety: one thread at a time.
 */
final class RecordStore {

  private final DataSource source;
  private final InstantSource clock;
  private final boolean migrates;
  private final @Nullable SqlDialect chosen;
  private @Nullable SqlDialect known;

  RecordStore(
      DataSource source, InstantSource clock, boolean migrates, Optional<SqlDialect> chosen) {
    this.source = source;
    this.clock = clock;
    this.migrates = migrates;
    this.chosen = chosen.orElse(null);
  }

  /**
   * Writes all rows, or none. Rows that are there already stay as they are: whoever does not know
   * whether the last attempt came through may write them again.
   */
  void write(List<RecordRow> rows) throws SQLException {
    try (Connection connection = source.getConnection()) {
      SqlDialect dialect = prepared(connection);
      connection.setAutoCommit(false);
      try {
        insert(connection, dialect, rows);
        connection.commit();
      } catch (SQLException e) {
        rollBack(connection, e);
        throw e;
      }
    }
  }

  /** Whether a failure is about the row alone. */
  boolean isAboutTheRow(SQLException failure) {
    SqlDialect dialect = known;
    return dialect != null && dialect.isAboutTheRow(failure);
  }

  private SqlDialect prepared(Connection connection) throws SQLException {
    SqlDialect dialect = known;
    if (dialect == null) {
      dialect = chosen == null ? SqlDialect.of(connection) : chosen;
      if (migrates) {
        new Migrations(dialect).apply(connection, clock.instant());
      }
      known = dialect;
    }
    return dialect;
  }

  private static void insert(Connection connection, SqlDialect dialect, List<RecordRow> rows)
      throws SQLException {
    Map<RecordTable, PreparedStatement> inserts = new EnumMap<>(RecordTable.class);
    try {
      for (RecordRow row : rows) {
        PreparedStatement insert = inserts.get(row.table());
        if (insert == null) {
          insert = connection.prepareStatement(row.table().insert(dialect));
          inserts.put(row.table(), insert);
        }
        add(insert, row);
      }
      for (PreparedStatement insert : inserts.values()) {
        insert.executeBatch();
      }
    } finally {
      for (PreparedStatement insert : inserts.values()) {
        insert.close();
      }
    }
  }

  private static void add(PreparedStatement insert, RecordRow row) throws SQLException {
    int at = 1;
    for (Object value : row.values()) {
      insert.setObject(at++, value);
    }
    insert.addBatch();
  }

  private static void rollBack(Connection connection, SQLException failure) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }
}
