package io.ringwright.records;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** {@link RecordDatabaseContract} on SQLite. */
class SqliteRecordsTest extends RecordDatabaseContract {

  @TempDir Path folder;

  @Override
  TestDatabase fresh() {
    return new TestDatabase("jdbc:sqlite:" + folder.resolve("records.db"));
  }

  @Override
  String[] refuses(String destination) {
    return new String[] {
      "CREATE TRIGGER refusing BEFORE INSERT ON rw_stay WHEN NEW.destination = '"
          + destination
          + "' BEGIN SELECT RAISE(ABORT, 'refused'); END"
    };
  }
}
