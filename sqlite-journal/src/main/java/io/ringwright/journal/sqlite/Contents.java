package io.ringwright.journal.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads what a database holds, in the order in which a state machine needs it. Knows nothing of
 * whether it is whole.
 */
final class Contents {

  private final Connection connection;

  Contents(Connection connection) {
    this.connection = connection;
  }

  /** An image: its text is made of the pieces when it is asked for. */
  record StoredImage(long sequence, int chain, List<String> phoneLists, int pieces, int checksum) {}

  /** An entry as it stands in the file. */
  record StoredEntry(long sequence, String text, String phoneList, int chain) {}

  /** Takes entries one by one. */
  @FunctionalInterface
  interface EntryVisitor {
    /** Whether to go on. */
    boolean visit(StoredEntry entry);
  }

  String id() throws SQLException {
    return Connections.text(connection, "SELECT value FROM journal WHERE name = 'id'");
  }

  /** The newest first. */
  List<StoredImage> images() throws SQLException {
    List<StoredImage> images = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT sequence, chain, phone_lists, pieces, checksum FROM image"
                    + " ORDER BY sequence DESC")) {
      while (row.next()) {
        images.add(
            new StoredImage(
                row.getLong(1),
                row.getInt(2),
                words(row.getString(3)),
                row.getInt(4),
                row.getInt(5)));
      }
    }
    return images;
  }

  /** The text of an image, as far as its pieces are there. */
  String text(StoredImage image) throws SQLException {
    StringBuilder text = new StringBuilder();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT text FROM image_piece WHERE sequence = ? AND piece < ? ORDER BY piece")) {
      statement.setLong(1, image.sequence());
      statement.setInt(2, image.pieces());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          text.append(row.getString(1));
        }
      }
    }
    return text.toString();
  }

  /** Goes through the entries after this one, in order. */
  void entriesAfter(long sequence, EntryVisitor visitor) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT sequence, text, phone_list, chain FROM entry WHERE sequence > ?"
                + " ORDER BY sequence")) {
      statement.setLong(1, sequence);
      try (ResultSet row = statement.executeQuery()) {
        boolean on = true;
        while (on && row.next()) {
          on =
              visitor.visit(
                  new StoredEntry(
                      row.getLong(1),
                      orEmpty(row.getString(2)),
                      orEmpty(row.getString(3)),
                      row.getInt(4)));
        }
      }
    }
  }

  /** A phone list that matches its checksum. */
  Optional<String> phoneList(String hash) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT text, checksum FROM phone_list WHERE hash = ?")) {
      statement.setString(1, hash);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        String text = orEmpty(row.getString(1));
        return row.getInt(2) == Chain.phoneList(hash, text) ? Optional.of(text) : Optional.empty();
      }
    }
  }

  /** The same for a state machine. */
  Function<String, Optional<String>> phoneLists(JournalFiles files) {
    return hash -> {
      try {
        return phoneList(hash);
      } catch (SQLException failure) {
        throw Refusal.of(files.database(), failure);
      }
    };
  }

  private static List<String> words(String text) {
    return text == null || text.isEmpty() ? List.of() : List.of(text.split(" "));
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
