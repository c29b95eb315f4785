package io.ringwright.faults;

import io.ringwright.call.EventAnswer;
import io.ringwright.engine.image.EngineImage;
import io.ringwright.engine.state.EngineState;
import io.ringwright.event.PhoneLists;
import io.ringwright.journal.Durability;
import io.ringwright.journal.Journal;
import io.ringwright.journal.Proposal;
import io.ringwright.journal.StateMachine;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A journal through which the state of the engine can be looked at. */
final class WatchedJournal implements Journal {

  private final Journal journal;
  private final Consumer<WatchedJournal> opened;
  private @Nullable StateMachine machine;

  /**
   * A journal that is not open.
   *
   * @param journal which
   * @param opened is told when the engine has what is kept, before anything else happens to it
   */
  WatchedJournal(Journal journal, Consumer<WatchedJournal> opened) {
    this.journal = journal;
    this.opened = opened;
  }

  /** The state of this moment, made anew from its image. */
  EngineState state(PhoneLists lists) {
    if (machine == null) {
      throw new IllegalStateException("the journal is not open");
    }
    return EngineImage.read(machine.capture().text(), lists);
  }

  @Override
  public void open(StateMachine engine) {
    machine = engine;
    journal.open(engine);
    opened.accept(this);
  }

  @Override
  public CompletionStage<Optional<EventAnswer>> append(Proposal proposal) {
    return journal.append(proposal);
  }

  @Override
  public boolean releasesWithinAppend() {
    return journal.releasesWithinAppend();
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
