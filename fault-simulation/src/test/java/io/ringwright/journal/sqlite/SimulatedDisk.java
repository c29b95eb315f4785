package io.ringwright.journal.sqlite;

import io.ringwright.journal.StateMachine;
import io.ringwright.journal.StateMachine.KeptPhoneList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a journal has on its disk: it survives the process. How long a commit takes, and whether the
 * disk takes anything, is for the simulation to say.
 */
public final class SimulatedDisk {

  private final TreeMap<Long, String> entries = new TreeMap<>();
  private final Map<String, String> phoneLists = new HashMap<>();
  private String image = "";
  private long imageAt;
  private boolean full;

  /** An empty disk. */
  public SimulatedDisk() {}

  /**
   * Whether it takes anything from now on.
   *
   * @param now true if it takes nothing
   */
  public void fill(boolean now) {
    full = now;
  }

  boolean isFull() {
    return full;
  }

  long last() {
    return entries.isEmpty() ? imageAt : Math.max(imageAt, entries.lastKey());
  }

  long imageAt() {
    return imageAt;
  }

  /** Everything on it is gone. */
  public void lose() {
    entries.clear();
    phoneLists.clear();
    image = "";
    imageAt = 0;
  }

  /**
   * How much is on it.
   *
   * @return the number of the last entry
   */
  public long entries() {
    return last();
  }

  /**
   * The end is gone, as if it had never been written.
   *
   * @param sequence the last entry that is left; there is no image after it
   */
  public void loseAfter(long sequence) {
    entries.tailMap(sequence, false).clear();
  }

  void put(long sequence, StateMachine.Applied applied) {
    entries.put(sequence, applied.text());
    applied.phoneList().ifPresent(this::put);
  }

  void put(KeptPhoneList list) {
    phoneLists.put(list.sha256(), list.text());
  }

  void putImage(long sequence, String text) {
    image = text;
    imageAt = sequence;
    entries.headMap(sequence, true).clear();
  }

  /** Gives an engine what is kept. */
  void restore(StateMachine machine) {
    if (imageAt > 0) {
      machine.restore(imageAt, image, hash -> Optional.ofNullable(phoneLists.get(hash)));
    }
    entries.forEach(
        (sequence, text) ->
            machine.replay(sequence, text, hash -> Optional.ofNullable(phoneLists.get(hash))));
  }
}
