package io.ringwright.micrometer;

import io.micrometer.core.instrument.Timer;
import io.ringwright.call.EventAnswer;
import io.ringwright.journal.Durability;
import io.ringwright.journal.Journal;
import io.ringwright.journal.Proposal;
import io.ringwright.journal.StateMachine;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * A journal that measures how long its events take.
 *
 * <p>Thread safety: as the journal that it measures.
 *
 * @param journal which journal
 * @param kept from an event until it is kept and released
 * @param applied the part of it in which the engine works
 * @param nanoseconds the clock
 */
record TimedJournal(Journal journal, Timer kept, Timer applied, LongSupplier nanoseconds)
    implements Journal {

  @Override
  public void open(StateMachine machine) {
    journal.open(new TimedMachine(machine, applied, nanoseconds));
  }

  @Override
  public CompletionStage<Optional<EventAnswer>> append(Proposal proposal) {
    long begun = nanoseconds.getAsLong();
    CompletionStage<Optional<EventAnswer>> stage = journal.append(proposal);
    var unused =
        stage.whenComplete(
            (answer, failure) ->
                kept.record(nanoseconds.getAsLong() - begun, TimeUnit.NANOSECONDS));
    return stage;
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

  /** The engine, measured. */
  private record TimedMachine(StateMachine machine, Timer applied, LongSupplier nanoseconds)
      implements StateMachine {

    @Override
    public void restore(long sequence, String text, Function<String, Optional<String>> phoneLists) {
      machine.restore(sequence, text, phoneLists);
    }

    @Override
    public void replay(long sequence, String text, Function<String, Optional<String>> phoneLists) {
      machine.replay(sequence, text, phoneLists);
    }

    @Override
    public Applied apply(long sequence, Proposal proposal) {
      long begun = nanoseconds.getAsLong();
      try {
        return machine.apply(sequence, proposal);
      } finally {
        applied.record(nanoseconds.getAsLong() - begun, TimeUnit.NANOSECONDS);
      }
    }

    @Override
    public Image capture() {
      return machine.capture();
    }
  }
}
