package io.ringwright.directory;

import java.time.Duration;
import java.util.List;

/**
 * What matters on all ways that a call for one destination can take.
 *
 * <p>Thread safety: immutable.
 *
 * @param dependsOnCaller whether two callers can be routed differently
 * @param dependsOnTime whether the same call can be routed differently without anything having
 *     happened
 * @param openings the waiting times after which members of lower priorities may be tried, in order
 * @param relaxations the waiting times after which hunt groups ask for other skills, in order
 */
public record ReachTraits(
    boolean dependsOnCaller,
    boolean dependsOnTime,
    List<Duration> openings,
    List<Duration> relaxations) {

  /** Copies the lists. */
  public ReachTraits {
    openings = List.copyOf(openings);
    relaxations = List.copyOf(relaxations);
  }
}
