package io.ringwright.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.journal.Journal;
import io.ringwright.journal.JournalException;
import io.ringwright.testkit.RecordingMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes that SQLite finds nothing wrong with: the checksums and the mark tell. */
class TamperingTest {

  @TempDir Path folder;
  private Path file;

  /** An image after entry 100, and the entries 101 to 120; those before it are deleted. */
  @BeforeEach
  void makeAJournal() {
    file = folder.resolve("calls");
    try (Journal journal =
        Journals.open(SqliteJournal.at(file).imageEvery(100), new RecordingMachine())) {
      Journals.append(journal, 0, 100);
      for (int nth = 100; nth < 120; nth++) {
        Journals.append(journal, nth, nth + 1);
      }
      Journals.await(() -> rowsOf("image") == 1 && rowsOf("entry") == 20);
    }
  }

  private long rowsOf(String table) {
    try (Connection connection = Connections.readOnly(file)) {
      return Connections.number(connection, "SELECT count(*) FROM " + table);
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  private String refusal() {
    try {
      Journals.read(file);
    } catch (JournalException refused) {
      return String.valueOf(refused.getMessage());
    }
    return "opened";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          UPDATE entry SET text = text || '!' WHERE sequence = 110     ~ entry 110 does not match
          UPDATE entry SET chain = chain + 1 WHERE sequence = 110      ~ entry 110 does not match
          UPDATE entry SET phone_list = 'x' WHERE sequence = 110       ~ entry 110 does not match
          DELETE FROM entry WHERE sequence = 110                       ~ entry 110 is missing
          DELETE FROM entry WHERE sequence > 118                       ~ given up to entry 120
          UPDATE entry SET sequence = 200 WHERE sequence = 120         ~ entry 120 is missing
          UPDATE image_piece SET text = text || ' '                    ~ image after entry 100
          DELETE FROM image_piece                                      ~ image after entry 100
          UPDATE image SET chain = chain + 1                           ~ image after entry 100
          DELETE FROM image                                            ~ entry 1 is missing
          UPDATE journal SET value = 'other' WHERE name = 'id'         ~ belongs to another journal
          PRAGMA application_id = 5                                    ~ names another program
          PRAGMA user_version = 0                                      ~ has no schema version
          """)
  void what_was_changed_in_the_database_is_found(String sql, String finding) throws SQLException {
    assertThat(refusal()).isEqualTo("opened");
    try (Connection connection = Connections.writing(file)) {
      Connections.execute(connection, sql);
    }
    assertThat(refusal()).contains(finding).contains("acceptLossAfter(");
  }

  @Test
  void half_a_mark_will_do_where_the_file_is_ahead_of_it() throws IOException {
    breakSlotOf("sequence=120 ");
    assertThat(refusal()).isEqualTo("opened");
  }

  @Test
  void half_a_mark_will_not_do_where_the_other_half_may_have_been_the_newer_one()
      throws IOException {
    breakSlotOf("sequence=119 ");
    assertThat(refusal()).contains("one half of its mark file is damaged");
  }

  private void breakSlotOf(String words) throws IOException {
    Path mark = file.resolveSibling("calls.mark");
    String text = Files.readString(mark);
    assertThat(text).contains(words);
    Files.writeString(mark, text.replace(words, words.replace("sequence", "sequenze")));
  }
}
