package io.ringwright.engine.state;

import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.Requirements;
import io.ringwright.routing.ReachTraits;
import io.ringwright.routing.RoutedCaller.Preferred;
import io.ringwright.routing.WaitingAdmission;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * In which lane a waiting call is at one moment, and when that changes by itself.
 *
 * @param kind the kind of its lane; none if it takes no part in matching
 * @param changes when it changes by itself; {@link Instant#MAX} for never
 */
public record LanePlacement(Optional<LaneKind> kind, Instant changes) {

  /**
   * A caller who gave no sign of life for so long can only be reached by the link to the switch:
   * two intervals of 30 s, and 5 s for the way.
   */
  public static final Duration SILENT_AFTER = Duration.ofSeconds(65);

  /**
   * Where a call belongs.
   *
   * @param call the call
   * @param traits what matters on all ways from what it wants
   * @param conditions which of the conditions that ask for the caller hold
   * @param now this moment
   */
  public static LanePlacement of(
      Call call, ReachTraits traits, List<Boolean> conditions, Instant now) {
    List<Duration> relaxations = relaxations(call, traits);
    Instant silent = silentFrom(call);
    Instant changes = call.nextChange(now);
    changes = earlier(changes, silent.isAfter(now) ? silent : Instant.MAX);
    changes = earlier(changes, next(traits.openings(), call.wantedSince(), now));
    changes = earlier(changes, next(relaxations, call.place().since(), now));
    Instant ringsUntil = WaitingAdmission.endOfRinging(traits.longestWait(), call.admitted());
    changes = earlier(changes, ringsUntil.isAfter(now) ? ringsUntil : Instant.MAX);
    Optional<Preferred> preferred = call.preferred().filter(it -> now.isBefore(it.until()));
    changes = earlier(changes, preferred.map(Preferred::until).orElse(Instant.MAX));
    if (!ringsUntil.isAfter(now) || takesNoPart(call, now)) {
      return new LanePlacement(Optional.empty(), changes);
    }
    LaneKind kind =
        new LaneKind(
            call.waiting().requirements(),
            passed(relaxations, call.place().since(), now),
            passed(traits.openings(), call.wantedSince(), now),
            LaneKind.Own.of(leftAlone(call, now), call.preferredAt(now)),
            conditions,
            new LaneKind.Link(call.pbx(), call.callBack().isPresent() || !now.isBefore(silent)));
    return new LanePlacement(Optional.of(kind), changes);
  }

  /** Whether the caller cannot be moved for the moment, or was never heard of. */
  private static boolean takesNoPart(Call call, Instant now) {
    return call.rests(now) || (call.heard().equals(Instant.MIN) && call.callBack().isEmpty());
  }

  /** From when on the caller is silent; the far end if nothing was ever heard of them. */
  private static Instant silentFrom(Call call) {
    return call.heard().equals(Instant.MIN) ? Instant.MAX : call.heard().plus(SILENT_AFTER);
  }

  private static Set<DirectoryNumber> leftAlone(Call call, Instant now) {
    if (call.backOff().isEmpty()) {
      return Set.of();
    }
    return call.backOff().entrySet().stream()
        .filter(each -> now.isBefore(each.getValue()))
        .map(each -> each.getKey())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<Duration> relaxations(Call call, ReachTraits traits) {
    Requirements own = call.waiting().requirements();
    return own.areNone()
        ? traits.relaxations()
        : own.stages().stream().map(Requirements.Stage::after).toList();
  }

  private static int passed(List<Duration> thresholds, Instant since, Instant now) {
    int passed = 0;
    for (Duration threshold : thresholds) {
      passed += now.isBefore(since.plus(threshold)) ? 0 : 1;
    }
    return passed;
  }

  private static Instant next(List<Duration> thresholds, Instant since, Instant now) {
    for (Duration threshold : thresholds) {
      if (now.isBefore(since.plus(threshold))) {
        return since.plus(threshold);
      }
    }
    return Instant.MAX;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
