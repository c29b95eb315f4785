package io.ringwright.routing;

import io.ringwright.call.Destination;
import java.util.HashSet;
import java.util.Set;

/**
 * What the answer of a hunt group depends on of the way to it: which destinations that forwardings
 * led to stand on that way, which do not, and how many diversions were followed from there. The
 * same answer holds on each way about which all of this is true.
 */
final class WayChecks {

  private final Path start;
  private final Set<Destination> loops = new HashSet<>(2);
  private final Set<Destination> others = new HashSet<>(4);
  private int mostFollowed = -1;
  private int leastRefused = Integer.MAX_VALUE;

  /** Nothing was checked yet. */
  WayChecks(Path start) {
    this.start = start;
  }

  Path start() {
    return start;
  }

  /** A forwarding was looked at: whether it leads back to a stop of the way. */
  void forwarding(Path way, Destination to, boolean loops) {
    if (!way.containsFrom(start.depth(), to)) {
      (loops ? this.loops : others).add(to);
    }
  }

  /** A diversion was followed, or refused because there were too many before it. */
  void diversion(Path way, boolean refused) {
    int before = way.diversions() - start.diversions();
    if (refused) {
      leastRefused = Math.min(leastRefused, before);
    } else {
      mostFollowed = Math.max(mostFollowed, before);
    }
  }

  /** An answer was taken over for a group on a way that begins with this one. */
  void takeOver(WayChecks answer, Path way) {
    answer.loops.forEach(to -> forwarding(way, to, true));
    answer.others.forEach(to -> forwarding(way, to, false));
    int before = way.diversions() - start.diversions();
    if (answer.leastRefused < Integer.MAX_VALUE) {
      leastRefused = Math.min(leastRefused, before + answer.leastRefused);
    }
    if (answer.mostFollowed >= 0) {
      mostFollowed = Math.max(mostFollowed, before + answer.mostFollowed);
    }
  }

  /** Whether every check would end the same on another way to the same group. */
  boolean holdOn(Path other) {
    boolean sameDiversions =
        mostFollowed < 0 || other.diversions() + mostFollowed < Path.MOST_DIVERSIONS;
    boolean sameRefusals =
        leastRefused == Integer.MAX_VALUE
            || other.diversions() + leastRefused >= Path.MOST_DIVERSIONS;
    return sameDiversions
        && sameRefusals
        && loops.stream().allMatch(other::contains)
        && others.stream().noneMatch(other::contains);
  }
}
