package io.ringwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.journal.Journal;
import io.ringwright.memory.InMemoryJournal;
import org.junit.jupiter.api.Test;

class InMemoryJournalTest extends JournalContract {

  @Override
  protected Journal journal() {
    return new InMemoryJournal();
  }

  @Override
  protected boolean keepsEntries() {
    return false;
  }

  @Test
  void an_event_is_applied_and_released_in_the_thread_that_appends_it() {
    RecordingMachine machine = new RecordingMachine();
    Thread[] released = new Thread[1];
    machine.onRelease(() -> released[0] = Thread.currentThread());
    try (Journal journal = journal()) {
      journal.open(machine);
      assertThat(journal.append(RecordingMachine.proposal(0)).toCompletableFuture()).isDone();
    }
    assertThat(released[0]).isSameAs(Thread.currentThread());
  }

  @Test
  void a_release_that_throws_against_its_contract_does_not_stop_the_journal() {
    RecordingMachine machine = new RecordingMachine();
    try (Journal journal = journal()) {
      journal.open(machine);
      machine.onRelease(
          () -> {
            throw new IllegalStateException("arranged by the test");
          });
      assertThatThrownBy(() -> journal.append(RecordingMachine.proposal(0)))
          .hasMessage("arranged by the test");
      machine.onRelease(() -> {});
      assertThat(journal.append(RecordingMachine.proposal(1)).toCompletableFuture()).isDone();
    }
    assertThat(machine.released()).containsExactly(1L, 2L);
  }
}
