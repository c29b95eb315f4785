package io.ringwright.journal.sqlite;

import io.ringwright.journal.sqlite.Contents.StoredEntry;
import io.ringwright.journal.sqlite.Contents.StoredImage;
import io.ringwright.journal.sqlite.MarkFile.Mark;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Goes through everything in a database before anybody relies on it: the pages, the images, the
 * entries one after the other, and whether it reaches as far as the mark.
 *
 * <p>Thread safety: for one thread.
 */
final class Inspection {

  private final Contents contents;
  private final long marked;

  private String id = "";
  private Optional<StoredImage> image = Optional.empty();
  private long last;
  private int chain = Chain.START;
  private OptionalInt chainAtMark = OptionalInt.empty();
  private Optional<String> damage = Optional.empty();

  /**
   * What was found.
   *
   * @param id of the journal, empty if it cannot be read
   * @param image the newest image that is whole
   * @param last the last entry that can be read without a gap
   * @param chain its checksum
   * @param damage what is wrong, if anything is
   */
  record Found(
      String id, Optional<StoredImage> image, long last, int chain, Optional<String> damage) {

    /** Nothing can be read. */
    static Found nothing(String damage) {
      return new Found("", Optional.empty(), 0, Chain.START, Optional.of(damage));
    }
  }

  private Inspection(Contents contents, long marked) {
    this.contents = contents;
    this.marked = marked;
  }

  static Found of(Connection connection, MarkFile.Reading reading) {
    long marked = reading.mark().map(Mark::sequence).orElse(0L);
    Inspection inspection = new Inspection(new Contents(connection), marked);
    inspection.lookAtPages(connection);
    inspection.readAll();
    inspection.compare(reading);
    return inspection.found();
  }

  private Found found() {
    return new Found(id, image, last, chain, damage);
  }

  private void note(String what) {
    damage = damage.isPresent() ? damage : Optional.of(what);
  }

  private void lookAtPages(Connection connection) {
    try {
      String verdict = Connections.text(connection, "PRAGMA integrity_check(1)");
      if (!verdict.equals("ok")) {
        note("it is damaged (" + verdict.replace('\n', ' ') + ")");
      }
    } catch (SQLException failure) {
      note("it is damaged (" + failure.getMessage() + ")");
    }
  }

  private void readAll() {
    try {
      id = contents.id();
      readImage();
      image.ifPresent(
          whole -> {
            last = whole.sequence();
            chain = whole.chain();
          });
      atMark();
      contents.entriesAfter(last, this::follow);
    } catch (SQLException failure) {
      note("it is damaged (" + failure.getMessage() + ")");
    }
  }

  private void readImage() throws SQLException {
    for (StoredImage candidate : contents.images()) {
      if (isWhole(candidate)) {
        image = Optional.of(candidate);
        return;
      }
      note("the image after entry " + candidate.sequence() + " does not match its checksum");
    }
  }

  private boolean isWhole(StoredImage candidate) throws SQLException {
    for (String hash : candidate.phoneLists()) {
      if (contents.phoneList(hash).isEmpty()) {
        return false;
      }
    }
    int sum =
        Chain.image(
            candidate.sequence(),
            candidate.chain(),
            contents.text(candidate),
            candidate.phoneLists());
    return sum == candidate.checksum();
  }

  private boolean follow(StoredEntry entry) {
    @Nullable String wrong = wrongWith(entry);
    if (wrong != null) {
      note(wrong);
      return false;
    }
    last = entry.sequence();
    chain = entry.chain();
    atMark();
    return true;
  }

  private @Nullable String wrongWith(StoredEntry entry) {
    if (entry.sequence() != last + 1) {
      return "entry " + (last + 1) + " is missing";
    }
    if (Chain.next(chain, entry.sequence(), entry.text(), entry.phoneList()) != entry.chain()) {
      return "entry " + entry.sequence() + " does not match its checksum";
    }
    try {
      if (!entry.phoneList().isEmpty() && contents.phoneList(entry.phoneList()).isEmpty()) {
        return "the phone list of entry " + entry.sequence() + " is missing or damaged";
      }
    } catch (SQLException failure) {
      return "the phone list of entry " + entry.sequence() + " cannot be read";
    }
    return null;
  }

  private void atMark() {
    if (last == marked) {
      chainAtMark = OptionalInt.of(chain);
    }
  }

  private void compare(MarkFile.Reading reading) {
    if (!reading.present()) {
      note("its mark file, which says up to where answers were given, is missing");
      return;
    }
    if (reading.mark().isEmpty()) {
      note("its mark file, which says up to where answers were given, is damaged");
      return;
    }
    Mark mark = reading.mark().orElseThrow();
    if (!mark.id().equals(id)) {
      note("its mark file belongs to another journal, or to an older copy of this one");
    } else if (last < mark.sequence()) {
      note(
          "entries are missing at its end: answers were given up to entry "
              + mark.sequence()
              + ", and the write-ahead log (-wal) may be lost or damaged");
    } else if (chainAtMark.isPresent() && chainAtMark.getAsInt() != mark.chain()) {
      note("entry " + mark.sequence() + " is another one than was acknowledged");
    } else if (!reading.whole() && last == mark.sequence()) {
      // The slot that is damaged may have been the newer one, and the entries of it lost.
      note("one half of its mark file is damaged, so that entries may be missing at its end");
    }
  }
}
