package io.ringwright.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is to be looked at, and when. Belongs to the {@link EngineState} and its lock.
 *
 * @param <T> what is to be looked at
 */
public final class TimerQueue<T> {

  /**
   * The one place of a thing in an agenda.
   *
   * @param <T> the thing
   */
  public static final class Entry<T> {
    private final T what;
    private Instant when = Instant.MAX;
    private long serial;

    Entry(T what) {
      this.what = what;
    }
  }

  private final RankedSet<Entry<T>> entries =
      new RankedSet<>(
          Comparator.<Entry<T>, Instant>comparing(entry -> entry.when)
              .thenComparingLong(entry -> entry.serial));
  private long serials;

  /** The thing is to be looked at then, and no longer when it was to be; never for the far end. */
  public void at(Entry<T> entry, Instant when) {
    if (when.equals(entry.when)) {
      return;
    }
    if (!entry.when.equals(Instant.MAX)) {
      entries.remove(entry);
    }
    entry.when = when;
    if (!when.equals(Instant.MAX)) {
      entry.serial = serials++;
      entries.add(entry);
    }
  }

  /** When to look next; the far end if there is nothing. */
  public Instant next() {
    Entry<T> first = entries.first();
    return first == null ? Instant.MAX : first.when;
  }

  /** Takes out what is to be looked at by now, earliest first. */
  public List<T> due(Instant now) {
    if (next().isAfter(now)) {
      return List.of();
    }
    List<T> due = new ArrayList<>();
    for (Entry<T> first = entries.first();
        first != null && !first.when.isAfter(now);
        first = entries.first()) {
      at(first, Instant.MAX);
      due.add(first.what);
    }
    return due;
  }
}
