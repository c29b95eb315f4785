package io.ringwright.audit;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * Tells when phones began to ring. A queue_log has a line only when a ring ends, with its length;
 * here the beginning becomes a step of its own, in its place. For that, ten minutes of the log are
 * held back.
 *
 * <p>Thread safety: for one thread.
 */
final class RingTimes {

  private static final long HELD_BACK = 600_000;
  private static final int MOST_HELD = 300_000;

  private static final Comparator<Step> ORDER =
      Comparator.comparingLong(Step::at)
          .thenComparing(Step::ringBegins)
          .thenComparingLong(Step::number);

  private final PriorityQueue<Step> held = new PriorityQueue<>(ORDER);
  private final Consumer<Step> steps;
  private long number;
  private long released = Long.MIN_VALUE;
  private long newest = Long.MIN_VALUE;
  private long backwards;

  RingTimes(Consumer<Step> steps) {
    this.steps = steps;
  }

  /**
   * Something at an instant.
   *
   * @param at when, in milliseconds
   * @param ringBegins whether a phone begins to ring; else the event itself
   * @param number in the order of the lines
   * @param event the line; for a beginning, that of the end of the ring
   */
  record Step(long at, boolean ringBegins, long number, LogEvent event) {}

  void take(LogEvent event) {
    if (event.at() < newest) {
      backwards++;
    }
    newest = Math.max(newest, event.at());
    long rang = Math.min(event.rangIfAny(), HELD_BACK);
    if (rang > 0 && event.hasAgent()) {
      held.add(new Step(newest - rang, true, number++, event));
    }
    held.add(new Step(newest, false, number++, event));
    release(newest - HELD_BACK);
  }

  private void release(long until) {
    Step first = held.peek();
    while (first != null && (first.at() < until || held.size() > MOST_HELD)) {
      held.remove();
      released = Math.max(released, first.at());
      steps.accept(new Step(released, first.ringBegins(), first.number(), first.event()));
      first = held.peek();
    }
  }

  /** The log is over. */
  void end() {
    release(Long.MAX_VALUE);
  }

  /** How many lines were older than the one before; they count at its time. */
  long backwards() {
    return backwards;
  }
}
