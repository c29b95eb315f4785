package io.ringwright.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.ringwright.journal.sqlite.Contents.StoredEntry;
import io.ringwright.journal.sqlite.Inspection.Found;
import io.ringwright.journal.sqlite.MarkFile.Mark;
import io.ringwright.testkit.InputCost;
import io.ringwright.testkit.MutatedInputs;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Rows of a journal whose values were changed in a few places, of any type that SQLite takes: the
 * inspection says what is wrong, or finds the same as before, and throws nothing; what it calls
 * readable is read as it was written. {@code -Dfuzz=N} tries N inputs.
 */
class RowFuzzTest {

  private static final int FEW = 20_000;
  private static final String ID = "5b1f";
  private static final String LIST = "extension 100\ndevice PJSIP/100\n";
  private static final String HASH = "a1b2";
  private static final int IMAGE_AT = 3;
  private static final int LAST = 8;

  /** Columns with their tables; each holds text or a number. */
  private static final List<String> PLACES =
      List.of(
          "journal.value",
          "entry.text",
          "entry.phone_list",
          "entry.chain",
          "entry.sequence",
          "image.chain",
          "image.phone_lists",
          "image.pieces",
          "image.checksum",
          "image.sequence",
          "image_piece.text",
          "image_piece.piece",
          "phone_list.text",
          "phone_list.hash",
          "phone_list.checksum");

  private final SplittableRandom random = new SplittableRandom(10);
  private final Connection connection = inMemory();
  private final List<String> written = new ArrayList<>();
  private Mark mark = Mark.first(ID, 0, Chain.START);

  private static Connection inMemory() {
    try {
      return DriverManager.getConnection("jdbc:sqlite::memory:");
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @BeforeEach
  void eight_entries_with_an_image_after_the_third() throws SQLException {
    Schema.CURRENT.bringForward(connection, 0);
    put("INSERT INTO journal VALUES ('id', ?)", ID);
    int list = Chain.phoneList(HASH, LIST);
    put("INSERT INTO phone_list VALUES (?, ?, 1, ?)", HASH, LIST, list);
    int chain = Chain.START;
    for (int sequence = 1; sequence <= LAST; sequence++) {
      String text = "2026-03-02T09:00:0" + sequence + "Z device name=PJSIP/" + sequence;
      String brings = sequence == 5 ? HASH : "";
      chain = Chain.next(chain, sequence, text, brings);
      if (sequence == IMAGE_AT) {
        int sum = Chain.image(IMAGE_AT, chain, "image 1\ncounters now=1\n", List.of(HASH));
        put("INSERT INTO image VALUES (?, ?, ?, 2, ?)", IMAGE_AT, chain, HASH, sum);
        put("INSERT INTO image_piece VALUES (?, 0, 'image 1\n')", IMAGE_AT);
        put("INSERT INTO image_piece VALUES (?, 1, 'counters now=1\n')", IMAGE_AT);
      } else if (sequence > IMAGE_AT) {
        put("INSERT INTO entry VALUES (?, ?, ?, ?)", sequence, text, brings, chain);
        written.add(text);
      }
    }
    mark = Mark.first(ID, LAST, chain);
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  private void put(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int at = 0; at < values.length; at++) {
        statement.setObject(at + 1, values[at]);
      }
      statement.executeUpdate();
    }
  }

  private Found inspected() {
    return Inspection.of(connection, new MarkFile.Reading(true, Optional.of(mark), true));
  }

  @Test
  void whatever_stands_in_a_row_is_found_or_is_as_it_was_written() throws SQLException {
    Found before = inspected();
    assertThat(before.damage()).isEmpty();
    assertThat(before.last()).isEqualTo(LAST);
    MutatedInputs inputs = new MutatedInputs(goodValues(), 11);
    int found = 0;
    int all = Integer.getInteger("fuzz", FEW);
    InputCost cost = new InputCost();
    for (int round = 0; round < all; round++) {
      String place = PLACES.get(random.nextInt(PLACES.size()));
      Object value = value(inputs.next());
      try {
        found += cost.of(() -> isFound(place, value)) ? 1 : 0;
      } catch (RuntimeException | Error unforeseen) {
        fail("round " + round + ": " + place + " = " + value, unforeseen);
      }
    }
    assertThat(found).isBetween(1, all - 1);
    assertThat(inspected()).as("all was put back").isEqualTo(before);
  }

  private List<String> goodValues() {
    List<String> values = new ArrayList<>(written);
    values.addAll(List.of(ID, LIST, HASH, "image 1\n", "2", "-1503238553", HASH + " " + HASH));
    return values;
  }

  /** Text, bytes, a number or a fraction. */
  private Object value(byte[] input) {
    return switch (random.nextInt(5)) {
      case 0 -> input;
      case 1 -> (long) random.nextInt(20) - 5;
      case 2 -> random.nextLong();
      case 3 -> random.nextDouble();
      default -> new String(input, StandardCharsets.UTF_8);
    };
  }

  private boolean isFound(String place, Object value) {
    try {
      Connections.execute(connection, "BEGIN");
      try {
        return change(place, value) && isDamaged();
      } finally {
        Connections.execute(connection, "ROLLBACK");
      }
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  /** Whether SQLite took the value. */
  private boolean change(String place, Object value) {
    int dot = place.indexOf('.');
    String table = place.substring(0, dot);
    String row = "(SELECT max(rowid) FROM " + table + ")";
    String sql =
        "UPDATE " + table + " SET " + place.substring(dot + 1) + " = ? WHERE rowid = " + row;
    try {
      put(sql, value);
      return true;
    } catch (SQLException refused) {
      return false; // Such as a text where the number of an entry belongs.
    }
  }

  private boolean isDamaged() throws SQLException {
    Found found = inspected();
    if (found.damage().isPresent()) {
      assertThat(found.damage().orElseThrow()).isNotBlank();
      assertThat(found.last()).isBetween(0L, (long) LAST);
      return true;
    }
    assertThat(found.last()).isEqualTo(LAST);
    List<String> texts = new ArrayList<>();
    new Contents(connection).entriesAfter(IMAGE_AT, (StoredEntry entry) -> texts.add(entry.text()));
    assertThat(texts).isEqualTo(written);
    return false;
  }
}
