package io.ringwright.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.journal.JournalException;
import io.ringwright.testkit.RecordingMachine;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of an older schema are brought forward; a version to come is made up here. */
class SchemaTest {

  @TempDir Path folder;
  private Path file;
  private String state = "";

  @BeforeEach
  void makeAFileOfToday() {
    file = folder.resolve("calls");
    RecordingMachine machine = new RecordingMachine();
    try (SqliteJournal journal = Journals.open(SqliteJournal.at(file).imageEvery(100), machine)) {
      Journals.append(journal, 0, 250);
    }
    state = machine.state();
  }

  private static Settings.Inside next(String sql) {
    List<List<String>> steps = new ArrayList<>(Schema.CURRENT.steps());
    steps.add(List.of(sql));
    return new Settings.Inside(new Schema(steps), connection -> {});
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = Connections.readOnly(file)) {
      return Connections.number(connection, sql);
    }
  }

  @Test
  void an_older_file_is_brought_forward_and_a_copy_of_before_is_kept() throws SQLException {
    RecordingMachine machine = new RecordingMachine();
    Settings.Inside next = next("CREATE TABLE remark AS SELECT max(sequence) AS last FROM entry");
    try (SqliteJournal journal = Journals.open(SqliteJournal.at(file).inside(next), machine)) {
      assertThat(machine.state()).isEqualTo(state);
      Journals.append(journal, 250, 260);
    }
    assertThat(number("PRAGMA user_version")).isEqualTo(2);
    assertThat(number("SELECT last FROM remark")).isEqualTo(250);
    RecordingMachine again = new RecordingMachine();
    Journals.open(SqliteJournal.at(file).inside(next), again).close();
    assertThat(again.state()).isEqualTo(machine.state());
    assertThat(Journals.read(folder.resolve("calls.version-1")).state()).isEqualTo(state);
  }

  @Test
  void a_file_that_was_brought_forward_is_refused_by_the_older_program() {
    Settings.Inside next = next("CREATE TABLE remark (text TEXT)");
    Journals.open(SqliteJournal.at(file).inside(next), new RecordingMachine()).close();
    assertThatThrownBy(() -> Journals.read(file))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("its schema has version 2, and this program knows none above 1");
  }

  @Test
  void a_step_that_fails_changes_nothing() throws SQLException {
    try (SqliteJournal journal =
        SqliteJournal.at(file).inside(next("CREATE TABLE entry (twice TEXT)")).build()) {
      assertThatThrownBy(() -> journal.open(new RecordingMachine()))
          .isInstanceOf(JournalException.class)
          .hasMessageContaining(file.toString());
    }
    assertThat(number("PRAGMA user_version")).isEqualTo(1);
    assertThat(Journals.read(file).state()).isEqualTo(state);
  }

  @Test
  void a_newer_file_is_made_by_a_newer_program_at_once() throws SQLException {
    file = folder.resolve("new");
    Settings.Inside next = next("CREATE TABLE remark (text TEXT)");
    Journals.open(SqliteJournal.at(file).inside(next), new RecordingMachine()).close();
    assertThat(number("PRAGMA user_version")).isEqualTo(2);
  }
}
