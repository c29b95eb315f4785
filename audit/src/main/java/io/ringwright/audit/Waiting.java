package io.ringwright.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * A caller in a queue.
 *
 * <p>Thread safety: for one thread.
 */
final class Waiting {

  /** So many earlier callers are looked at when a later one is rung for. */
  private static final int MOST_AHEAD = 100;

  final String call;
  final QueueLine queue;
  final long entered;
  private int ringing;
  private long ringsSince;
  private List<Waiting> unservedAhead = List.of();
  private List<Waiting> putAheadOf = List.of();
  private boolean gone;
  private int passedOver;

  Waiting(String call, QueueLine queue, long entered) {
    this.call = call;
    this.queue = queue;
    this.entered = entered;
  }

  /** It was put ahead of those, who had entered before. */
  void putAheadOf(List<Waiting> others) {
    putAheadOf = List.copyOf(others);
  }

  /** Whether it waits and no phone rings for it. */
  boolean isUnserved() {
    return !gone && ringing == 0;
  }

  /** A phone begins to ring for it. */
  void rings(long at) {
    if (ringing++ == 0) {
      ringsSince = at;
      unservedAhead = aheadAndUnserved();
    }
  }

  /** A phone rings for it no longer. */
  void ringEnds() {
    ringing = Math.max(0, ringing - 1);
  }

  boolean isRinging() {
    return ringing > 0;
  }

  private List<Waiting> aheadAndUnserved() {
    List<Waiting> ahead = new ArrayList<>();
    for (Waiting each : queue.inOrder()) {
      if (each == this || ahead.size() == MOST_AHEAD) {
        break;
      }
      if (each.isUnserved()) {
        ahead.add(each);
      }
    }
    return ahead;
  }

  /**
   * Who waited ahead when this one was first rung for, and is still without a phone; one that got a
   * phone in the same moments is not among them, because the log tells whole seconds.
   */
  List<Waiting> overtaken(long rounding) {
    return unservedAhead.stream()
        .filter(each -> !each.gone)
        .filter(each -> each.ringing == 0 || each.ringsSince >= ringsSince + rounding)
        .toList();
  }

  /** Whether this one entered later and was put ahead of another: it has a higher priority. */
  boolean entersAheadOf(Waiting other) {
    return putAheadOf.contains(other);
  }

  void leaves() {
    gone = true;
    ringing = 0;
  }

  void passOver() {
    passedOver++;
  }

  int passedOver() {
    return passedOver;
  }
}
