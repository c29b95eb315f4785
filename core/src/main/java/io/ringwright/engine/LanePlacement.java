package io.ringwright.engine;

import io.ringwright.call.Requirements;
import io.ringwright.directory.ReachTraits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a call in line stands to the others at one moment: whether it takes part in the next match,
 * in which lane, and when that changes by itself.
 *
 * @param kind the kind of its lane; none if it takes no part
 * @param changes when it changes by itself; {@link Instant#MAX} for never
 */
public record LanePlacement(Optional<Lane.Kind> kind, Instant changes) {

  /** A caller of a switch to which there is no link must beat this often to be served in turn. */
  static final Duration TWO_BEATS = Duration.ofSeconds(65);

  private static final Object NOTHING = "";

  /**
   * How a call stands.
   *
   * @param file the call
   * @param traits of all ways from what it wants
   * @param linked whether there is a link to its switch
   * @param now this moment
   */
  public static LanePlacement of(Call file, ReachTraits traits, boolean linked, Instant now) {
    Instant changes = file.nextChange(now);
    if (!linked && file.heard().isAfter(Instant.MIN)) {
      changes = earliest(changes, file.heard().plus(TWO_BEATS), now);
    }
    changes = earliest(changes, next(traits.openings(), file.wantedSince(), now), now);
    changes = earliest(changes, next(relaxations(file, traits), file.place().since(), now), now);
    return takesPart(file, linked, now)
        ? new LanePlacement(Optional.of(kind(file, traits, now)), changes)
        : new LanePlacement(Optional.empty(), changes);
  }

  /**
   * Whether a phone is held for a call whose turn has come: it can be delivered, or its next beat
   * will fetch the phone. One of which nothing was ever heard may be anywhere.
   */
  private static boolean takesPart(Call file, boolean linked, Instant now) {
    if (file.callBack().isPresent()) {
      return linked && !file.rests(now);
    }
    return !file.rests(now)
        && (linked
            ? file.heard().isAfter(Instant.MIN)
            : file.heard().isAfter(Instant.MIN) && now.isBefore(file.heard().plus(TWO_BEATS)));
  }

  private static Lane.Kind kind(Call file, ReachTraits traits, Instant now) {
    Object apart = NOTHING;
    if (file.leavesAnybody(now)) {
      apart = file.id();
    } else if (traits.dependsOnCaller()) {
      apart = file.waiting().caller();
    }
    return new Lane.Kind(
        file.waiting().requirements(),
        passed(relaxations(file, traits), file.place().since(), now),
        passed(traits.openings(), file.wantedSince(), now),
        apart);
  }

  private static List<Duration> relaxations(Call file, ReachTraits traits) {
    Requirements own = file.waiting().requirements();
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

  private static Instant earliest(Instant one, Instant other, Instant now) {
    Instant first = one.isBefore(other) ? one : other;
    Instant second = one.isBefore(other) ? other : one;
    if (first.isAfter(now)) {
      return first;
    }
    return second.isAfter(now) ? second : Instant.MAX;
  }
}
