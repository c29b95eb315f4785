package io.ringwright.waiting;

import io.ringwright.call.Priority;
import java.time.Instant;
import java.util.Comparator;

/**
 * A caller's place in line: priority first, then the ticket, which is drawn on arrival. It survives
 * a ring that failed, a restart, and a move to another hunt group.
 *
 * <p>Thread safety: immutable.
 *
 * @param priority 1 goes first
 * @param since when the call arrived
 * @param ticket tells apart calls of the same instant; grows with each call
 */
public record Place(Priority priority, Instant since, long ticket) implements Comparable<Place> {

  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::priority)
          .thenComparing(Place::since)
          .thenComparingLong(Place::ticket);

  /** Who is served first comes first. */
  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  /**
   * The same ticket with another priority.
   *
   * @param other the priority
   * @return the place
   */
  public Place with(Priority other) {
    return new Place(other, since, ticket);
  }
}
