package io.ringwright.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.journal.StateMachine.KeptPhoneList;
import io.ringwright.testkit.RecordingMachine;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagesTest {

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("calls");
  }

  private long count(String table) {
    try (Connection connection = Connections.readOnly(file())) {
      return Connections.number(connection, "SELECT count(*) FROM " + table);
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  private long newestImage() {
    try (Connection connection = Connections.readOnly(file())) {
      return Connections.number(connection, "SELECT max(sequence) FROM image");
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  @Test
  void an_image_takes_the_place_of_the_entries_before_it() {
    RecordingMachine machine = new RecordingMachine();
    machine.imageLines(10_000);
    try (SqliteJournal journal =
        Journals.open(SqliteJournal.at(file()).imageEvery(1_000), machine)) {
      Journals.append(journal, 0, 1_000);
      Journals.append(journal, 1_000, 1_050);
      Journals.await(() -> newestImage() == 1_000 && count("entry") == 50);
      assertThat(count("image_piece")).as("pieces of 64 KB").isGreaterThan(10);
      Journals.append(journal, 1_050, 2_050);
      Journals.await(() -> newestImage() == 2_000 && count("entry") == 50 && count("image") == 1);
    }
    RecordingMachine after = Journals.read(file());
    assertThat(after.restored()).containsExactly(2_000L);
    assertThat(after.replayed()).hasSize(50);
    assertThat(after.state()).isEqualTo(machine.state());
  }

  @Test
  void phone_lists_that_nobody_refers_to_any_more_are_deleted() {
    RecordingMachine machine = new RecordingMachine();
    try (SqliteJournal journal = Journals.open(SqliteJournal.at(file()).imageEvery(100), machine)) {
      for (String digit : List.of("1", "2", "3")) {
        machine.bringNext(new KeptPhoneList(digit.repeat(64), "list " + digit));
        Journals.append(journal, 0, 10);
      }
      assertThat(count("phone_list")).isEqualTo(3);
      Journals.append(journal, 0, 100);
      Journals.await(() -> count("phone_list") == 1);
    }
    assertThat(Journals.read(file()).phoneListsGiven()).containsOnlyKeys("3".repeat(64));
  }

  @Test
  void an_image_that_was_not_finished_before_a_stop_is_forgotten() throws SQLException {
    RecordingMachine machine = new RecordingMachine();
    try (SqliteJournal journal = Journals.open(SqliteJournal.at(file()), machine)) {
      Journals.append(journal, 0, 10);
    }
    try (Connection connection = Connections.writing(file())) {
      Connections.execute(connection, "INSERT INTO image_piece VALUES (7, 0, 'half of it')");
    }
    RecordingMachine after = Journals.read(file());
    assertThat(after.state()).isEqualTo(machine.state());
    assertThat(after.restored()).isEmpty();
    assertThat(count("image_piece")).isZero();
  }

  @Test
  void a_text_is_parted_and_joined_without_splitting_a_character() {
    String text = "x".repeat(ImageText.PIECE - 1) + "\uD83D\uDE00".repeat(ImageText.PIECE) + "ü";
    List<String> pieces = ImageText.pieces(text);
    assertThat(pieces).hasSizeGreaterThan(2).allMatch(piece -> piece.length() <= ImageText.PIECE);
    assertThat(pieces).noneMatch(piece -> Character.isLowSurrogate(piece.charAt(0)));
    assertThat(String.join("", pieces)).isEqualTo(text);
    assertThat(ImageText.pieces("")).containsExactly("");
  }
}
