package io.ringwright.engine.state;

import java.util.Comparator;

/**
 * The calls of a waiting queue that the same phones can serve, first to last. If no phone is there
 * for the first of them, none is there for any of them.
 *
 * <p>Thread safety: confined to the owner of the state.
 */
public final class Lane {

  private final LaneKind kind;
  private final RankedSet<Call> calls;

  Lane(LaneKind kind, Comparator<Call> order) {
    this.kind = kind;
    this.calls = new RankedSet<>(order);
  }

  /** What its calls have in common. */
  public LaneKind kind() {
    return kind;
  }

  /** Its calls, first to last. */
  public RankedSet<Call> calls() {
    return calls;
  }
}
