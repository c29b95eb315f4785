package io.ringwright.benchmarks.engine;

import io.ringwright.call.EventAnswer;
import io.ringwright.journal.Durability;
import io.ringwright.journal.Journal;
import io.ringwright.journal.Proposal;
import io.ringwright.journal.StateMachine;
import io.ringwright.memory.InMemoryJournal;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The journal in memory, which notes how long each event keeps the engine. */
final class WatchedJournal implements Journal {

  private final InMemoryJournal inner = new InMemoryJournal();
  private final LongestEvent longest;
  private @Nullable StateMachine machine;

  WatchedJournal(LongestEvent longest) {
    this.longest = longest;
  }

  @Override
  public void open(StateMachine machine) {
    this.machine = machine;
    inner.open(new Watched(machine, longest));
  }

  /** An image is taken, as a journal does that keeps them. */
  String capture() {
    return Objects.requireNonNull(machine).capture().text();
  }

  @Override
  public CompletionStage<Optional<EventAnswer>> append(Proposal proposal) {
    return inner.append(proposal);
  }

  @Override
  public Durability durability() {
    return inner.durability();
  }

  @Override
  public void close() {
    inner.close();
  }

  private record Watched(StateMachine machine, LongestEvent longest) implements StateMachine {

    @Override
    public void restore(long sequence, String text, Function<String, Optional<String>> lists) {
      machine.restore(sequence, text, lists);
    }

    @Override
    public void replay(long sequence, String text, Function<String, Optional<String>> lists) {
      machine.replay(sequence, text, lists);
    }

    @Override
    public Applied apply(long sequence, Proposal proposal) {
      long began = LongestEvent.now();
      Applied applied = machine.apply(sequence, proposal);
      longest.since(began, proposal.event().getClass().getSimpleName());
      return applied;
    }

    @Override
    public Image capture() {
      return machine.capture();
    }
  }
}
