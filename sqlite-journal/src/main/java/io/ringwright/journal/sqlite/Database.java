package io.ringwright.journal.sqlite;

import io.ringwright.journal.StateMachine.KeptPhoneList;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/**
 * Writes entries, images and phone lists.
 *
 * <p>Thread safety: for one thread at a time.
 */
final class Database implements AutoCloseable {

  /** Entries deleted at a time, so that no commit waits long. */
  private static final int SLICE = 500;

  private final Connection connection;
  private final Settings.BeforeCommit beforeCommit;
  private final PreparedStatement entry;
  private final PreparedStatement piece;

  /** What is done in one transaction. */
  @FunctionalInterface
  interface Work {
    void run() throws SQLException;
  }

  Database(Connection connection, Settings.BeforeCommit beforeCommit) throws SQLException {
    this.connection = connection;
    this.beforeCommit = beforeCommit;
    // Replaced, because a commit that was reported to have failed may have reached the disk.
    entry = connection.prepareStatement("INSERT OR REPLACE INTO entry VALUES (?, ?, ?, ?)");
    piece = connection.prepareStatement("INSERT OR REPLACE INTO image_piece VALUES (?, ?, ?)");
  }

  Connection connection() {
    return connection;
  }

  /** All of it or nothing, and durable. */
  void transaction(Work work) throws SQLException {
    Connections.execute(connection, "BEGIN IMMEDIATE");
    boolean committed = false;
    try {
      beforeCommit.run(connection);
      work.run();
      Connections.execute(connection, "COMMIT");
      committed = true;
    } finally {
      if (!committed) {
        rollBack();
      }
    }
  }

  private void rollBack() {
    try {
      Connections.execute(connection, "ROLLBACK");
    } catch (SQLException alreadyRolledBack) {
      // SQLite rolls back by itself after some failures, a full disk among them.
    }
  }

  void putEntry(long sequence, String text, String phoneList, int chain) throws SQLException {
    entry.setLong(1, sequence);
    entry.setString(2, text);
    entry.setString(3, phoneList);
    entry.setInt(4, chain);
    entry.executeUpdate();
  }

  void putPhoneList(KeptPhoneList list, long sequence) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("INSERT OR REPLACE INTO phone_list VALUES (?, ?, ?, ?)")) {
      statement.setString(1, list.sha256());
      statement.setString(2, list.text());
      statement.setLong(3, sequence);
      statement.setInt(4, Chain.phoneList(list.sha256(), list.text()));
      statement.executeUpdate();
    }
  }

  void putPiece(long sequence, int number, String text) throws SQLException {
    piece.setLong(1, sequence);
    piece.setInt(2, number);
    piece.setString(3, text);
    piece.executeUpdate();
  }

  /** The image counts from here on; its pieces must be there. */
  void putImage(Contents.StoredImage image) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("INSERT OR REPLACE INTO image VALUES (?, ?, ?, ?, ?)")) {
      statement.setLong(1, image.sequence());
      statement.setInt(2, image.chain());
      statement.setString(3, String.join(" ", image.phoneLists()));
      statement.setInt(4, image.pieces());
      statement.setInt(5, image.checksum());
      statement.executeUpdate();
    }
  }

  /**
   * Deletes some of what this image makes needless.
   *
   * @return whether there is more
   */
  boolean dropBefore(long image, Collection<String> phoneLists) throws SQLException {
    long first = Connections.number(connection, "SELECT coalesce(min(sequence), 0) FROM entry");
    if (first > 0 && first <= image) {
      delete("DELETE FROM entry WHERE sequence <= ?", Math.min(image, first + SLICE));
      return true;
    }
    long oldPiece =
        Connections.number(
            connection, "SELECT coalesce(min(sequence), " + image + ") FROM image_piece");
    if (oldPiece < image) {
      delete("DELETE FROM image WHERE sequence <= ?", oldPiece);
      delete("DELETE FROM image_piece WHERE sequence <= ?", oldPiece);
      return true;
    }
    delete("DELETE FROM image WHERE sequence < ?", image);
    dropPhoneLists(image, phoneLists);
    return false;
  }

  /** Pieces of an image that was not finished before a stop. */
  void dropUnfinishedImages() throws SQLException {
    Connections.execute(
        connection, "DELETE FROM image_piece WHERE sequence NOT IN (SELECT sequence FROM image)");
  }

  private void dropPhoneLists(long image, Collection<String> kept) throws SQLException {
    String marks = String.join(", ", kept.stream().map(hash -> "?").toList());
    try (PreparedStatement statement =
        connection.prepareStatement(
            "DELETE FROM phone_list WHERE last_entry <= ? AND hash NOT IN (" + marks + ")")) {
      statement.setLong(1, image);
      int at = 2;
      for (String hash : kept) {
        statement.setString(at++, hash);
      }
      statement.executeUpdate();
    }
  }

  private void delete(String sql, long limit) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, limit);
      statement.executeUpdate();
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
