package io.ringwright.announcement;

import io.ringwright.announcement.Told.ToldWait;
import io.ringwright.call.WaitEstimate;
import io.ringwright.call.WaitEstimate.Between;
import io.ringwright.directory.DurationText;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which expected wait a caller is told. It is the far end of the estimated interval, which nine of
 * ten waits do not pass, rounded up.
 *
 * <p>What was told once stays in force until it ends or something better can be told. A later end
 * is told only for a reason: others came in ahead, fewer people are there, or what was told is
 * over. Where the end moved by less than a step of the rounding, what was told is told on.
 *
 * <p>Thread safety: one thread.
 */
final class WaitPlan {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final int steps;
  private final Facts facts;

  WaitPlan(int steps, Facts facts) {
    this.steps = steps;
    this.facts = facts;
  }

  /**
   * What is told of the wait.
   *
   * @param minutes how many, rounded up; 0 if nothing is told
   * @param lessThan whether it is less than that; only of one minute
   * @param kept what the caller has been told from now on
   * @param reason why it is so; empty where it is nothing special
   */
  record Outcome(int minutes, boolean lessThan, Optional<ToldWait> kept, String reason) {}

  Outcome outcome(Optional<ToldWait> before) {
    Optional<Between> interval = facts.estimate().interval();
    if (interval.isEmpty()) {
      String why = ((WaitEstimate.Unknown) facts.estimate()).why();
      return new Outcome(0, false, before, "no wait told, it is not known: " + why);
    }
    Duration longest = interval.get().longest();
    return before.isPresent() ? after(before.get(), longest) : anew(longest, "");
  }

  private Outcome anew(Duration longest, String reason) {
    int minutes = roundedUp(longest);
    boolean less = isBelowAMinute(longest);
    int told = less ? 1 : minutes;
    ToldWait wait =
        new ToldWait(facts.now().plusSeconds(told * 60L), told, facts.position(), facts.staff());
    return new Outcome(told, less, Optional.of(wait), reason);
  }

  private Outcome after(ToldWait before, Duration longest) {
    Duration left = Duration.between(facts.now(), before.until());
    Duration later = longest.minus(left);
    if (left.isNegative() || left.isZero()) {
      return anew(longest, "the wait told before is over: calls are answered more slowly");
    }
    if (later.isNegative() || later.isZero()) {
      return sooner(before, longest);
    }
    if (later.compareTo(MINUTE.multipliedBy(steps)) < 0) {
      return new Outcome(roundedUp(left), false, Optional.of(told(before, roundedUp(left))), "");
    }
    String end = "the end of the wait moved by " + DurationText.of(rounded(later)) + ": ";
    Optional<String> reason = reason(before);
    return reason.isPresent()
        ? anew(longest, end + reason.get())
        : new Outcome(
            0, false, Optional.of(before), end + "no reason is known, what was told stays");
  }

  /** What was told is kept or bettered; its end does not move back by the rounding. */
  private Outcome sooner(ToldWait before, Duration longest) {
    Outcome now = anew(longest, "");
    ToldWait told = now.kept().orElseThrow();
    Instant until = told.until().isBefore(before.until()) ? told.until() : before.until();
    ToldWait kept = new ToldWait(until, told.minutes(), told.position(), told.staff());
    return new Outcome(now.minutes(), now.lessThan(), Optional.of(kept), "");
  }

  private static ToldWait told(ToldWait before, int minutes) {
    return new ToldWait(before.until(), minutes, before.position(), before.staff());
  }

  private Optional<String> reason(ToldWait before) {
    if (facts.position() > before.position()) {
      return Optional.of(
          "position "
              + facts.position()
              + " after "
              + before.position()
              + ", "
              + facts.ahead().words());
    }
    return facts.staff() < before.staff()
        ? Optional.of(facts.staff() + " people are there after " + before.staff())
        : Optional.empty();
  }

  private int roundedUp(Duration wait) {
    long seconds = wait.plusNanos(999_999_999).toSeconds();
    long step = steps * 60L;
    return Math.toIntExact(Math.max(1, (seconds + step - 1) / step) * steps);
  }

  private static boolean isBelowAMinute(Duration wait) {
    return wait.compareTo(MINUTE) < 0;
  }

  private static Duration rounded(Duration time) {
    return Duration.ofSeconds(time.toSeconds());
  }
}
