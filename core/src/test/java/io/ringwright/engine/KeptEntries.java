package io.ringwright.engine;

import io.ringwright.call.EventAnswer;
import io.ringwright.journal.Durability;
import io.ringwright.journal.Journal;
import io.ringwright.journal.Proposal;
import io.ringwright.journal.StateMachine;
import io.ringwright.memory.InMemoryJournal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a durable journal would keep, in memory: entries as text, and phone lists by their hash. A
 * router that is opened on it starts where the one before stood, and the one before can append
 * nothing any more.
 */
final class KeptEntries {

  private final List<String> entries = new ArrayList<>();
  private final Map<String, String> phoneLists = new HashMap<>();
  private int opened;
  private int imageEvery = Integer.MAX_VALUE;
  private StateMachine.@Nullable Image image;
  private int imageAfter;

  /** From now on an image is kept after so many entries, and the entries before it are dropped. */
  void keepImageEvery(int many) {
    imageEvery = many;
  }

  /** The text of the newest image, made now; empty if there is none. */
  Optional<String> image() {
    return Optional.ofNullable(image).map(StateMachine.Image::text);
  }

  private void keepImageOf(StateMachine machine) {
    if (entries.size() % imageEvery == 0) {
      StateMachine.Image captured = machine.capture();
      image = captured;
      imageAfter = entries.size();
      phoneLists.keySet().retainAll(captured.phoneLists());
    }
  }

  /** The entries that are kept, oldest first. */
  List<String> entries() {
    return List.copyOf(entries);
  }

  /** A journal for the next router. */
  Journal journal() {
    opened++;
    return new Opened(opened);
  }

  private StateMachine.Applied keep(StateMachine.Applied applied) {
    entries.add(applied.text());
    applied.phoneList().ifPresent(list -> phoneLists.put(list.sha256(), list.text()));
    return applied;
  }

  /** The entries, as one router sees them. */
  private final class Opened implements Journal {
    private final int number;
    private final InMemoryJournal order = new InMemoryJournal();

    Opened(int number) {
      this.number = number;
    }

    @Override
    public void open(StateMachine machine) {
      image()
          .ifPresent(
              text ->
                  machine.restore(
                      imageAfter, text, hash -> Optional.ofNullable(phoneLists.get(hash))));
      for (int at = imageAfter; at < entries.size(); at++) {
        machine.replay(at + 1L, entries.get(at), hash -> Optional.ofNullable(phoneLists.get(hash)));
      }
      order.open(new Keeping(machine));
    }

    @Override
    public CompletionStage<Optional<EventAnswer>> append(Proposal proposal) {
      if (number != opened) {
        throw new IllegalStateException("a later router has opened these entries");
      }
      return order.append(proposal);
    }

    @Override
    public Durability durability() {
      return new Durability.Durable();
    }

    @Override
    public void close() {
      order.close();
    }
  }

  /** A machine of which every new entry is kept. */
  private final class Keeping implements StateMachine {
    private final StateMachine machine;

    Keeping(StateMachine machine) {
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
      Applied applied = keep(machine.apply(entries.size() + 1L, proposal));
      keepImageOf(machine);
      return applied;
    }

    @Override
    public Image capture() {
      return machine.capture();
    }
  }
}
