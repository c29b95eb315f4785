package io.ringwright.journal.sqlite;

import io.ringwright.journal.StateMachine.KeptPhoneList;
import io.ringwright.journal.sqlite.Contents.StoredEntry;
import io.ringwright.journal.sqlite.Contents.StoredImage;
import io.ringwright.journal.sqlite.Inspection.Found;
import io.ringwright.journal.sqlite.MarkFile.Mark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a whole journal of what can be read in a damaged one, after the host accepted the loss. The
 * damaged files are kept beside it under names that end in {@code .lost}.
 */
final class Salvage {

  private static final Logger LOG = LoggerFactory.getLogger(Salvage.class);
  private static final int AT_A_TIME = 500;

  private final Settings settings;
  private final JournalFiles files;
  private final Found found;

  Salvage(Settings settings, Found found) {
    this.settings = settings;
    this.files = settings.files();
    this.found = found;
  }

  void run() throws IOException, SQLException {
    String id = UUID.randomUUID().toString();
    Path fresh = NewFile.empty(files, settings.inside().schema(), id);
    if (found.last() > 0) {
      copyInto(fresh);
    }
    String kept = keepDamaged();
    // In this order a stop at any point leaves files that do not fit together and are refused.
    MarkFile.create(files.mark(), Mark.first(id, found.last(), found.chain()));
    Files.deleteIfExists(files.wal());
    Files.deleteIfExists(files.shm());
    NewFile.moveIntoPlace(fresh, files);
    LOG.warn(
        "Journal {}: {}. The host accepted the loss: it starts with the state after entry {}, and"
            + " what came after is lost. The damaged files are kept as {}*",
        files,
        found.damage().orElse("nothing is wrong"),
        found.last(),
        kept);
  }

  private void copyInto(Path fresh) throws SQLException {
    try (Connection from = Connections.readOnly(files.database());
        Connection to = Connections.writing(fresh)) {
      Copy copy = new Copy(new Contents(from), new Database(to, settings.inside().beforeCommit()));
      copy.image();
      copy.entries();
      Connections.execute(to, "PRAGMA wal_checkpoint(TRUNCATE)");
    }
  }

  private String keepDamaged() throws IOException {
    int number = 1;
    while (Files.exists(files.beside(suffix(number)))
        || Files.exists(files.beside(suffix(number) + ".mark"))) {
      number++;
    }
    String kept = suffix(number);
    for (String part : List.of("", "-wal", ".mark")) {
      Path damaged = files.beside(part);
      if (Files.exists(damaged)) {
        Files.copy(damaged, files.beside(kept + part), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return files.beside(kept).toString();
  }

  private static String suffix(int number) {
    return number == 1 ? ".lost" : ".lost-" + number;
  }

  /** From one database to another, as far as was found readable. */
  private final class Copy {
    private final Contents from;
    private final Database to;

    Copy(Contents from, Database to) {
      this.from = from;
      this.to = to;
    }

    void image() throws SQLException {
      if (found.image().isPresent()) {
        StoredImage image = found.image().orElseThrow();
        List<String> pieces = ImageText.pieces(from.text(image));
        to.transaction(
            () -> {
              for (String hash : image.phoneLists()) {
                phoneList(hash, image.sequence());
              }
              for (int piece = 0; piece < pieces.size(); piece++) {
                to.putPiece(image.sequence(), piece, pieces.get(piece));
              }
              to.putImage(image);
            });
      }
    }

    void entries() throws SQLException {
      long after = found.image().map(StoredImage::sequence).orElse(0L);
      while (after < found.last()) {
        List<StoredEntry> some = new ArrayList<>();
        from.entriesAfter(
            after,
            entry -> {
              some.add(entry);
              return some.size() < AT_A_TIME && entry.sequence() < found.last();
            });
        to.transaction(() -> put(some));
        after = some.get(some.size() - 1).sequence();
      }
    }

    private void put(List<StoredEntry> entries) throws SQLException {
      for (StoredEntry entry : entries) {
        to.putEntry(entry.sequence(), entry.text(), entry.phoneList(), entry.chain());
        if (!entry.phoneList().isEmpty()) {
          phoneList(entry.phoneList(), entry.sequence());
        }
      }
    }

    private void phoneList(String hash, long sequence) throws SQLException {
      String text = from.phoneList(hash).orElseThrow(() -> new SQLException("no list " + hash));
      to.putPhoneList(new KeptPhoneList(hash, text), sequence);
    }
  }
}
