package io.ringwright.journal.sqlite;

import io.ringwright.call.EventAnswer;
import io.ringwright.journal.Durability;
import io.ringwright.journal.Journal;
import io.ringwright.journal.Proposal;
import io.ringwright.journal.StateMachine;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A journal that lets a test look at the state of the engine which opened it. */
final class OpenedJournal implements Journal {

  private final Journal journal;
  private volatile @Nullable StateMachine machine;

  OpenedJournal(Journal journal) {
    this.journal = journal;
  }

  /** The image of this moment. */
  String image() {
    return Objects.requireNonNull(machine).capture().text();
  }

  @Override
  public void open(StateMachine opening) {
    machine = opening;
    journal.open(opening);
  }

  @Override
  public CompletionStage<Optional<EventAnswer>> append(Proposal proposal) {
    return journal.append(proposal);
  }

  @Override
  public Durability durability() {
    return journal.durability();
  }

  @Override
  public void close() {
    journal.close();
  }
}
