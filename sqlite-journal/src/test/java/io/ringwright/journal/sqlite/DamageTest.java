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
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Bytes of the file, of its write-ahead log and of its mark are cut, zeroed and flipped: at its end
 * and at random places. Either everything that was acknowledged is there, or the journal is
 * refused.
 *
 * <p>{@code -Ddamages=all} tries each byte of the tails.
 */
class DamageTest {

  private static final long SEED = 20_261_126;
  private static final boolean ALL = "all".equals(System.getProperty("damages"));

  /** The last frame of the log and more. */
  private static final int TAIL = 4_400;

  private static final int RANDOM = ALL ? 1_000 : 40;
  private static final int STEP = ALL ? 1 : 97;

  @TempDir Path folder;
  private Path good;
  private Path tried;
  private String state = "";
  private int opened;
  private int refused;

  private enum Damage {
    CUT {
      @Override
      byte[] done(byte[] bytes, int at) {
        return Arrays.copyOf(bytes, at);
      }
    },
    ZERO {
      @Override
      byte[] done(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        Arrays.fill(changed, at, bytes.length, (byte) 0);
        return changed;
      }
    },
    FLIP {
      @Override
      byte[] done(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        changed[at] ^= (byte) (1 << (at % 8));
        return changed;
      }
    };

    abstract byte[] done(byte[] bytes, int at);
  }

  /** 250 entries with images, closed; then 40 more in the log, and a crash. */
  @BeforeEach
  void makeAJournalThatCrashed() throws IOException, SQLException {
    good = Files.createDirectory(folder.resolve("good")).resolve("calls");
    tried = Files.createDirectory(folder.resolve("tried")).resolve("calls");
    Journal first = Journals.open(SqliteJournal.at(good).imageEvery(100), new RecordingMachine());
    Journals.append(first, 0, 250);
    first.close();
    RecordingMachine machine = new RecordingMachine();
    SqliteJournalBuilder settings = SqliteJournal.at(good).patience(Journals.LONG);
    try (Journal second = Journals.open(settings, machine);
        Connection unused = Journals.holdingUpCheckpoints(good)) {
      for (int nth = 250; nth < 290; nth++) {
        Journals.append(second, nth, nth + 1);
      }
      state = machine.state();
      Path crashed = folder.resolve("crashed");
      Journals.copy(good, crashed);
      good = crashed;
    }
    assertThat(Journals.read(copied()).state()).as("undamaged").isEqualTo(state);
  }

  private Path copied() {
    Journals.copy(good, tried);
    return tried;
  }

  @ParameterizedTest
  @CsvSource({
    "'', CUT", "'', ZERO", "'', FLIP",
    "-wal, CUT", "-wal, ZERO", "-wal, FLIP",
    ".mark, CUT", ".mark, ZERO", ".mark, FLIP"
  })
  void nothing_that_was_acknowledged_is_missing_in_silence(String suffix, Damage damage)
      throws IOException {
    Path file = tried.resolveSibling(tried.getFileName() + suffix);
    byte[] bytes = Files.readAllBytes(good.resolveSibling(good.getFileName() + suffix));
    for (int at : places(bytes.length)) {
      copied();
      Files.write(file, damage.done(bytes, at));
      tryToOpen(suffix + " " + damage + " at " + at + " of " + bytes.length);
    }
    System.out.printf("%-6s %-5s opened whole %d, refused %d%n", suffix, damage, opened, refused);
    assertThat(opened + refused).isGreaterThan(RANDOM);
  }

  private static Set<Integer> places(int length) {
    Set<Integer> places = new TreeSet<>();
    for (int at = Math.max(0, length - TAIL); at < length; at += STEP) {
      places.add(at);
    }
    for (int at = 0; at < Math.min(length, 200); at += ALL ? 1 : 11) {
      places.add(at);
    }
    new Random(SEED).ints(RANDOM, 0, length).forEach(places::add);
    return places;
  }

  private void tryToOpen(String what) {
    RecordingMachine machine = new RecordingMachine();
    try (SqliteJournal journal = SqliteJournal.at(tried).build()) {
      journal.open(machine);
      assertThat(machine.state()).as(what).isEqualTo(state);
      opened++;
    } catch (JournalException refusal) {
      assertThat(refusal.getMessage()).as(what).contains(tried.toString()).contains("\n");
      refused++;
    }
  }
}
