package io.ringwright.it.moves;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * What became of the moves.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class MoveTally {

  private final AtomicInteger landed = new AtomicInteger();
  private final AtomicInteger again = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();

  void landed() {
    landed.incrementAndGet();
  }

  void sentAgain() {
    again.incrementAndGet();
  }

  void lost() {
    lost.incrementAndGet();
  }

  /** How many moves came to the landing. */
  int landings() {
    return landed.get();
  }

  /** How many callers were hung up instead. */
  int callersLost() {
    return lost.get();
  }

  @Override
  public String toString() {
    return "%d moves: %d callers hung up, %d moves sent again"
        .formatted(landed.get() + lost.get(), lost.get(), again.get());
  }
}
