package io.ringwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.call.EventAnswer;
import io.ringwright.journal.Journal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The first part of {@link JournalContract}: the order in which a journal numbers, releases and
 * answers events, while it is open.
 *
 * <p>Thread safety: one test at a time.
 */
abstract class JournalOrderContract {

  /** How many entries a test appends at once. */
  static final int EACH = 200;

  static final long LIMIT_SECONDS = 30;

  private static final int RIVALS = 8;

  private final List<Journal> opened = new ArrayList<>();

  JournalOrderContract() {}

  /**
   * Makes a journal that is not open yet.
   *
   * @return a new object each time; within one test always on the same storage, which is empty at
   *     first
   */
  protected abstract Journal journal();

  /**
   * Whether entries outlive the journal.
   *
   * @return true unless overridden
   */
  protected boolean keepsEntries() {
    return true;
  }

  /** Closes what a test opened. */
  @AfterEach
  void closeAll() {
    opened.forEach(Journal::close);
  }

  Journal open(RecordingMachine machine) {
    Journal journal = journal();
    opened.add(journal);
    journal.open(machine);
    return journal;
  }

  static Optional<EventAnswer> result(CompletionStage<Optional<EventAnswer>> stage) {
    return stage.toCompletableFuture().orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).join();
  }

  static void append(Journal journal, int from, int to) {
    List<CompletionStage<Optional<EventAnswer>>> stages = new ArrayList<>();
    for (int nth = from; nth < to; nth++) {
      stages.add(journal.append(RecordingMachine.proposal(nth)));
    }
    stages.forEach(JournalOrderContract::result);
  }

  static List<Long> sequences(long from, long to) {
    return LongStream.rangeClosed(from, to).boxed().toList();
  }

  /** An empty journal hands nothing over, and its first entry has number 1. */
  @Test
  void an_empty_journal_hands_nothing_over_and_starts_at_one() {
    RecordingMachine machine = new RecordingMachine();
    Journal journal = open(machine);
    assertThat(machine.count()).isZero();
    append(journal, 0, 1);
    assertThat(machine.applied()).containsExactly(1L);
    assertThat(machine.replayed()).isEmpty();
    assertThat(machine.restored()).isEmpty();
  }

  /** Each event is answered with its own answer, or with none. */
  @Test
  void each_event_is_answered_with_its_own_answer() {
    Journal journal = open(new RecordingMachine());
    for (int nth = 0; nth < 20; nth++) {
      assertThat(result(journal.append(RecordingMachine.proposal(nth))))
          .contains(RecordingMachine.answerTo(nth));
    }
    assertThat(result(journal.append(RecordingMachine.unanswered()))).isEmpty();
  }

  /** Many threads at once: numbers without gaps, each entry released once, in order. */
  @Test
  void many_at_once_are_numbered_without_gaps_and_released_in_order() {
    RecordingMachine machine = new RecordingMachine();
    Journal journal = open(machine);
    Rivals.race(
        RIVALS,
        rival -> {
          for (int nth = 0; nth < EACH; nth++) {
            int number = rival * EACH + nth;
            assertThat(result(journal.append(RecordingMachine.proposal(number))))
                .contains(RecordingMachine.answerTo(number));
          }
        });
    assertThat(machine.applied()).isEqualTo(sequences(1, RIVALS * EACH));
    assertThat(machine.released()).isEqualTo(sequences(1, RIVALS * EACH));
  }

  /** A stage completes after its own release and those before it. */
  @Test
  void an_answer_leaves_after_its_release_and_all_before_it() {
    RecordingMachine machine = new RecordingMachine();
    Journal journal = open(machine);
    List<Integer> answered = Collections.synchronizedList(new ArrayList<>());
    List<Integer> releasedBefore = Collections.synchronizedList(new ArrayList<>());
    List<CompletionStage<?>> stages = new ArrayList<>();
    AtomicInteger held = new AtomicInteger();
    machine.onRelease(held::incrementAndGet);
    for (int nth = 0; nth < EACH; nth++) {
      int number = nth;
      CompletionStage<?> stage = journal.append(RecordingMachine.proposal(nth));
      stages.add(
          stage.thenAccept(
              answer -> {
                answered.add(number);
                releasedBefore.add(held.get());
              }));
    }
    stages.forEach(
        stage -> stage.toCompletableFuture().orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).join());
    assertThat(answered).hasSize(EACH);
    for (int at = 0; at < EACH; at++) {
      assertThat(releasedBefore.get(at)).isGreaterThan(answered.get(at));
    }
  }

  /** An event that the machine cannot apply takes no number and stops nothing. */
  @Test
  void an_event_that_the_machine_cannot_apply_takes_no_number() {
    RecordingMachine machine = new RecordingMachine();
    Journal journal = open(machine);
    append(journal, 0, 1);
    machine.failNext(new IllegalStateException("arranged by the test"));
    assertThatThrownBy(() -> result(journal.append(RecordingMachine.proposal(1))))
        .hasRootCauseMessage("arranged by the test");
    append(journal, 2, 3);
    assertThat(machine.applied()).containsExactly(1L, 2L);
    assertThat(machine.released()).containsExactly(1L, 2L);
  }

  /** An effect may append: nothing blocks, and the order holds. */
  @Test
  void an_event_appended_from_within_a_release_is_released_in_order() {
    RecordingMachine machine = new RecordingMachine();
    Journal journal = open(machine);
    AtomicInteger left = new AtomicInteger(50);
    List<CompletionStage<Optional<EventAnswer>>> inner =
        Collections.synchronizedList(new ArrayList<>());
    machine.onRelease(
        () -> {
          if (left.getAndDecrement() > 0) {
            inner.add(journal.append(RecordingMachine.unanswered()));
          }
        });
    append(journal, 0, 10);
    assertThat(inner).isNotEmpty();
    while (left.get() > 0) {
      append(journal, 10, 11);
    }
    List.copyOf(inner).forEach(JournalOrderContract::result);
    assertThat(machine.released()).isEqualTo(sequences(1, machine.released().size()));
    assertThat(machine.released()).startsWith(1L).hasSizeGreaterThanOrEqualTo(60);
  }

  /** A journal says on which threads it releases, and keeps to it. */
  @Test
  void effects_are_released_on_the_threads_that_it_says() {
    RecordingMachine machine = new RecordingMachine();
    Journal journal = open(machine);
    List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
    machine.onRelease(() -> threads.add(Thread.currentThread()));
    for (int nth = 0; nth < EACH; nth++) {
      CompletionStage<Optional<EventAnswer>> stage = journal.append(RecordingMachine.proposal(nth));
      if (journal.releasesWithinAppend()) {
        assertThat(threads).as("released when append returns").hasSize(nth + 1);
      }
      result(stage);
    }
    if (journal.releasesWithinAppend()) {
      assertThat(threads).containsOnly(Thread.currentThread());
    } else {
      assertThat(threads).hasSize(EACH).doesNotContain(Thread.currentThread());
    }
  }
}
