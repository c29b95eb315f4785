package io.ringwright.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.EventAnswer;
import io.ringwright.journal.Durability;
import io.ringwright.journal.Proposal;
import io.ringwright.journal.StateMachine;
import io.ringwright.testkit.RecordingMachine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an engine must not do and perhaps does one day: the journal's threads live on. */
class BrokenEngineTest {

  @TempDir Path folder;
  private final RecordingMachine machine = new RecordingMachine();

  private SqliteJournal open(StateMachine engine) {
    return Journals.open(
        SqliteJournal.at(folder.resolve("calls")).imageEvery(100).retry(Duration.ofMillis(5)),
        engine);
  }

  private static boolean isDurable(SqliteJournal journal) {
    return journal.durability().equals(new Durability.Durable());
  }

  @Test
  void an_entry_that_has_no_text_is_replaced_by_an_image() {
    AtomicReference<Optional<Error>> failure =
        new AtomicReference<>(Optional.of(new StackOverflowError("arranged")));
    try (SqliteJournal journal = open(new BrokenText(machine, failure))) {
      Journals.append(journal, 0, 1);
      Journals.await(() -> isDurable(journal));
      Journals.append(journal, 1, 20);
    }
    assertThat(Journals.read(folder.resolve("calls")).state()).isEqualTo(machine.state());
  }

  @Test
  void an_effect_that_throws_stops_neither_the_answer_nor_the_journal() {
    machine.onRelease(
        () -> {
          throw new AssertionError("arranged by the test");
        });
    try (SqliteJournal journal = open(machine)) {
      Journals.append(journal, 0, 20);
      assertThat(machine.released()).hasSize(20);
      Journals.await(() -> isDurable(journal));
    }
  }

  @Test
  void a_state_that_cannot_be_captured_costs_an_image_and_nothing_else() {
    AtomicReference<Optional<Error>> failure = new AtomicReference<>(Optional.empty());
    BrokenText broken = new BrokenText(machine, failure);
    try (SqliteJournal journal = open(broken)) {
      broken.failCaptures = true;
      Journals.append(journal, 0, 250);
      Journals.await(() -> isDurable(journal));
    }
    assertThat(Journals.read(folder.resolve("calls")).replayed()).hasSize(250);
  }

  @Test
  void closing_from_within_an_effect_does_not_block() {
    SqliteJournal journal = open(machine);
    machine.onRelease(journal::close);
    Journals.append(journal, 0, 5);
    journal.close();
    assertThat(Journals.read(folder.resolve("calls")).state()).isEqualTo(machine.state());
  }

  @Test
  void an_interrupt_from_within_an_effect_harms_nothing() {
    machine.onRelease(() -> Thread.currentThread().interrupt());
    try (SqliteJournal journal = open(machine)) {
      for (int nth = 0; nth < 20; nth++) {
        Journals.append(journal, nth, nth + 1);
      }
      Journals.await(() -> isDurable(journal));
    }
    assertThat(Journals.read(folder.resolve("calls")).state()).isEqualTo(machine.state());
  }

  /** A machine whose next text fails once. */
  private static final class BrokenText implements StateMachine {
    private final StateMachine sound;
    private final AtomicReference<Optional<Error>> failure;
    private volatile boolean failCaptures;

    BrokenText(StateMachine sound, AtomicReference<Optional<Error>> failure) {
      this.sound = sound;
      this.failure = failure;
    }

    @Override
    public void restore(long sequence, String text, Function<String, Optional<String>> phoneLists) {
      sound.restore(sequence, text, phoneLists);
    }

    @Override
    public void replay(long sequence, String text, Function<String, Optional<String>> phoneLists) {
      sound.replay(sequence, text, phoneLists);
    }

    @Override
    public Applied apply(long sequence, Proposal proposal) {
      Applied applied = sound.apply(sequence, proposal);
      Optional<Error> thrown = failure.getAndSet(Optional.empty());
      return thrown.isEmpty() ? applied : new Textless(applied, thrown.orElseThrow());
    }

    @Override
    public Image capture() {
      if (failCaptures) {
        throw new IllegalStateException("arranged by the test");
      }
      return sound.capture();
    }
  }

  private record Textless(StateMachine.Applied sound, Error thrown)
      implements StateMachine.Applied {
    @Override
    public String text() {
      throw thrown;
    }

    @Override
    public Optional<StateMachine.KeptPhoneList> phoneList() {
      return sound.phoneList();
    }

    @Override
    public Optional<EventAnswer> answer() {
      return sound.answer();
    }

    @Override
    public void release() {
      sound.release();
    }
  }
}
