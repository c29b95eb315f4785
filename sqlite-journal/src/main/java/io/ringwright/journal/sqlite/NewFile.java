package io.ringwright.journal.sqlite;

import io.ringwright.journal.sqlite.MarkFile.Mark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Makes an empty journal. It is made under another name and moved, so that a stop half way leaves
 * nothing that looks like a journal.
 */
final class NewFile {

  private NewFile() {}

  /** The mark comes first: a database without one is refused, never taken for an empty one. */
  static void create(JournalFiles files, Schema schema) throws IOException, SQLException {
    String id = UUID.randomUUID().toString();
    Path fresh = empty(files, schema, id);
    Files.deleteIfExists(files.wal());
    Files.deleteIfExists(files.shm());
    MarkFile.create(files.mark(), Mark.first(id, 0, Chain.START));
    moveIntoPlace(fresh, files);
  }

  /** An empty database under another name. */
  static Path empty(JournalFiles files, Schema schema, String id) throws IOException, SQLException {
    Path fresh = files.beside(".new");
    for (String suffix : new String[] {"", "-wal", "-shm"}) {
      Files.deleteIfExists(files.beside(".new" + suffix));
    }
    try (Connection connection = Connections.creating(fresh)) {
      Connections.execute(connection, "BEGIN IMMEDIATE");
      schema.bringForward(connection, 0);
      try (PreparedStatement statement =
          connection.prepareStatement("INSERT INTO journal VALUES ('id', ?), ('opened', '0')")) {
        statement.setString(1, id);
        statement.executeUpdate();
      }
      Connections.execute(connection, "COMMIT");
      Connections.execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }
    return fresh;
  }

  static void moveIntoPlace(Path fresh, JournalFiles files) throws IOException {
    Files.move(
        fresh,
        files.database(),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    Folder.force(files.database());
  }
}
