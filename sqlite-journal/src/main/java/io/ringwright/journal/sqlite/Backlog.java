package io.ringwright.journal.sqlite;

import io.ringwright.journal.StateMachine.KeptPhoneList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The entries that are not kept yet. Beyond a bound they are dropped: an image of the whole state
 * takes their place, as soon as the disk takes one.
 *
 * <p>Thread safety: guarded by the lock of {@link EntryQueue}.
 */
final class Backlog {

  /** Entries of one commit. */
  static final int LARGEST_GROUP = 1000;

  private final int most;
  private final Deque<PendingEntry> entries = new ArrayDeque<>();

  /** Phone lists of dropped entries, by hash: an image names them, and does not hold them. */
  private final Map<String, KeptPhoneList> droppedLists = new HashMap<>();

  private boolean gap;

  Backlog(int most) {
    this.most = most;
  }

  void add(PendingEntry entry) {
    if (gap) {
      keepList(entry);
      return;
    }
    entries.add(entry);
    if (entries.size() > most) {
      drop();
    }
  }

  /** Forgets the entries: from here on only an image can make the file complete. */
  void drop() {
    entries.forEach(this::keepList);
    entries.clear();
    gap = true;
  }

  private void keepList(PendingEntry entry) {
    entry.applied().phoneList().ifPresent(list -> droppedLists.put(list.sha256(), list));
  }

  /** Whether entries were dropped. */
  boolean hasGap() {
    return gap;
  }

  /** An image was captured that takes the place of what was dropped. */
  void closeGap() {
    gap = false;
  }

  /** The phone lists of what was dropped. */
  List<KeptPhoneList> droppedLists() {
    return List.copyOf(droppedLists.values());
  }

  /** These lists are kept. */
  void forget(Collection<KeptPhoneList> lists) {
    lists.forEach(list -> droppedLists.remove(list.sha256()));
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Whether one commit can take all that waits. */
  boolean fitsOneCommit() {
    return entries.size() <= LARGEST_GROUP;
  }

  /** The oldest, as many as one commit takes; they stay here until they are kept. */
  List<PendingEntry> oldest() {
    List<PendingEntry> group = new ArrayList<>();
    Iterator<PendingEntry> all = entries.iterator();
    while (all.hasNext() && group.size() < LARGEST_GROUP) {
      group.add(all.next());
    }
    return group;
  }

  /** Everything up to this entry is kept. */
  void removeUpTo(long sequence) {
    while (!entries.isEmpty() && entries.element().sequence() <= sequence) {
      entries.remove();
    }
  }
}
