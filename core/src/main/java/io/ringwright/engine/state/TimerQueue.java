package io.ringwright.engine.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Things that are to be looked at, ordered by when. A thing is in one queue at the most.
 *
 * <p>Thread safety: confined to the owner of the state.
 *
 * @param <T> the things
 */
final class TimerQueue<T extends Timed> {

  private final RankedSet<T> things;

  /**
   * An empty queue.
   *
   * @param ties who comes first of those that are due at the same instant; no two are equal
   */
  TimerQueue(Comparator<? super T> ties) {
    things =
        new RankedSet<>(
            (one, other) -> {
              int byTime = one.when.compareTo(other.when);
              return byTime != 0 ? byTime : ties.compare(one, other);
            });
  }

  /** The thing is looked at then, and no longer when it was to be; never for the far end. */
  void at(T thing, Instant when) {
    if (when.equals(thing.when)) {
      return;
    }
    if (!thing.when.equals(Instant.MAX)) {
      things.remove(thing);
    }
    thing.lookAt(when);
    if (!when.equals(Instant.MAX)) {
      things.add(thing);
    }
  }

  /** Does something with each thing that is to be looked at, earliest first. */
  void forEach(Consumer<? super T> action) {
    things.forEach(action);
  }

  /** When to look next; the far end if there is nothing. */
  Instant next() {
    T first = things.first();
    return first == null ? Instant.MAX : first.when;
  }

  /** Takes out what is to be looked at by now, earliest first, at most so many. */
  List<T> due(Instant now, int most) {
    if (next().isAfter(now)) {
      return List.of();
    }
    List<T> due = new ArrayList<>();
    for (T first = things.first();
        first != null && !first.when.isAfter(now) && due.size() < most;
        first = things.first()) {
      at(first, Instant.MAX);
      due.add(first);
    }
    return due;
  }
}
