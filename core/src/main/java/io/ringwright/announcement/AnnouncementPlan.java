package io.ringwright.announcement;

import io.ringwright.announcement.Told.OfOwn;
import io.ringwright.call.Announcement;
import io.ringwright.call.SoundName;
import io.ringwright.directory.Announcements;
import io.ringwright.directory.Announcements.Order;
import io.ringwright.directory.RandomDraw;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/**
 * What a caller who waits is told, and when to look again.
 *
 * <p>A join message comes first, at once. Position and expected wait are told at one interval, the
 * house's own messages at another; no announcement begins sooner than the shortest gap after the
 * one before. Of two that are due, the one that is due longer goes first.
 *
 * <p>Thread safety: immutable.
 */
public final class AnnouncementPlan {

  private final Announcements settings;

  /**
   * The plan of these settings.
   *
   * @param settings what callers are told, and when
   */
  public AnnouncementPlan(Announcements settings) {
    this.settings = settings;
  }

  /**
   * The wait begins: the join message, if there is one.
   *
   * @param now the instant
   * @return the message, or nothing; the next look may be due at once where there is none
   */
  public Step begin(Instant now) {
    Told begun = Told.nothing(now);
    return settings
        .join()
        .map(sound -> said(of(sound), begun.at(now), List.of("join message")))
        .orElseGet(() -> silent(begun, List.of()));
  }

  /**
   * Nothing is told now.
   *
   * @param told what was told up to now
   * @return no announcement, and when to look again
   */
  public Step quiet(Told told) {
    return silent(told, List.of());
  }

  /**
   * Whether something is to be told, or left out for a reason.
   *
   * @param told what was told up to now
   * @param now the instant
   * @return false as long as it is no time for anything
   */
  public boolean isDue(Told told, Instant now) {
    return !now.isBefore(next(told));
  }

  /**
   * What is told now.
   *
   * @param told what was told up to now
   * @param facts how the call stands
   * @param lots draws a number for the count of messages told so far, well mixed
   * @return an announcement, or none; the next look is after now
   */
  public Step next(Told told, Facts facts, LongUnaryOperator lots) {
    Instant now = facts.now();
    if (!isDue(told, now)) {
      return silent(told, List.of());
    }
    Instant standing = standingDue(told);
    Instant own = ownDue(told);
    if (standing.isAfter(now) || own.isBefore(standing)) {
      return message(told, now, lots, List.of());
    }
    Step step = standing(told, facts);
    return step.announcement().isPresent() || own.isAfter(now)
        ? step
        : message(step.told(), now, lots, step.reasons());
  }

  /** When to look again if nothing is told before; the far end for never. */
  private Instant next(Told told) {
    Instant standing = standingDue(told);
    Instant own = ownDue(told);
    Instant due = own.isBefore(standing) ? own : standing;
    if (told.last().equals(Instant.MIN)) {
      return due;
    }
    Instant apart = told.last().plus(settings.pace().gap());
    return apart.isAfter(due) ? apart : due;
  }

  private Instant standingDue(Told told) {
    return settings.standing().tellsAnything()
        ? due(told, told.standing().turn(), settings.pace().first(), settings.pace().every())
        : Instant.MAX;
  }

  private Instant ownDue(Told told) {
    return settings.own().sounds().isEmpty()
        ? Instant.MAX
        : due(told, told.own().turn(), settings.own().first(), settings.own().every());
  }

  private static Instant due(Told told, Instant turn, Duration first, Duration every) {
    return turn.equals(Instant.MIN) ? told.begun().plus(first) : turn.plus(every);
  }

  private Step standing(Told told, Facts facts) {
    StandingPlan.Outcome outcome = new StandingPlan(settings, facts).outcome(told.standing());
    Told then = told.with(outcome.told());
    if (outcome.announcement().isEmpty()) {
      return silent(then, outcome.reasons());
    }
    Told said = then.at(facts.now());
    return new Step(
        outcome.announcement(),
        some(outcome.figure()),
        some(outcome.minutes()),
        said,
        next(said),
        outcome.reasons());
  }

  private Step message(Told told, Instant now, LongUnaryOperator lots, List<String> reasons) {
    List<SoundName> sounds = settings.own().sounds();
    int chosen = chosen(told.own(), sounds.size(), lots);
    OfOwn own = new OfOwn(now, told.own().count() + 1, chosen + 1);
    return said(of(sounds.get(chosen)), told.with(own).at(now), reasons);
  }

  /** Where in the list the next message stands. The list may have been another before. */
  private int chosen(OfOwn own, int size, LongUnaryOperator lots) {
    boolean known = own.latest() > 0 && own.latest() <= size;
    if (settings.own().order() == Order.IN_TURN) {
      return known ? own.latest() % size : 0;
    }
    if (!known || size == 1) {
      return Math.toIntExact(RandomDraw.below(size, lots.applyAsLong(own.count())));
    }
    int other = Math.toIntExact(RandomDraw.below(size - 1L, lots.applyAsLong(own.count())));
    return other < own.latest() - 1 ? other : other + 1;
  }

  private Step said(Announcement what, Told told, List<String> reasons) {
    return new Step(
        Optional.of(what), Optional.empty(), Optional.empty(), told, next(told), reasons);
  }

  private Step silent(Told told, List<String> reasons) {
    return new Step(
        Optional.empty(), Optional.empty(), Optional.empty(), told, next(told), reasons);
  }

  private static Announcement of(SoundName sound) {
    return new Announcement(List.of(new Announcement.Sound(sound)));
  }

  private static Optional<Integer> some(int number) {
    return number == 0 ? Optional.empty() : Optional.of(number);
  }
}
