package io.ringwright.simulator;

import io.ringwright.call.Priority;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Draws the calls of a stream. Each property has a random generator of its own and is drawn for
 * every call whatever becomes of it, so that two simulations of one seed see the same callers.
 */
final class CallSource {

  private final CallStream stream;
  private final Iterator<Duration> arrivals;
  private final SplittableRandom priorities;
  private final SplittableRandom talks;
  private final SplittableRandom patience;
  private final SplittableRandom phones;
  private final double allShares;

  CallSource(CallStream stream, SplittableRandom random) {
    this.stream = stream;
    this.arrivals = stream.arrivals().drawnFrom(random.split());
    this.priorities = random.split();
    this.talks = random.split();
    this.patience = random.split();
    this.phones = random.split();
    this.allShares = stream.priorities().values().stream().mapToDouble(share -> share).sum();
  }

  /**
   * A call that will be made.
   *
   * @param at when, from the beginning of the simulation
   * @param priority the caller's
   * @param talk how long it will last
   * @param patience after how long the caller gives up
   * @param pickUps the seed of how long phones will ring for it
   */
  record PlannedCall(
      Duration at, Priority priority, Duration talk, Duration patience, long pickUps) {}

  CallStream stream() {
    return stream;
  }

  /** The next call, or empty if no more come. */
  Optional<PlannedCall> next() {
    if (!arrivals.hasNext()) {
      return Optional.empty();
    }
    return Optional.of(
        new PlannedCall(
            arrivals.next(),
            priority(),
            stream.talk().draw(talks),
            stream.patience().draw(patience),
            phones.nextLong()));
  }

  /** How long phones ring for one call, ring after ring. */
  RandomGenerator pickUps(PlannedCall call) {
    return new SplittableRandom(call.pickUps());
  }

  private Priority priority() {
    double drawn = priorities.nextDouble() * allShares;
    Priority last = Priority.NORMAL;
    for (Map.Entry<Priority, Double> share : stream.priorities().entrySet()) {
      last = share.getKey();
      drawn -= share.getValue();
      if (drawn < 0) {
        return last;
      }
    }
    return last;
  }
}
