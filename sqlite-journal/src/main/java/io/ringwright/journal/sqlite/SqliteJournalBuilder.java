package io.ringwright.journal.sqlite;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.OptionalLong;

/**
 * Makes a journal.
 *
 * <p>Thread safety: for one thread.
 */
public final class SqliteJournalBuilder {

  private static final Duration LONGEST_PATIENCE = Duration.ofMinutes(1);

  private final JournalFiles files;
  private int imageEvery = 10_000;
  private Duration patience = Duration.ofMillis(100);
  private int mostOwed = 100_000;
  private Duration retry = Duration.ofSeconds(1);
  private OptionalLong acceptedLoss = OptionalLong.empty();
  private InstantSource clock = InstantSource.system();
  private Settings.Inside inside = Settings.Inside.PLAIN;

  SqliteJournalBuilder(Path file) {
    require(
        file.toString().indexOf('?') < 0 && file.getFileName() != null,
        "journal file " + file,
        "a file name without question mark");
    files = new JournalFiles(file);
  }

  /**
   * How many entries from one image of the whole state to the next. 10 000 by default. Fewer make
   * starts quicker and write more; entries before an image are deleted.
   *
   * @param entries at least 100
   * @return this
   * @throws IllegalArgumentException if it is less
   */
  public SqliteJournalBuilder imageEvery(int entries) {
    require(entries >= 100, "image every " + entries + " entries", "100 or more");
    imageEvery = entries;
    return this;
  }

  /**
   * How long an answer waits for the disk at most. 100 ms by default. An answer that is released
   * earlier than it is kept can be lost if the process ends just then; the journal says so as long
   * as it is the case.
   *
   * @param time from 1 ms to one minute
   * @return this
   * @throws IllegalArgumentException if it is outside
   */
  public SqliteJournalBuilder patience(Duration time) {
    require(
        time.toMillis() >= 1 && time.compareTo(LONGEST_PATIENCE) <= 0,
        "patience " + time,
        "1 ms to 1 minute");
    patience = time;
    return this;
  }

  /**
   * How many entries are held in memory while the disk takes none. 100 000 by default, some tens of
   * megabytes. Beyond it they are dropped, and an image of the whole state takes their place as
   * soon as there is room: nothing is lost by that, but the single entries cannot be read later.
   *
   * @param entries at least 1000
   * @return this
   * @throws IllegalArgumentException if it is less
   */
  public SqliteJournalBuilder mostOwed(int entries) {
    require(entries >= 1000, "most owed " + entries, "1000 or more");
    mostOwed = entries;
    return this;
  }

  /**
   * Accepts that what came after this entry is lost, because it cannot be read. Only if exactly
   * this is the last entry that can be read does the journal start with the state after it, and
   * write a warning that says what was lost; the damaged files are kept beside it, with names that
   * contain {@code .lost}. The message with which the journal refuses to open names the number. It
   * is safe to leave this call in place: another loss has another number, and is refused.
   *
   * @param entry the last entry that can be read, 0 if none can
   * @return this
   * @throws IllegalArgumentException if it is negative
   */
  public SqliteJournalBuilder acceptLossAfter(long entry) {
    require(entry >= 0, "loss after entry " + entry, "0 or more");
    acceptedLoss = OptionalLong.of(entry);
    return this;
  }

  /**
   * Where the instant of "not durable since" comes from. The clock of the machine by default.
   *
   * @param source a clock
   * @return this
   */
  public SqliteJournalBuilder clock(InstantSource source) {
    clock = source;
    return this;
  }

  /** For tests: how often a disk that takes nothing is tried again. */
  SqliteJournalBuilder retry(Duration time) {
    retry = time;
    return this;
  }

  /** For tests: another schema, or a disk that is slow or full. */
  SqliteJournalBuilder inside(Settings.Inside other) {
    inside = other;
    return this;
  }

  /**
   * The journal. Nothing is read or made before {@link SqliteJournal#open}.
   *
   * @return a journal that is not open yet
   */
  public SqliteJournal build() {
    Settings.Limits limits = new Settings.Limits(imageEvery, patience, mostOwed, retry);
    return new SqliteJournal(
        new Settings(files, limits, acceptedLoss, clock, System::nanoTime, inside));
  }

  private static void require(boolean holds, String what, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(what + ": expected " + expected);
    }
  }
}
