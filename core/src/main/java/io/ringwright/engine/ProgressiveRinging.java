package io.ringwright.engine;

import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.engine.CallPhase.Attempt;
import io.ringwright.routing.Candidate;
import io.ringwright.routing.RoutedCaller;
import io.ringwright.routing.RoutingRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The strategy progressive, ring after ring: phones that rang go on until their ring time is used
 * up, and one more joins each time. Belongs to the {@link EngineState} and its lock.
 */
public final class ProgressiveRinging {

  private final EngineState room;

  public ProgressiveRinging(EngineState room) {
    this.room = room;
  }

  /** The group whose phones ring progressively, if these do. */
  public Optional<HuntGroup> groupOf(List<Candidate> candidates) {
    return candidates.isEmpty()
        ? Optional.empty()
        : candidates
            .get(0)
            .path()
            .throughGroup()
            .flatMap(room.phones()::huntGroup)
            .filter(group -> group.hunting().strategy() == StandardStrategy.PROGRESSIVE);
  }

  /** For how long phones ring until something changes, whoever else there may be. */
  public Duration ringTime(Call file, List<Candidate> candidates) {
    Duration left = timeLeft(file, candidates);
    return groupOf(candidates)
        .map(group -> group.hunting().growth())
        .filter(growth -> growth.compareTo(left) < 0)
        .orElse(left);
  }

  /** The phones of an attempt that have not rung for their whole ring time yet. */
  public List<Candidate> goingOn(Call file, Attempt ended) {
    return ended.candidates().stream()
        .filter(each -> left(file, each).compareTo(Duration.ZERO) > 0)
        .filter(each -> room.facts().availability(each.extension(), true).mayRing())
        .toList();
  }

  /** The next ring: those that go on, and whoever comes next; none if nobody goes on. */
  public Optional<Step> next(Call file, List<Candidate> goingOn) {
    if (goingOn.isEmpty()) {
      return Optional.empty();
    }
    List<Candidate> more =
        RoutingRules.phonesFor(file.wanted(), without(file, goingOn), room.facts());
    List<Candidate> all = new ArrayList<>(goingOn);
    all.addAll(more);
    Duration time = more.isEmpty() ? shortestLeft(file, all) : ringTime(file, all);
    return Optional.of(new Step(all, time));
  }

  /**
   * One ring of several.
   *
   * @param candidates the phones
   * @param time for how long they ring
   */
  public record Step(List<Candidate> candidates, Duration time) {}

  private RoutedCaller without(Call file, List<Candidate> goingOn) {
    RoutedCaller caller = file.routed(room.now());
    Map<DirectoryNumber, Instant> others = new HashMap<>(caller.backOff());
    goingOn.forEach(each -> others.put(each.extension().number(), Instant.MAX));
    return caller.refusedBy(others);
  }

  /** Phones that ring progressively stop one by one; all others stop together. */
  private Duration timeLeft(Call file, List<Candidate> candidates) {
    return groupOf(candidates).isPresent()
        ? shortestLeft(file, candidates)
        : longestLeft(file, candidates);
  }

  private static Duration shortestLeft(Call file, List<Candidate> candidates) {
    return candidates.stream()
        .map(each -> left(file, each))
        .min(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  private static Duration longestLeft(Call file, List<Candidate> candidates) {
    return candidates.stream()
        .map(each -> left(file, each))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  private static Duration left(Call file, Candidate candidate) {
    return candidate.extension().times().ring().minus(file.rungFor(candidate.extension().number()));
  }
}
