package io.ringwright.journal.sqlite;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.ringwright.journal.JournalException;
import io.ringwright.journal.StateMachine;
import io.ringwright.journal.sqlite.Contents.StoredImage;
import io.ringwright.journal.sqlite.Inspection.Found;
import io.ringwright.journal.sqlite.MarkFile.Mark;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;

/**
 * Opens a file, or refuses to: looks at everything before it changes anything.
 *
 * <p>Thread safety: for one thread, which holds the {@link JournalLock}.
 */
final class Opening {

  private static final Logger LOG = LoggerFactory.getLogger(Opening.class);
  private static final byte[] SQLITE = "SQLite format 3\0".getBytes(US_ASCII);

  private final Settings settings;
  private final JournalFiles files;
  private final Schema schema;

  Opening(Settings settings) {
    this.settings = settings;
    this.files = settings.files();
    this.schema = settings.inside().schema();
  }

  /** Hands the machine what is kept, and gives what is needed to go on. */
  Opened open(StateMachine machine) {
    try {
      Found found = whole();
      Opened opened = writing(found);
      try {
        handOver(new Contents(opened.database().connection()), found, machine);
        return opened;
      } catch (SQLException | RuntimeException | Error failure) {
        opened.close();
        throw failure;
      }
    } catch (SQLException failure) {
      throw Refusal.of(files.database(), failure);
    } catch (IOException failure) {
      throw Refusal.of(files.database(), failure);
    } catch (LinkageError failure) {
      throw Refusal.of(
          files.database(),
          "SQLite's native library cannot be loaded (" + failure.getMessage() + ")",
          "Let it be unpacked where programs may run: -Dorg.sqlite.tmpdir=<folder>.",
          failure);
    }
  }

  /** A journal in which everything was found whole; it is made if there is none. */
  private Found whole() throws IOException, SQLException {
    requireWritable();
    MarkFile.Reading mark = MarkFile.read(files.mark());
    if (isNew(mark)) {
      NewFile.create(files, schema);
      LOG.info("Journal {}: made, empty", files);
      return inspect(MarkFile.read(files.mark()));
    }
    Found found = inspect(mark);
    if (found.damage().isEmpty()) {
      return found;
    }
    if (settings.acceptedLoss().orElse(-1) != found.last()) {
      throw Refusal.damaged(files.database(), found.damage().orElseThrow(), found.last());
    }
    new Salvage(settings, found).run();
    return inspect(MarkFile.read(files.mark()));
  }

  private void requireWritable() {
    for (Path path : new Path[] {files.database(), files.wal(), files.mark()}) {
      if (Files.exists(path) && (Files.isDirectory(path) || !Files.isWritable(path))) {
        throw Refusal.readOnly(path, new IOException(path + " is not a file that can be written"));
      }
    }
  }

  private boolean isNew(MarkFile.Reading mark) throws IOException {
    return isEmpty()
        && (!mark.present() || mark.mark().map(known -> known.sequence() == 0).orElse(false));
  }

  private boolean isEmpty() throws IOException {
    return !Files.exists(files.database()) || Files.size(files.database()) == 0;
  }

  private Found inspect(MarkFile.Reading mark) throws IOException, SQLException {
    if (isEmpty()) {
      return Found.nothing("the file is missing or empty, and its mark file is there");
    }
    if (!beginsAsDatabase()) {
      if (!mark.present()) {
        throw Refusal.foreign(files.database(), "it is not a SQLite database");
      }
      return Found.nothing("it is damaged (it does not begin as a SQLite database)");
    }
    bringForward(mark);
    try (Connection connection = Connections.readOnly(files.database())) {
      Optional<String> wrong = wrongWithHeader(connection, mark);
      Found found = Inspection.of(connection, mark);
      return wrong.isEmpty()
          ? found
          : new Found(found.id(), found.image(), found.last(), found.chain(), wrong);
    } catch (SQLException failure) {
      return unreadable(failure, mark);
    }
  }

  private boolean beginsAsDatabase() throws IOException {
    try (InputStream file = Files.newInputStream(files.database())) {
      return Arrays.equals(file.readNBytes(SQLITE.length), SQLITE);
    }
  }

  /** Damage in the header, which foreign files do not have: they have no mark. */
  private Optional<String> wrongWithHeader(Connection connection, MarkFile.Reading mark)
      throws SQLException {
    long application = Connections.number(connection, "PRAGMA application_id");
    if (application != Schema.APPLICATION_ID) {
      if (!mark.present()) {
        throw Refusal.foreign(files.database(), "it is a SQLite database of another program");
      }
      return Optional.of("it is damaged (its header names another program)");
    }
    int version = (int) Connections.number(connection, "PRAGMA user_version");
    if (version > schema.version()) {
      throw Refusal.newer(files.database(), version, schema.version());
    }
    return version < 1
        ? Optional.of("it is damaged (its header has no schema version)")
        : Optional.empty();
  }

  private Found unreadable(SQLException failure, MarkFile.Reading mark) throws SQLException {
    SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(failure.getErrorCode() & 0xff);
    boolean broken =
        code == SQLiteErrorCode.SQLITE_NOTADB || code == SQLiteErrorCode.SQLITE_CORRUPT;
    if (broken && mark.present()) {
      return Found.nothing("it is damaged (" + failure.getMessage() + ")");
    }
    if (broken) {
      throw Refusal.foreign(files.database(), "SQLite cannot read it");
    }
    throw failure;
  }

  private void bringForward(MarkFile.Reading mark) throws IOException, SQLException {
    int version;
    try (Connection connection = Connections.readOnly(files.database())) {
      version = (int) Connections.number(connection, "PRAGMA user_version");
      if (version < 1
          || version >= schema.version()
          || wrongWithHeader(connection, mark).isPresent()) {
        return;
      }
    } catch (SQLException failure) {
      // The inspection meets it again and says what it means.
      return;
    }
    String kept = ".version-" + version;
    for (String part : new String[] {"", "-wal", ".mark"}) {
      if (Files.exists(files.beside(part)) && !Files.exists(files.beside(kept + part))) {
        Files.copy(files.beside(part), files.beside(kept + part));
      }
    }
    try (Connection connection = Connections.writing(files.database())) {
      Connections.execute(connection, "BEGIN IMMEDIATE");
      schema.bringForward(connection, version);
      Connections.execute(connection, "COMMIT");
    }
    LOG.info(
        "Journal {}: brought from schema version {} to {}; a copy of before is kept as {}",
        files,
        version,
        schema.version(),
        files.beside(kept));
  }

  /** Opens for writing, and writes: what cannot be written is refused now and not later. */
  private Opened writing(Found found) throws IOException, SQLException {
    Connection connection = Connections.writing(files.database());
    try {
      Database database = new Database(connection, settings.inside().beforeCommit());
      database.transaction(
          () -> {
            database.dropUnfinishedImages();
            Connections.execute(
                connection, "UPDATE journal SET value = value + 1 WHERE name = 'opened'");
          });
      Mark newest = MarkFile.read(files.mark()).mark().orElseThrow();
      MarkFile mark = MarkFile.open(files.mark(), newest);
      if (newest.sequence() < found.last()) {
        mark.write(found.id(), found.last(), found.chain());
      }
      long image = found.image().map(StoredImage::sequence).orElse(0L);
      return new Opened(database, mark, found.id(), found.last(), found.chain(), image);
    } catch (SQLException | IOException | RuntimeException | Error failure) {
      connection.close();
      throw failure;
    }
  }

  private void handOver(Contents contents, Found found, StateMachine machine) throws SQLException {
    if (found.image().isPresent()) {
      StoredImage image = found.image().orElseThrow();
      String text = contents.text(image);
      accepting(
          "the image after entry " + image.sequence(),
          () -> machine.restore(image.sequence(), text, contents.phoneLists(files)));
    }
    contents.entriesAfter(
        found.image().map(StoredImage::sequence).orElse(0L),
        entry -> {
          accepting(
              "entry " + entry.sequence(),
              () -> machine.replay(entry.sequence(), entry.text(), contents.phoneLists(files)));
          return true;
        });
  }

  /** What the machine says against an entry is told with the name of the file. */
  private void accepting(String what, Runnable handing) {
    try {
      handing.run();
    } catch (JournalException refused) {
      throw new JournalException("journal " + files + ": " + refused.getMessage(), refused);
    } catch (RuntimeException thrown) {
      throw Refusal.of(
          files.database(),
          "the engine cannot apply " + what + " (" + thrown + ")",
          "Start the version of Ringwright that wrote it, and report this; nothing was changed.",
          thrown);
    }
  }
}
