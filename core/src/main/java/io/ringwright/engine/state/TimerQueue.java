package io.ringwright.engine.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Things that are to be looked at, ordered by when.
 *
 * <p>Thread safety: confined to the owner of the state.
 *
 * @param <T> the things
 */
public final class TimerQueue<T> {

  /**
   * The one place of a thing in a queue of timers.
   *
   * @param <T> the thing
   */
  public static final class Entry<T> {
    private final T what;
    private Instant when = Instant.MAX;

    Entry(T what) {
      this.what = what;
    }

    /** When the thing is looked at; the far end for never. */
    Instant when() {
      return when;
    }
  }

  private final RankedSet<Entry<T>> entries;

  /**
   * An empty queue.
   *
   * @param ties who comes first of those that are due at the same instant; no two are equal
   */
  TimerQueue(Comparator<T> ties) {
    entries =
        new RankedSet<>(
            Comparator.<Entry<T>, Instant>comparing(entry -> entry.when)
                .thenComparing(entry -> entry.what, ties));
  }

  /** The thing is looked at then, and no longer when it was to be; never for the far end. */
  void at(Entry<T> entry, Instant when) {
    if (when.equals(entry.when)) {
      return;
    }
    if (!entry.when.equals(Instant.MAX)) {
      entries.remove(entry);
    }
    entry.when = when;
    if (!when.equals(Instant.MAX)) {
      entries.add(entry);
    }
  }

  /** Does something with each thing that is to be looked at, earliest first. */
  void forEach(Consumer<T> action) {
    entries.forEach(entry -> action.accept(entry.what));
  }

  /** When to look next; the far end if there is nothing. */
  public Instant next() {
    Entry<T> first = entries.first();
    return first == null ? Instant.MAX : first.when;
  }

  /** Takes out what is to be looked at by now, earliest first, at most so many. */
  List<T> due(Instant now, int most) {
    if (next().isAfter(now)) {
      return List.of();
    }
    List<T> due = new ArrayList<>();
    for (Entry<T> first = entries.first();
        first != null && !first.when.isAfter(now) && due.size() < most;
        first = entries.first()) {
      at(first, Instant.MAX);
      due.add(first.what);
    }
    return due;
  }
}
