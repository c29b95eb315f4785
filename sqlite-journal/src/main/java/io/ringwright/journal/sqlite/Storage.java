package io.ringwright.journal.sqlite;

import io.ringwright.journal.StateMachine.Image;
import io.ringwright.journal.StateMachine.KeptPhoneList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The database together with its mark: what is written here is acknowledged. Reopens the database
 * after a failure that another try with the same connection would not get over.
 *
 * <p>Thread safety: for the writer's thread.
 */
final class Storage {

  private static final long LOOK_NANOS = 1_000_000_000L;

  private final Settings settings;
  private final JournalFiles files;
  private final MarkFile mark;
  private final String id;
  private final @Nullable Object fileKey;
  private @Nullable Database open;
  private long last;
  private int chain;
  private long lookedAt;

  /** An image that was captured after an entry which is kept now. */
  record Captured(long sequence, int chain, Image image) {}

  /** What was written: so many characters, and images that are due. */
  record Written(long characters, List<Captured> images) {}

  Storage(Settings settings, Opened opened) throws IOException {
    this.settings = settings;
    this.files = settings.files();
    this.open = opened.database();
    this.mark = opened.mark();
    this.id = opened.id();
    this.last = opened.last();
    this.chain = opened.chain();
    this.lookedAt = settings.nanos().getAsLong();
    this.fileKey = fileKey(files);
  }

  /** The last entry in the database. */
  long last() {
    return last;
  }

  /** A connection that works, as far as can be seen. */
  Database database() throws SQLException, IOException {
    lookForFile();
    Database database = open;
    if (database == null) {
      database = reopened();
      open = database;
    }
    return database;
  }

  private Database reopened() throws SQLException, IOException {
    Connection connection = Connections.writing(files.database());
    try {
      if (!new Contents(connection).id().equals(id)) {
        throw new IOException("another file was put in its place");
      }
      return new Database(connection, settings.inside().beforeCommit());
    } catch (SQLException | IOException | RuntimeException | Error failure) {
      connection.close();
      throw failure;
    }
  }

  /** SQLite would go on writing to a file that nobody finds any more. */
  private void lookForFile() throws IOException {
    long now = settings.nanos().getAsLong();
    if (now - lookedAt < LOOK_NANOS && open != null) {
      return;
    }
    try {
      if (Objects.equals(fileKey(files), fileKey)) {
        lookedAt = now;
        return;
      }
    } catch (NoSuchFileException gone) {
      // The same as another file in its place.
    }
    throw new IOException("it was moved, deleted or replaced while in use");
  }

  private static @Nullable Object fileKey(JournalFiles files) throws IOException {
    return Files.readAttributes(files.database(), BasicFileAttributes.class).fileKey();
  }

  /**
   * Writes entries and the mark after them.
   *
   * @throws IllegalStateException if they do not follow what was written before
   */
  Written write(List<PendingEntry> entries) throws SQLException, IOException {
    List<PendingEntry> fresh = entries.stream().filter(entry -> entry.sequence() > last).toList();
    Run run = new Run(chain);
    if (!fresh.isEmpty()) {
      if (fresh.get(0).sequence() != last + 1) {
        throw new IllegalStateException("entry " + (last + 1) + " was not handed to the writer");
      }
      Database database = database();
      database.transaction(
          () -> {
            for (PendingEntry entry : fresh) {
              run.put(database, entry);
            }
          });
      last = fresh.get(fresh.size() - 1).sequence();
      chain = run.chain;
    }
    mark.write(id, last, chain);
    return new Written(run.characters, run.images);
  }

  /** Entries one after the other, each with the checksum of the one before it. */
  private static final class Run {
    private final List<Captured> images = new ArrayList<>();
    private int chain;
    private long characters;

    Run(int before) {
      chain = before;
    }

    void put(Database database, PendingEntry entry) throws SQLException {
      Optional<KeptPhoneList> list = entry.applied().phoneList();
      String hash = list.map(KeptPhoneList::sha256).orElse("");
      String text = entry.applied().text();
      chain = Chain.next(chain, entry.sequence(), text, hash);
      characters += text.length();
      if (list.isPresent()) {
        database.putPhoneList(list.orElseThrow(), entry.sequence());
      }
      database.putEntry(entry.sequence(), text, hash, chain);
      entry.image().ifPresent(image -> images.add(new Captured(entry.sequence(), chain, image)));
    }
  }

  /** Writes an image in the place of entries that were dropped, and the mark after it. */
  void write(Images.Draft draft, List<KeptPhoneList> phoneLists) throws SQLException, IOException {
    Contents.StoredImage image = draft.image();
    Database database = database();
    database.transaction(
        () -> {
          for (KeptPhoneList list : phoneLists) {
            database.putPhoneList(list, image.sequence());
          }
          for (int piece = 0; piece < draft.pieces().size(); piece++) {
            database.putPiece(image.sequence(), piece, draft.pieces().get(piece));
          }
          database.putImage(image);
        });
    last = image.sequence();
    chain = image.chain();
    mark.write(id, last, chain);
  }

  /** Lets the log start anew, as far as the disk allows: a commit may find room in it then. */
  void shortenLog() throws SQLException {
    if (open != null) {
      Connections.execute(open.connection(), "PRAGMA wal_checkpoint(PASSIVE)");
    }
  }

  /** Gives the connection up: the next use opens another one. */
  void disconnect() throws SQLException {
    Database database = open;
    open = null;
    if (database != null) {
      database.close();
    }
  }

  /** Leaves one file, with everything in it. */
  void close() throws SQLException, IOException {
    try {
      if (open != null) {
        Connections.execute(open.connection(), "PRAGMA wal_checkpoint(TRUNCATE)");
      }
    } finally {
      try {
        disconnect();
      } finally {
        mark.close();
      }
    }
  }
}
