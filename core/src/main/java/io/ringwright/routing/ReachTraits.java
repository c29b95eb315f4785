package io.ringwright.routing;

import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.Condition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What matters on all ways that a call for one destination can take before any phone has rung.
 *
 * <p>Thread safety: immutable.
 *
 * @param callerConditions the conditions that ask who calls, none of them combined
 * @param groups the hunt groups through which it can come
 * @param dependsOnTime whether the same call can be routed differently without anything having
 *     happened
 * @param openings the waiting times after which members of lower priorities may be tried, in order
 * @param relaxations the waiting times after which hunt groups ask for other skills, in order
 * @param longestWait how long a call may wait for the destination
 */
public record ReachTraits(
    List<Condition> callerConditions,
    List<DirectoryNumber> groups,
    boolean dependsOnTime,
    List<Duration> openings,
    List<Duration> relaxations,
    Duration longestWait) {

  /** Copies the lists. */
  public ReachTraits {
    callerConditions = List.copyOf(callerConditions);
    groups = List.copyOf(groups);
    openings = List.copyOf(openings);
    relaxations = List.copyOf(relaxations);
  }

  /**
   * What matters on these ways and on others too.
   *
   * @param other the other ways
   * @return each of it once; calls may wait as long as on these ways
   */
  ReachTraits and(ReachTraits other) {
    return new ReachTraits(
        both(callerConditions, other.callerConditions).distinct().toList(),
        both(groups, other.groups).distinct().toList(),
        dependsOnTime || other.dependsOnTime,
        both(openings, other.openings).distinct().sorted().toList(),
        both(relaxations, other.relaxations).distinct().sorted().toList(),
        longestWait);
  }

  private static <T> Stream<T> both(List<T> these, List<T> others) {
    return Stream.concat(these.stream(), others.stream());
  }

  /**
   * Which of the conditions that ask who calls hold: two callers for whom the same hold are routed
   * alike.
   *
   * @param circumstances of the call, by the hunt group through which it comes, or directly
   * @return one for each condition, and for a predicate of the host one for each group besides
   */
  public List<Boolean> holding(
      Function<Optional<DirectoryNumber>, Condition.Circumstances> circumstances) {
    if (callerConditions.isEmpty()) {
      return List.of();
    }
    List<Boolean> holding = new ArrayList<>();
    for (Condition condition : callerConditions) {
      holding.add(condition.holds(circumstances.apply(Optional.empty())));
      if (condition instanceof Condition.Host) {
        groups.forEach(
            group -> holding.add(condition.holds(circumstances.apply(Optional.of(group)))));
      }
    }
    return List.copyOf(holding);
  }
}
