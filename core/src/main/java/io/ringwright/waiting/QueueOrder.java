package io.ringwright.waiting;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;

/**
 * Which waiting call goes first, among all that could take the same phone: by ticket time, to which
 * each level of priority below the first adds a penalty.
 *
 * <p>A penalty of zero is plain arrival order; no penalty named is strict priority, where a lower
 * level waits for as long as anybody of a higher one waits. Anything between ages the priorities: a
 * call of level p is overtaken only by calls that arrive less than (p - 1) penalties after it, so
 * nobody starves.
 *
 * <p>Thread safety: immutable.
 *
 * @param penaltyPerLevel how much later than it is a ticket counts for each level below the
 *     highest, zero to a day; empty for strict priority
 */
public record QueueOrder(Optional<Duration> penaltyPerLevel) implements Comparator<Place> {

  /** Strict priority, then arrival. */
  public static final QueueOrder STRICT = new QueueOrder(Optional.empty());

  /**
   * Priorities that age.
   *
   * @param penaltyPerLevel zero to a day
   * @return the order
   */
  public static QueueOrder ageing(Duration penaltyPerLevel) {
    return new QueueOrder(Optional.of(penaltyPerLevel));
  }

  /** Who goes first comes first; equal keys fall back on strict priority, arrival and ticket. */
  @Override
  public int compare(Place one, Place other) {
    int lower = one.priority().level() - other.priority().level();
    if (penaltyPerLevel.isPresent() && lower != 0) {
      Duration lead = penaltyPerLevel.get().multipliedBy(lower);
      int byKey = one.since().plus(lead).compareTo(other.since());
      return byKey != 0 ? byKey : lower;
    }
    return one.compareTo(other);
  }

  /**
   * Which of two calls goes first: by their places, and calls of equal places by their identities.
   *
   * @param one a waiting call
   * @param other another
   * @return below zero if the first goes first; zero only for the same call
   */
  public int compare(WaitingCall one, WaitingCall other) {
    int byPlace = compare(one.place(), other.place());
    return byPlace != 0 ? byPlace : one.id().value().compareTo(other.id().value());
  }
}
