package io.ringwright.audit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One queue: who waits, in order, and who serves.
 *
 * <p>Thread safety: for one thread.
 */
final class QueueLine {

  final String name;
  final Gap gap;
  final Set<AgentState> members = new LinkedHashSet<>();
  private final boolean ringsSeveral;
  private final List<Waiting> line = new ArrayList<>();

  QueueLine(String name, boolean ringsSeveral, Gap gap) {
    this.name = name;
    this.ringsSeveral = ringsSeveral;
    this.gap = gap;
  }

  List<Waiting> inOrder() {
    return line;
  }

  /** Enters at a position from 1 on; at the end where none is told. */
  void enter(Waiting caller, int position) {
    if (position > 0 && position <= line.size()) {
      caller.putAheadOf(line.subList(position - 1, line.size()));
      line.add(position - 1, caller);
    } else {
      line.add(caller);
    }
  }

  void leave(Waiting caller) {
    line.remove(caller);
    caller.leaves();
  }

  boolean hasUnserved() {
    for (Waiting each : line) {
      if (each.isUnserved()) {
        return true;
      }
    }
    return false;
  }

  boolean ringsSeveral() {
    return ringsSeveral;
  }

  /** Whether its members may ring without a line that says so: a phone that loses leaves none. */
  boolean mayRingAll() {
    return ringsSeveral && line.stream().anyMatch(Waiting::isRinging);
  }
}
