package io.ringwright.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.journal.Durability;
import io.ringwright.journal.Durability.Owing;
import io.ringwright.journal.StateMachine.KeptPhoneList;
import io.ringwright.testkit.ManualClock;
import io.ringwright.testkit.RecordingMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is slow, full or gone holds up no answer, and nothing is lost by it. */
class LateDiskTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  @TempDir Path folder;
  private final SlowDisk disk = new SlowDisk();
  private final RecordingMachine machine = new RecordingMachine();
  private SqliteJournal journal = SqliteJournal.at(Path.of("unused")).build();

  @AfterEach
  void freeAndClose() {
    disk.fill(false);
    disk.mostPages(0);
    disk.free();
    journal.close();
  }

  private Path file() {
    return folder.resolve("calls");
  }

  private SqliteJournalBuilder settings() {
    return SqliteJournal.at(file())
        .clock(() -> ManualClock.MONDAY_MORNING)
        .retry(Duration.ofMillis(5))
        .inside(disk.inside());
  }

  private void open(SqliteJournalBuilder settings) {
    journal = Journals.open(settings, machine);
  }

  private boolean isDurable() {
    return journal.durability().equals(new Durability.Durable());
  }

  private void assertAllKept() {
    journal.close();
    assertThat(Journals.read(file()).state()).isEqualTo(machine.state());
  }

  private static List<Long> sequences(long to) {
    return LongStream.rangeClosed(1, to).boxed().toList();
  }

  @Test
  void an_answer_waits_for_the_disk() throws Exception {
    open(settings().patience(LONG));
    disk.hold();
    var stage = journal.append(RecordingMachine.proposal(0)).toCompletableFuture();
    Journals.await(disk::holds);
    assertThat(stage).isNotDone();
    assertThat(machine.released()).isEmpty();
    assertThat(isDurable()).as("nothing was answered that is not kept").isTrue();
    disk.free();
    stage.get(20, TimeUnit.SECONDS);
    assertThat(isDurable()).isTrue();
  }

  @Test
  void an_answer_waits_no_longer_than_the_patience_and_the_next_ones_do_not_wait() {
    open(settings().patience(Duration.ofMillis(30)));
    disk.hold();
    Journals.append(journal, 0, 1);
    assertThat(journal.durability())
        .isEqualTo(
            new Owing(
                ManualClock.MONDAY_MORNING,
                1,
                "the disk of " + file() + " took more than 30 ms; look at what else writes to it"));
    long began = System.nanoTime();
    for (int nth = 1; nth < 100; nth++) {
      Journals.append(journal, nth, nth + 1);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - began))
        .as("99 answers, one after the other")
        .isLessThan(Duration.ofMillis(99 * 30));
    assertThat(((Owing) journal.durability()).owed()).isEqualTo(100);
    disk.free();
    Journals.await(this::isDurable);
    assertThat(machine.released()).isEqualTo(sequences(100));
    assertAllKept();
  }

  @Test
  void answers_wait_for_the_disk_again_once_it_has_caught_up() {
    open(settings().patience(Duration.ofMillis(30)));
    disk.hold();
    Journals.append(journal, 0, 1);
    disk.free();
    Journals.await(this::isDurable);
    for (int nth = 1; nth < 50; nth++) {
      Journals.append(journal, nth, nth + 1);
    }
    Journals.await(this::isDurable);
    assertAllKept();
  }

  @Test
  void while_the_disk_is_full_answers_leave_at_once_and_are_written_when_there_is_room() {
    open(settings().patience(LONG));
    Journals.append(journal, 0, 10);
    disk.fill(true);
    Journals.append(journal, 10, 200);
    assertThat(journal.durability())
        .isEqualTo(
            new Owing(
                ManualClock.MONDAY_MORNING,
                190,
                "no room is left on the disk of "
                    + file()
                    + "; make room, and it is written by itself"));
    long failed = disk.failed();
    Journals.await(() -> disk.failed() > failed + 2);
    disk.fill(false);
    Journals.await(this::isDurable);
    assertThat(machine.released()).isEqualTo(sequences(200));
    assertAllKept();
  }

  @Test
  void what_sqlite_itself_finds_full_is_written_when_there_is_room() {
    open(settings().patience(LONG));
    disk.mostPages(30);
    machine.suffix(" " + "x".repeat(1_000));
    Journals.append(journal, 0, 300);
    assertThat(journal.durability()).isInstanceOf(Owing.class);
    assertThat(journal.durability().toString()).contains("no room is left on the disk of");
    disk.mostPages(1_000_000);
    Journals.await(this::isDurable);
    assertAllKept();
  }

  @Test
  void more_than_memory_should_hold_is_replaced_by_an_image() {
    KeptPhoneList early = new KeptPhoneList("d4".repeat(32), "8260\n");
    KeptPhoneList late = new KeptPhoneList("e5".repeat(32), "8261\n");
    open(settings().patience(LONG).mostOwed(1_000));
    Journals.append(journal, 0, 10);
    disk.fill(true);
    machine.bringNext(early);
    Journals.append(journal, 10, 2_500);
    machine.bringNext(late);
    Journals.append(journal, 2_500, 3_000);
    assertThat(((Owing) journal.durability()).owed()).isEqualTo(2_990);
    disk.fill(false);
    Journals.await(this::isDurable);
    Journals.append(journal, 3_000, 3_010);
    journal.close();
    RecordingMachine after = Journals.read(file());
    assertThat(after.state()).isEqualTo(machine.state());
    assertThat(after.restored().get(0)).isGreaterThan(1_000L);
    assertThat(after.phoneListsGiven()).containsEntry(late.sha256(), late.text());
  }

  @Test
  void closing_on_a_full_disk_answers_everybody_and_keeps_what_was_kept() {
    open(settings().patience(LONG));
    Journals.append(journal, 0, 10);
    disk.fill(true);
    Journals.append(journal, 10, 20);
    journal.close();
    assertThat(machine.released()).isEqualTo(sequences(20));
    assertThat(Journals.read(file()).count()).isEqualTo(10);
  }

  @Test
  void a_full_disk_of_four_megabytes_costs_no_answer_and_no_entry() throws IOException {
    Path mount = folder.resolve("small");
    org.junit.jupiter.api.Assumptions.assumeTrue(
        Commands.mountSmallDisk(mount), "only root may mount a small disk");
    try {
      Path file = mount.resolve("calls");
      machine.suffix(" " + "x".repeat(1_000));
      journal = Journals.open(SqliteJournal.at(file).retry(Duration.ofMillis(50)), machine);
      Journals.append(journal, 0, 100);
      Commands.fill(mount.resolve("filler"));
      Journals.append(journal, 100, 600);
      assertThat(journal.durability().toString()).contains("no room is left on the disk of");
      Files.delete(mount.resolve("filler"));
      Journals.await(this::isDurable);
      journal.close();
      assertThat(Journals.read(file).state()).isEqualTo(machine.state());
    } finally {
      journal.close();
      Commands.run("umount", mount.toString());
    }
  }

  @Test
  void a_file_that_was_moved_away_is_noticed_and_written_again_once_it_is_back() throws Exception {
    open(settings().patience(LONG));
    Journals.append(journal, 0, 10);
    Path away = folder.resolve("away");
    Files.move(file(), away);
    int[] nth = {10};
    Journals.await(
        () -> {
          Journals.append(journal, nth[0], ++nth[0]);
          return !isDurable();
        });
    assertThat(journal.durability().toString()).contains("moved, deleted or replaced");
    Files.move(away, file());
    Journals.await(this::isDurable);
    assertAllKept();
  }
}
