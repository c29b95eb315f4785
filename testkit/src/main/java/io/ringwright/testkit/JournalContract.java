package io.ringwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.call.EventAnswer;
import io.ringwright.journal.Durability;
import io.ringwright.journal.Journal;
import io.ringwright.journal.JournalException;
import io.ringwright.journal.StateMachine.KeptPhoneList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Journal} must do: give events an order without gaps, release and answer in that
 * order, each once, and, where it keeps entries, hand everything back after a stop.
 *
 * <p>Extend it in the tests of a journal. A journal that makes images should make one every few
 * hundred entries here, so that they are tried too:
 *
 * <pre>{@code
 * class MyJournalTest extends JournalContract {
 *   @TempDir Path folder;
 *
 *   @Override
 *   protected Journal journal() {
 *     return new MyJournal(folder.resolve("journal"));
 *   }
 * }
 * }</pre>
 *
 * <p>Thread safety: one test at a time.
 */
public abstract class JournalContract extends JournalOrderContract {

  /** For subclasses. */
  protected JournalContract() {}

  // Life

  /** Appending is for the time between opening and closing. */
  @Test
  void appending_before_opening_or_after_closing_is_refused() {
    Journal early = journal();
    assertThatThrownBy(() -> early.append(RecordingMachine.proposal(0)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("\n");
    early.close();
    Journal journal = open(new RecordingMachine());
    journal.close();
    assertThatThrownBy(() -> journal.append(RecordingMachine.proposal(0)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("\n");
  }

  /** A journal is opened once. */
  @Test
  void opening_twice_is_refused() {
    Journal journal = open(new RecordingMachine());
    assertThatThrownBy(() -> journal.open(new RecordingMachine()))
        .isInstanceOf(IllegalStateException.class);
    append(journal, 0, 1);
  }

  /** Closing completes what was appended, and may be repeated. */
  @Test
  void closing_completes_what_was_appended() {
    RecordingMachine machine = new RecordingMachine();
    Journal journal = open(machine);
    List<CompletionStage<Optional<EventAnswer>>> stages = new ArrayList<>();
    for (int nth = 0; nth < EACH; nth++) {
      stages.add(journal.append(RecordingMachine.proposal(nth)));
    }
    journal.close();
    journal.close();
    assertThat(stages).allMatch(stage -> stage.toCompletableFuture().isDone());
    assertThat(machine.released()).isEqualTo(sequences(1, EACH));
  }

  /** What is kept is said. */
  @Test
  void it_says_whether_answers_are_kept() {
    Journal journal = open(new RecordingMachine());
    append(journal, 0, 10);
    if (keepsEntries()) {
      // A disk may be slow: it is caught up with after a while.
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
      while (journal.durability() instanceof Durability.Owing && System.nanoTime() < end) {
        LockSupport.parkNanos(1_000_000);
      }
      assertThat(journal.durability()).isEqualTo(new Durability.Durable());
    } else {
      assertThat(journal.durability()).isInstanceOf(Durability.NotKept.class);
    }
  }

  // After a stop

  /** Another machine on the same storage comes to the same state, and the numbers go on. */
  @Test
  void after_a_stop_the_state_is_the_same_and_the_numbers_go_on() {
    int last = keepsEntries() ? 3 * EACH : 0;
    String state = new RecordingMachine().state();
    for (int round = 0; round < 3; round++) {
      RecordingMachine machine = new RecordingMachine();
      Journal journal = open(machine);
      assertThat(machine.state()).isEqualTo(state);
      append(journal, round * EACH, (round + 1) * EACH);
      state = keepsEntries() ? machine.state() : state;
      journal.close();
    }
    RecordingMachine machine = new RecordingMachine();
    Journal journal = open(machine);
    assertThat(machine.state()).isEqualTo(state);
    append(journal, 0, 1);
    assertThat(machine.applied()).containsExactly(last + 1L);
    assertThat(machine.released()).as("kept effects are not released again").hasSize(1);
  }

  /** Entries are handed back in order, without gap, after the image if there is one. */
  @Test
  void after_a_stop_entries_come_in_order_after_the_image() {
    Journal journal = open(new RecordingMachine());
    append(journal, 0, 5 * EACH);
    journal.close();
    RecordingMachine machine = new RecordingMachine();
    open(machine);
    long image = machine.restored().isEmpty() ? 0 : machine.restored().get(0);
    long last = keepsEntries() ? 5 * EACH : 0;
    assertThat(machine.restored()).hasSizeLessThanOrEqualTo(1);
    assertThat(machine.replayed()).isEqualTo(sequences(image + 1, last));
    assertThat(machine.count()).isEqualTo(last);
  }

  /** Phone lists are kept with the entry that brings them, and past images. */
  @Test
  void a_phone_list_is_given_back_by_its_hash() {
    KeptPhoneList first = new KeptPhoneList("a1".repeat(32), "8260: PJSIP/8260\n8261: x\n");
    KeptPhoneList second = new KeptPhoneList("b2".repeat(32), "8260: Büro\n");
    RecordingMachine before = new RecordingMachine();
    Journal journal = open(before);
    before.bringNext(first);
    append(journal, 0, EACH);
    before.bringNext(second);
    append(journal, EACH, 5 * EACH);
    journal.close();
    RecordingMachine after = new RecordingMachine();
    open(after);
    if (keepsEntries()) {
      assertThat(after.state()).isEqualTo(before.state());
      assertThat(after.phoneListsGiven()).containsEntry(second.sha256(), second.text());
    } else {
      assertThat(after.phoneListsGiven()).isEmpty();
    }
  }

  /** Whatever an entry says comes back as it was. */
  @Test
  void any_text_comes_back_as_it_was() {
    RecordingMachine before = new RecordingMachine();
    Journal journal = open(before);
    before.suffix(" ' \" \\ % ; -- ? ü 漢 \uD83D\uDE00 \t \u0000 \u0001 \u2028 end");
    append(journal, 0, 10);
    journal.close();
    RecordingMachine after = new RecordingMachine();
    open(after);
    assertThat(after.state())
        .isEqualTo(keepsEntries() ? before.state() : new RecordingMachine().state());
  }

  /** A machine that refuses what was kept harms nothing: another one can start. */
  @Test
  void what_a_machine_refuses_is_still_there_for_the_next() {
    RecordingMachine before = new RecordingMachine();
    Journal journal = open(before);
    append(journal, 0, EACH);
    journal.close();
    if (keepsEntries()) {
      RecordingMachine refusing = new RecordingMachine();
      refusing.refuse("strategy nearest is not there\nRegister it.");
      Journal second = journal();
      assertThatThrownBy(() -> second.open(refusing))
          .isInstanceOf(JournalException.class)
          .hasMessageContaining("strategy nearest is not there\nRegister it.");
      second.close();
    }
    RecordingMachine after = new RecordingMachine();
    open(after);
    assertThat(after.state())
        .isEqualTo(keepsEntries() ? before.state() : new RecordingMachine().state());
  }
}
