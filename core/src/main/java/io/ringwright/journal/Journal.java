package io.ringwright.journal;

import io.ringwright.call.EventAnswer;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The storage port: puts events in order and keeps them. Everything that the engine knows follows
 * from the entries of its journal. After a stop, an engine that applies them again has the same
 * state.
 *
 * <p>An entry is one event with its sequence number and its moment. Sequence numbers start at 1 and
 * have no gap. An image is the whole state after one entry; the entries up to it are no longer
 * needed.
 *
 * <p>Thread safety: implementations may be used by many threads. They call the {@link StateMachine}
 * from one thread at a time.
 */
public interface Journal extends AutoCloseable {

  /**
   * Opens the journal: gives the machine the newest image, if there is one, and then each later
   * entry in order, before it returns. Called once, before {@link #append}.
   *
   * @param machine the engine whose events these are
   * @throws JournalException if what is kept cannot be read, was written by a newer version, is
   *     damaged, or is in use by a process that still runs; nothing was changed then
   * @throws IllegalStateException if it was opened or closed before
   */
  void open(StateMachine machine);

  /**
   * Puts an event in order: gives it the next sequence number, lets the machine apply it, and makes
   * the entry durable. Then, and in the order of the sequence numbers, it {@linkplain
   * StateMachine.Applied#release releases} the effects, and completes the stage.
   *
   * <p>Effects may append: nothing blocks, and the order holds. An effect must not wait for the
   * stage of a later entry. A journal that keeps nothing may complete a stage at once where another
   * thread is releasing.
   *
   * <p>A journal that cannot keep the entry in time releases the effects and completes the stage
   * all the same, says so in {@link #durability()}, and keeps the entry as soon as it can.
   *
   * @param proposal the event
   * @return completes with the answer, if the event asks for one; exceptionally only if the machine
   *     threw
   * @throws IllegalStateException before {@link #open}, or after {@link #close}
   */
  CompletionStage<Optional<EventAnswer>> append(Proposal proposal);

  /**
   * Whether effects are released by the threads that append, and not by threads of the journal:
   * those of an event before its {@link #append} returns, unless another thread, or an earlier
   * release of the same thread, is releasing. Code of the host then holds up nobody but who brings
   * events, so a router carries out the effects right there unless it is told where. A journal with
   * threads of its own must not wait for code of the host.
   *
   * @return false unless overridden
   */
  default boolean releasesWithinAppend() {
    return false;
  }

  /**
   * Whether the answers given so far would survive a crash of the process.
   *
   * @return the state of this moment
   */
  Durability durability();

  /** Writes the entries that are not kept yet, as far as it can, and releases files and threads. */
  @Override
  void close();
}
