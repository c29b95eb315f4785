package io.ringwright.estimate;

import io.ringwright.call.Priority;

/**
 * What was seen of the callers of one priority in a waiting queue.
 *
 * <p>Thread safety: immutable.
 *
 * @param priority theirs
 * @param joined how many joined while somebody waited; those of long ago count for less
 * @param sheet how good their estimates were
 */
public record PriorityClass(Priority priority, double joined, ScoreSheet sheet) {

  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException if it is below zero or no number
   */
  public PriorityClass {
    if (!(joined >= 0)) {
      throw new IllegalArgumentException(
          "priority " + priority + " joined " + joined + " times: expected zero or more");
    }
  }

  static PriorityClass of(Priority priority) {
    return new PriorityClass(priority, 0, ScoreSheet.NEW);
  }

  PriorityClass after(double share) {
    return new PriorityClass(priority, joined * share, sheet);
  }

  PriorityClass withOneMore() {
    return new PriorityClass(priority, joined + 1, sheet);
  }

  PriorityClass with(ScoreSheet changed) {
    return new PriorityClass(priority, joined, changed);
  }
}
