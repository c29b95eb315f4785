package io.ringwright.call;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A priority: 1 is the highest. The same scale serves callers in a queue and members in a hunt
 * group (DNS MX records count so too).
 *
 * <p>Thread safety: immutable.
 *
 * @param level 1 (highest) to 1000 (lowest)
 */
public record Priority(int level) implements Comparable<Priority> {

  /** The highest priority, 1. */
  public static final Priority HIGHEST = new Priority(1);

  /** What a caller has who was given no other, 5. */
  public static final Priority NORMAL = new Priority(5);

  /** The same few values for nearly all calls, so that a hundred thousand do not weigh more. */
  private static final List<Priority> USUAL =
      IntStream.rangeClosed(1, 10).mapToObj(Priority::new).toList();

  /**
   * Checks the level.
   *
   * @throws IllegalArgumentException if it is not between 1 and 1000
   */
  public Priority {
    if (level < 1 || level > 1000) {
      throw new IllegalArgumentException(
          "priority " + level + " is not valid: expected 1 (highest) to 1000");
    }
  }

  /**
   * The priority of this level.
   *
   * @param level 1 (highest) to 1000 (lowest)
   * @return the priority
   * @throws IllegalArgumentException if the level is outside
   */
  public static Priority of(int level) {
    return level >= 1 && level <= USUAL.size() ? USUAL.get(level - 1) : new Priority(level);
  }

  /** The higher priority, which has the lower level, comes first. */
  @Override
  public int compareTo(Priority other) {
    return Integer.compare(level, other.level);
  }

  @Override
  public String toString() {
    return Integer.toString(level);
  }
}
