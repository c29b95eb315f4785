package io.ringwright.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ringwright.journal.Journal;
import io.ringwright.journal.JournalException;
import io.ringwright.testkit.RecordingMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused at start: each message names the file, the finding, and what helps. */
class RefusalTest {

  @TempDir Path folder;
  private Runnable undo = () -> {};

  @AfterEach
  void putBack() {
    undo.run();
  }

  private static String refusal(Path file) {
    try (SqliteJournal journal = SqliteJournal.at(file).build()) {
      journal.open(new RecordingMachine());
    } catch (JournalException refused) {
      return String.valueOf(refused.getMessage());
    }
    throw new AssertionError("the journal was opened");
  }

  private Path filled() {
    Path file = folder.resolve("calls");
    try (Journal journal = Journals.open(SqliteJournal.at(file), new RecordingMachine())) {
      Journals.append(journal, 0, 10);
    }
    return file;
  }

  @Test
  void a_file_that_is_no_database_is_refused_and_left_alone() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "milk, bread and other things");
    assertThat(refusal(file))
        .isEqualTo(
            "journal "
                + file
                + ": this is not a journal of Ringwright: it is not a SQLite database\n"
                + "Name another file, or move this one away; it was not changed.");
    assertThat(file).hasContent("milk, bread and other things");
  }

  @Test
  void a_database_of_another_program_is_refused_and_left_alone() throws Exception {
    Path file = folder.resolve("bookmarks.sqlite");
    try (Connection connection = Connections.creating(file)) {
      Connections.execute(connection, "CREATE TABLE bookmark (address TEXT)");
    }
    byte[] before = Files.readAllBytes(file);
    assertThat(refusal(file))
        .contains("this is not a journal of Ringwright: it is a SQLite database of another");
    assertThat(file).hasBinaryContent(before);
  }

  @Test
  void a_newer_schema_is_refused() throws SQLException {
    Path file = filled();
    try (Connection connection = Connections.writing(file)) {
      Connections.execute(connection, "PRAGMA user_version = 7");
    }
    assertThat(refusal(file))
        .isEqualTo(
            "journal "
                + file
                + ": its schema has version 7, and this program knows none above 1\n"
                + "Start the newer version of Ringwright that wrote it.");
  }

  @Test
  void a_folder_that_is_not_there_is_named() {
    Path file = folder.resolve("missing").resolve("calls");
    assertThat(refusal(file))
        .isEqualTo(
            "journal "
                + file
                + ": the folder "
                + file.getParent()
                + " does not exist\nMake it, or name another.");
  }

  @Test
  void a_folder_in_the_place_of_the_file_is_refused() throws IOException {
    assertThat(refusal(Files.createDirectory(folder.resolve("calls")))).contains("\n");
  }

  @Test
  void a_second_journal_of_this_process_is_refused_and_the_first_goes_on() {
    Path file = folder.resolve("calls");
    RecordingMachine machine = new RecordingMachine();
    try (Journal journal = Journals.open(SqliteJournal.at(file), machine)) {
      assertThat(refusal(folder.resolve(".").resolve("calls")))
          .isEqualTo(
              "journal "
                  + file
                  + ": it is in use by another journal object of this process\n"
                  + "Stop that one first, or name another file: a journal has one user at a time.");
      Journals.append(journal, 0, 10);
    }
    assertThat(Journals.read(file).state()).isEqualTo(machine.state());
  }

  @Test
  void a_second_process_is_refused_even_after_a_second_journal_here_was() throws Exception {
    Path file = folder.resolve("calls");
    try (Journal journal = Journals.open(SqliteJournal.at(file), new RecordingMachine())) {
      assertThat(refusal(file)).contains("in use");
      Process other = Victim.start(file, "refused");
      assertThat(other.inputReader().lines().toList())
          .containsExactly(
              "refused journal "
                  + file
                  + ": it is in use by process "
                  + ProcessHandle.current().pid(),
              "Stop that one first, or name another file: a journal has one user at a time.");
      Journals.append(journal, 0, 10);
    }
  }

  @Test
  void a_file_that_cannot_be_written_is_refused() {
    Path file = filled();
    // Permissions do not bite for root; an immutable file does.
    boolean immutable = Commands.run("chattr", "+i", file.toString());
    undo = () -> Commands.run("chattr", "-i", file.toString());
    assumeTrue(immutable || file.toFile().setWritable(false));
    assumeTrue(!Files.isWritable(file));
    assertThat(refusal(file))
        .isEqualTo(
            "journal "
                + file
                + ": it cannot be written\n"
                + "Let the user of this process write the file and its folder, and the file system"
                + " be mounted for writing.");
  }

  @Test
  void a_file_system_that_cannot_be_written_is_refused() {
    Path mount = smallDisk();
    Path file = mount.resolve("calls");
    Journals.read(file);
    assumeTrue(Commands.run("mount", "-o", "remount,ro", mount.toString()));
    assertThat(refusal(file)).contains(file + ": it cannot be written\nLet the user");
  }

  @Test
  void a_full_disk_is_refused_for_a_new_journal_and_for_an_old_one() throws IOException {
    Path mount = smallDisk();
    Path file = mount.resolve("calls");
    Commands.fill(mount.resolve("filler"));
    assertThat(refusal(file))
        .isEqualTo(
            "journal " + file + ": no room is left on its disk\nMake room there and start again.");
    Files.delete(mount.resolve("filler"));
    Journals.read(file);
    Commands.fill(mount.resolve("filler"));
    assertThat(refusal(file)).contains("no room is left on its disk\nMake room");
    Files.delete(mount.resolve("filler"));
    assertThat(Journals.read(file).count()).isZero();
  }

  private Path smallDisk() {
    Path mount = folder.resolve("small");
    assumeTrue(Commands.mountSmallDisk(mount), "only root may mount a small disk");
    undo = () -> Commands.run("umount", mount.toString());
    return mount;
  }

  @Test
  void what_the_engine_refuses_is_told_with_its_place() {
    Path file = filled();
    RecordingMachine machine = new RecordingMachine();
    machine.refuse("strategy nearest is not registered\nRegister it before the start.");
    try (SqliteJournal journal = SqliteJournal.at(file).build()) {
      journal.open(machine);
      throw new AssertionError("the journal was opened");
    } catch (JournalException refused) {
      assertThat(refused)
          .hasMessage(
              "journal "
                  + file
                  + ": entry 1 cannot be read: strategy nearest is not registered\n"
                  + "Register it before the start.");
    }
    assertThat(List.of(Journals.read(file).count())).containsExactly(10L);
  }
}
