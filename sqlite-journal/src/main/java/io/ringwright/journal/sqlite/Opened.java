package io.ringwright.journal.sqlite;

import java.io.IOException;
import java.sql.SQLException;

/**
 * An open file: everything that a writer needs.
 *
 * @param database to write
 * @param mark to write after it
 * @param id of the journal
 * @param last the last entry in the file
 * @param chain its checksum
 * @param image the entry after which its newest image was captured, 0 if it has none
 */
record Opened(Database database, MarkFile mark, String id, long last, int chain, long image) {

  void close() throws SQLException, IOException {
    try {
      database.close();
    } finally {
      mark.close();
    }
  }
}
