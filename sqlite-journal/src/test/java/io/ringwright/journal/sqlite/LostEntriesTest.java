package io.ringwright.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.journal.Journal;
import io.ringwright.journal.JournalException;
import io.ringwright.journal.StateMachine.KeptPhoneList;
import io.ringwright.testkit.RecordingMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the journal says when acknowledged entries are gone, and how a host accepts it. */
class LostEntriesTest {

  private static final int ENTRIES = 20;

  @TempDir Path folder;
  private Path file;

  /** As after a crash: all entries are in the write-ahead log, and none in the database. */
  @BeforeEach
  void makeAJournalThatCrashed() throws SQLException {
    Path original = folder.resolve("original");
    file = folder.resolve("calls");
    RecordingMachine machine = new RecordingMachine();
    SqliteJournalBuilder settings = SqliteJournal.at(original).patience(Journals.LONG);
    try (Journal journal = Journals.open(settings, machine);
        Connection before = Journals.holdingUpCheckpoints(original)) {
      machine.bringNext(new KeptPhoneList("c3".repeat(32), "8260\n"));
      for (int nth = 0; nth < ENTRIES; nth++) {
        Journals.append(journal, nth, nth + 1);
      }
      Journals.copy(original, file);
      assertThat(Connections.number(before, "SELECT count(*) FROM entry")).isZero();
    }
  }

  private Path beside(String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }

  /** The bit of trap 3: SQLite takes the log for a shorter one and says "ok". */
  private void damageTheLog() throws IOException {
    byte[] log = Files.readAllBytes(beside("-wal"));
    log[log.length / 2] ^= 1;
    Files.write(beside("-wal"), log);
  }

  private String refusal() {
    try (SqliteJournal journal = SqliteJournal.at(file).build()) {
      journal.open(new RecordingMachine());
    } catch (JournalException refused) {
      return String.valueOf(refused.getMessage());
    }
    throw new AssertionError("the journal was opened");
  }

  private long readable(String message) {
    return Long.parseLong(message.replaceAll("(?s).*acceptLossAfter\\((\\d+)\\).*", "$1"));
  }

  @Test
  void a_damaged_log_is_refused_and_left_as_it_is() throws IOException {
    damageTheLog();
    byte[] log = Files.readAllBytes(beside("-wal"));
    String message = refusal();
    long readable = readable(message);
    assertThat(readable).isBetween(1L, ENTRIES - 1L);
    assertThat(message)
        .isEqualTo(
            "journal "
                + file
                + ": entries are missing at its end: answers were given up to entry 20, and the"
                + " write-ahead log (-wal) may be lost or damaged; what can be read ends with entry "
                + readable
                + "\nPut the file back from a copy, together with its -wal and its .mark, or give"
                + " up what came after that entry: SqliteJournalBuilder.acceptLossAfter("
                + readable
                + ").");
    assertThat(beside("-wal")).hasBinaryContent(log);
    assertThat(refusal()).as("the second time").isEqualTo(message);
  }

  @Test
  void a_missing_log_is_refused() throws IOException {
    Files.delete(beside("-wal"));
    assertThat(refusal()).contains("up to entry 20").contains("acceptLossAfter(0)");
  }

  @Test
  void a_missing_mark_is_refused() throws IOException {
    Files.delete(beside(".mark"));
    assertThat(refusal())
        .contains("its mark file, which says up to where answers were given, is missing")
        .contains("acceptLossAfter(20)");
  }

  @Test
  void a_malformed_mark_is_refused() throws IOException {
    Files.writeString(beside(".mark"), "hello");
    assertThat(refusal()).contains("is damaged").contains("acceptLossAfter(20)");
  }

  @Test
  void the_mark_of_another_journal_is_refused() throws IOException {
    Path other = folder.resolve("other");
    Journals.read(other);
    Files.copy(
        other.resolveSibling("other.mark"),
        beside(".mark"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThat(refusal()).contains("belongs to another journal").contains("acceptLossAfter(20)");
  }

  @Test
  void a_missing_file_whose_mark_is_there_is_refused() throws IOException {
    Files.delete(file);
    Files.delete(beside("-wal"));
    assertThat(refusal()).contains("missing or empty").contains("acceptLossAfter(0)");
    assertThat(file).doesNotExist();
  }

  @Test
  void a_loss_that_the_host_accepts_is_gone_and_the_damaged_files_are_kept() throws IOException {
    damageTheLog();
    byte[] log = Files.readAllBytes(beside("-wal"));
    long readable = readable(refusal());
    RecordingMachine machine = new RecordingMachine();
    try (Journal journal =
        Journals.open(SqliteJournal.at(file).acceptLossAfter(readable), machine)) {
      assertThat(machine.count()).isEqualTo(readable);
      assertThat(machine.phoneListsGiven()).containsKey("c3".repeat(32));
      Journals.append(journal, 0, 5);
    }
    assertThat(beside(".lost-wal")).hasBinaryContent(log);
    assertThat(beside(".lost")).exists();
    assertThat(beside(".lost.mark")).exists();
    assertThat(Journals.read(file).state()).as("whole again").isEqualTo(machine.state());
  }

  @Test
  void a_loss_is_accepted_only_with_its_own_number() throws IOException {
    damageTheLog();
    long readable = readable(refusal());
    try (SqliteJournal journal = SqliteJournal.at(file).acceptLossAfter(readable - 1).build()) {
      assertThatThrownBy(() -> journal.open(new RecordingMachine()))
          .isInstanceOf(JournalException.class)
          .hasMessageContaining("acceptLossAfter(" + readable + ")");
    }
  }

  @Test
  void a_loss_that_was_accepted_changes_nothing_where_nothing_is_lost() {
    RecordingMachine machine = new RecordingMachine();
    Journals.open(SqliteJournal.at(file).acceptLossAfter(3), machine).close();
    assertThat(machine.count()).isEqualTo(ENTRIES);
    assertThat(beside(".lost")).doesNotExist();
  }

  @Test
  void a_file_of_which_nothing_can_be_read_starts_empty_if_the_host_accepts() throws IOException {
    Files.write(file, new byte[8192]);
    assertThat(refusal()).contains("acceptLossAfter(0)");
    RecordingMachine machine = new RecordingMachine();
    Journals.open(SqliteJournal.at(file).acceptLossAfter(0), machine).close();
    assertThat(machine.count()).isZero();
    assertThat(beside(".lost")).exists();
  }
}
