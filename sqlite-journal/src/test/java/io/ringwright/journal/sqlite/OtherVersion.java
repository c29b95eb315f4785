package io.ringwright.journal.sqlite;

import io.ringwright.call.EventAnswer;
import io.ringwright.journal.Durability;
import io.ringwright.journal.Journal;
import io.ringwright.journal.Proposal;
import io.ringwright.journal.StateMachine;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A journal in which another version of the engine writes: what is kept reads otherwise, and its
 * checksums are right.
 */
final class OtherVersion implements Journal {

  private final Journal journal;
  private final UnaryOperator<String> writing;
  private final boolean keepsPhoneLists;

  private OtherVersion(Journal journal, UnaryOperator<String> writing, boolean keepsPhoneLists) {
    this.journal = journal;
    this.writing = writing;
    this.keepsPhoneLists = keepsPhoneLists;
  }

  /** Entries and images are written so. */
  static Journal writing(Journal journal, UnaryOperator<String> writing) {
    return new OtherVersion(journal, writing, true);
  }

  /** No phone list is kept. */
  static Journal withoutPhoneLists(Journal journal) {
    return new OtherVersion(journal, text -> text, false);
  }

  @Override
  public void open(StateMachine machine) {
    journal.open(new Writer(machine));
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

  private final class Writer implements StateMachine {
    private final StateMachine machine;

    Writer(StateMachine machine) {
      this.machine = machine;
    }

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
      return new OtherEntry(machine.apply(sequence, proposal));
    }

    @Override
    public Image capture() {
      return new OtherImage(machine.capture());
    }
  }

  private final class OtherEntry implements StateMachine.Applied {
    private final StateMachine.Applied applied;

    OtherEntry(StateMachine.Applied applied) {
      this.applied = applied;
    }

    @Override
    public String text() {
      return writing.apply(applied.text());
    }

    @Override
    public Optional<StateMachine.KeptPhoneList> phoneList() {
      return applied.phoneList().filter(list -> keepsPhoneLists);
    }

    @Override
    public Optional<EventAnswer> answer() {
      return applied.answer();
    }

    @Override
    public void release() {
      applied.release();
    }
  }

  private final class OtherImage implements StateMachine.Image {
    private final StateMachine.Image image;

    OtherImage(StateMachine.Image image) {
      this.image = image;
    }

    @Override
    public String text() {
      return writing.apply(image.text());
    }

    @Override
    public Set<String> phoneLists() {
      return image.phoneLists();
    }
  }
}
