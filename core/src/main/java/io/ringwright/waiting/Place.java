package io.ringwright.waiting;

import io.ringwright.call.Priority;
import java.time.Instant;

/**
 * A caller's place among the waiting calls: priority first, then the ticket, which is drawn on
 * arrival. It survives a ring that failed, a restart, and a move to another hunt group.
 *
 * <p>Thread safety: immutable.
 *
 * @param priority 1 goes first
 * @param since when the call arrived
 * @param ticket tells apart calls of the same instant; grows with each call
 */
public record Place(Priority priority, Instant since, long ticket) implements Comparable<Place> {

  /** Who is served first comes first. */
  @Override
  public int compareTo(Place other) {
    int byPriority = priority.compareTo(other.priority);
    if (byPriority != 0) {
      return byPriority;
    }
    int bySince = since.compareTo(other.since);
    return bySince != 0 ? bySince : Long.compare(ticket, other.ticket);
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
