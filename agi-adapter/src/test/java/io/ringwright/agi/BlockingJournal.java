package io.ringwright.agi;

import io.ringwright.call.EventAnswer;
import io.ringwright.journal.Durability;
import io.ringwright.journal.Journal;
import io.ringwright.journal.Proposal;
import io.ringwright.journal.StateMachine;
import io.ringwright.memory.InMemoryJournal;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;

/** A journal that takes nothing more from when it is told to block until it is released. */
final class BlockingJournal implements Journal {

  private final Journal journal = new InMemoryJournal();
  private final CountDownLatch released = new CountDownLatch(1);
  private volatile boolean blocks;

  void block() {
    blocks = true;
  }

  void release() {
    released.countDown();
  }

  @Override
  public void open(StateMachine machine) {
    journal.open(machine);
  }

  @Override
  public CompletionStage<Optional<EventAnswer>> append(Proposal proposal) {
    if (blocks) {
      try {
        released.await();
      } catch (InterruptedException end) {
        Thread.currentThread().interrupt();
      }
    }
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
