package io.ringwright.engine;

import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.RoutingExplanation.Rule;
import io.ringwright.directory.Extension;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.CallPhase.Attempt;
import io.ringwright.engine.state.CallPhase.RungPhone;
import io.ringwright.routing.Candidate;
import io.ringwright.routing.RoutedCaller;
import io.ringwright.routing.RoutingFacts;
import io.ringwright.routing.RoutingRules;
import io.ringwright.routing.Trail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * For how long phones ring, and the strategy progressive: phones that rang go on until their ring
 * time is used up, and one more joins each time. Changes nothing.
 */
final class ProgressiveRinging {

  private final RoutingFacts facts;

  ProgressiveRinging(RoutingFacts facts) {
    this.facts = facts;
  }

  /**
   * One ring.
   *
   * @param phones what rings, all at once
   * @param time for how long
   * @param isCut whether that is less than it would be if the call might wait longer
   */
  record Step(List<RungPhone> phones, Duration time, boolean isCut) {

    /** Says why the phones do not ring for longer. */
    void note(Call call, Trail trail) {
      if (isCut) {
        trail.note(
            0,
            "call " + call.id(),
            Rule.ADMISSION,
            "rings for ",
            time.toSeconds(),
            " s, which is left of the longest wait of ",
            call.wanted());
      }
    }
  }

  /** The ring of phones that the rules have found. */
  Step first(Call call, List<Candidate> candidates) {
    List<RungPhone> phones = candidates.stream().map(RungPhone::of).toList();
    return step(call, phones, untilChange(call, phones));
  }

  /** For how long phones ring until something changes, whoever else there may be. */
  Duration ringTime(Call call, List<Candidate> candidates) {
    return first(call, candidates).time();
  }

  /** Whether the phones of an attempt ring progressively. */
  boolean isProgressive(Attempt attempt) {
    return groupOf(attempt.phones()).isPresent();
  }

  /** The phones of an attempt that have not rung for their whole ring time yet. */
  List<RungPhone> goingOn(Call call, Attempt ended) {
    return ended.phones().stream()
        .filter(each -> left(call, each).compareTo(Duration.ZERO) > 0)
        .filter(this::mayRing)
        .toList();
  }

  /** The next ring: those that go on, and whoever comes next; none if nobody goes on. */
  Optional<Step> next(Call call, List<RungPhone> goingOn) {
    if (goingOn.isEmpty()) {
      return Optional.empty();
    }
    List<Candidate> more = RoutingRules.phonesFor(call.wanted(), without(call, goingOn), facts);
    List<RungPhone> all = new ArrayList<>(goingOn);
    more.stream().map(RungPhone::of).forEach(all::add);
    Duration time = more.isEmpty() ? shortestLeft(call, all) : untilChange(call, all);
    return Optional.of(step(call, all, time));
  }

  /** No phone rings longer than the call may wait; a call back begins with the landing. */
  private Step step(Call call, List<RungPhone> phones, Duration time) {
    Duration left = RoutingRules.left(call.wanted(), call.admitted(), facts);
    boolean isCut = left.compareTo(time) < 0 && call.callBack().isEmpty();
    return new Step(phones, isCut ? left : time, isCut);
  }

  /** Whether the call has waited too long: no phone begins to ring for it, and none goes on. */
  boolean isOver(Call call) {
    return RoutingRules.isOver(call.wanted(), call.admitted(), facts);
  }

  /** The attempt of a call that lands now: on the way some of the longest wait has passed. */
  Attempt landing(Call call, Attempt attempt) {
    Duration left = RoutingRules.left(call.wanted(), call.admitted(), facts);
    return left.compareTo(attempt.ringTime()) < 0 ? attempt.ringingFor(left) : attempt;
  }

  /** Whether a phone has rung for as long as it is to ring. */
  boolean hasRungOut(Call call, RungPhone phone, Duration ringTime) {
    return ringTime.compareTo(left(call, phone)) >= 0;
  }

  private Optional<HuntGroup> groupOf(List<RungPhone> phones) {
    return phones.isEmpty()
        ? Optional.empty()
        : phones
            .get(0)
            .throughGroup()
            .flatMap(facts.phones()::huntGroup)
            .filter(group -> group.hunting().strategy() == StandardStrategy.PROGRESSIVE);
  }

  /** Whether a phone may still ring, if the call does not hold it. */
  boolean mayRing(RungPhone phone) {
    return extension(phone)
        .filter(extension -> facts.availability(extension, phone.throughGroup()).mayRing())
        .isPresent();
  }

  private Duration untilChange(Call call, List<RungPhone> phones) {
    Optional<HuntGroup> group = groupOf(phones);
    Duration left = group.isPresent() ? shortestLeft(call, phones) : longestLeft(call, phones);
    return group
        .map(progressive -> progressive.hunting().growth())
        .filter(growth -> growth.compareTo(left) < 0)
        .orElse(left);
  }

  private static RoutedCaller without(Call call, List<RungPhone> goingOn) {
    RoutedCaller caller = call.routed();
    Map<DirectoryNumber, Instant> others = new HashMap<>(caller.backOff());
    goingOn.forEach(each -> others.put(each.extension(), Instant.MAX));
    return caller.refusedBy(others);
  }

  /** Phones that ring progressively stop one by one; all others stop together. */
  private Duration shortestLeft(Call call, List<RungPhone> phones) {
    return lefts(call, phones).min(Duration::compareTo).orElse(Duration.ZERO);
  }

  private Duration longestLeft(Call call, List<RungPhone> phones) {
    return lefts(call, phones).max(Duration::compareTo).orElse(Duration.ZERO);
  }

  private Stream<Duration> lefts(Call call, List<RungPhone> phones) {
    return phones.stream().map(each -> left(call, each));
  }

  /** What is left of a phone's ring time; nothing for an extension that is no longer there. */
  private Duration left(Call call, RungPhone phone) {
    return extension(phone)
        .map(extension -> extension.times().ring().minus(call.rungFor(phone.extension())))
        .orElse(Duration.ZERO);
  }

  private Optional<Extension> extension(RungPhone phone) {
    return facts.phones().extension(phone.extension());
  }
}
