package io.ringwright.engine;

import io.ringwright.call.Requirements;
import java.util.Comparator;

/**
 * The calls in one queue that can be served by the same phones: who is first among them goes first,
 * and if nobody is there for the first, nobody is there for the others.
 */
public final class Lane {

  /**
   * What calls of one lane have in common.
   *
   * @param requirements the skills they ask for
   * @param relaxed how many relaxations of skills they have waited for
   * @param opened for how many priorities to open they have waited
   * @param apart what keeps a call apart from others: its caller, where callers matter; the call
   *     itself, where a phone refused it; nothing otherwise
   */
  public record Kind(Requirements requirements, int relaxed, int opened, Object apart) {}

  public final Kind kind;
  public final RankedSet<Call> files;

  public Lane(Kind kind, Comparator<Call> order) {
    this.kind = kind;
    this.files = new RankedSet<>(order);
  }
}
