package io.ringwright.routing;

import io.ringwright.call.Destination;
import io.ringwright.call.RejectReason;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.WaitingPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a call may wait for a destination, and until when. The longest wait runs from the moment
 * the call stands there until somebody answers, whether it waits or phones ring for it.
 */
public final class WaitingAdmission {

  /** With less left than this no phone is rung any more: nobody could answer. */
  private static final Duration TOO_SHORT = Duration.ofSeconds(1);

  private static final Duration SHORT_WAIT = TOO_SHORT.multipliedBy(2);

  private WaitingAdmission() {}

  /**
   * What a caller brings along.
   *
   * @param since since when the call stands where it stands
   * @param inQueue whether the call has been let in before: then the queue limit does not turn it
   *     away, and nobody counts as not there but those who are missing for waiting calls
   * @param journey how far the call has come since it arrived
   */
  public record Admitted(Instant since, boolean inQueue, Journey journey) {

    /**
     * A caller who has come no way yet.
     *
     * @param since since when the call stands where it stands
     * @param inQueue whether the call has been let in before
     */
    public Admitted(Instant since, boolean inQueue) {
      this(since, inQueue, Journey.NONE);
    }
  }

  /**
   * How far a call has come since it arrived. No phone list can lift these bounds.
   *
   * @param overflows how many overflows it has followed
   * @param end when it has gone without an answer for too long; {@link Instant#MAX} for never
   */
  public record Journey(int overflows, Instant end) {

    /** More overflows than this are not followed for one call. */
    public static final int MOST_OVERFLOWS = 20;

    /** A caller whom nobody has answered for so long since the arrival is rejected. */
    public static final Duration LONGEST = Duration.ofHours(24);

    /** A journey that begins. */
    static final Journey NONE = new Journey(0, Instant.MAX);

    /** Whether it is too late to begin anything. */
    boolean isOver(Instant now) {
      return !end.equals(Instant.MAX) && !now.isBefore(end.minus(TOO_SHORT));
    }

    /** The journey after one more overflow. */
    Journey overflown() {
      return new Journey(overflows + 1, end);
    }
  }

  /**
   * Why a call that has not waited too long may not wait.
   *
   * @param destination what it wants
   * @param resolution what the destination comes to now
   * @param standing what the caller brings along
   * @param facts of this moment
   * @return the reason, or empty if it may wait
   */
  static Optional<RejectReason> refusal(
      Destination destination, Resolution resolution, Admitted standing, RoutingFacts facts) {
    if (resolution instanceof Resolution.Hopeless hopeless) {
      return Optional.of(hopeless.reason());
    }
    if (standing.inQueue()) {
      return Optional.empty();
    }
    return facts.waiting(destination) >= policy(destination, facts.phones()).queueLimit()
        ? Optional.of(RejectReason.QUEUE_FULL)
        : Optional.empty();
  }

  /**
   * How calls may wait for a destination.
   *
   * @param destination an extension or a hunt group
   * @param phones where to look it up
   * @return its policy, or the default if the list no longer has it
   */
  public static WaitingPolicy policy(Destination destination, PhoneList phones) {
    if (destination instanceof Destination.ToExtension to) {
      return phones.waitingFor(to.number());
    }
    if (destination instanceof Destination.ToHuntGroup to) {
      return phones.huntGroup(to.number()).map(HuntGroup::waiting).orElse(WaitingPolicy.DEFAULT);
    }
    return WaitingPolicy.DEFAULT;
  }

  /**
   * When anybody is there for a destination.
   *
   * @param destination an extension or a hunt group
   * @param phones where to look it up
   * @return its setting, or the default for an extension
   */
  static HuntGroup.Presence presence(Destination destination, PhoneList phones) {
    return destination instanceof Destination.ToHuntGroup to
        ? phones.huntGroup(to.number()).map(HuntGroup::presence).orElse(HuntGroup.Presence.DEFAULT)
        : HuntGroup.Presence.DEFAULT;
  }

  /**
   * Which ways to be missing mean that nobody is there for a call.
   *
   * @param at where it stands
   * @param waits whether it waits there already
   * @param phones where to look it up
   * @return what the hunt group says of such calls, or the default for an extension
   */
  static Set<HuntGroup.Absence> absences(Destination at, boolean waits, PhoneList phones) {
    HuntGroup.NobodyThere nobody = presence(at, phones).nobodyThere();
    return waits ? nobody.whileWaiting() : nobody.onArrival();
  }

  /**
   * Until when a call may be without an answer.
   *
   * @param longestWait of the destination where it stands
   * @param standing what the caller brings along
   * @return the instant at which it has waited too long
   */
  public static Instant endOfWait(Duration longestWait, Admitted standing) {
    Instant end = standing.since().plus(longestWait);
    return end.isBefore(standing.journey().end()) ? end : standing.journey().end();
  }

  /**
   * Until when phones may be rung for a call: a second less than it may be without an answer, or
   * half of a wait that is shorter than two.
   *
   * @param longestWait of the destination where it stands
   * @param standing what the caller brings along
   * @return the first instant at which no phone is rung any more
   */
  public static Instant endOfRinging(Duration longestWait, Admitted standing) {
    Instant end = endOfWait(longestWait, standing);
    return end.equals(Instant.MAX) ? end : end.minus(withoutRinging(longestWait));
  }

  /** The half is asked for only where it counts: a duration is divided as a decimal number. */
  private static Duration withoutRinging(Duration longestWait) {
    return longestWait.compareTo(SHORT_WAIT) < 0 ? longestWait.dividedBy(2) : TOO_SHORT;
  }

  /**
   * Whether a call has waited for so long that no phone is rung for it any more.
   *
   * @param longestWait of the destination where it stands
   * @param standing what the caller brings along
   * @param now the instant of the decision
   * @return true from {@link #endOfRinging} on
   */
  public static boolean isOver(Duration longestWait, Admitted standing, Instant now) {
    return !isLongBefore(longestWait, standing, now)
        && !now.isBefore(endOfRinging(longestWait, standing));
  }

  /** Whole seconds tell it of nearly every call, and no instant is made for it. */
  private static boolean isLongBefore(Duration longestWait, Admitted standing, Instant now) {
    long soon = now.getEpochSecond() + SHORT_WAIT.toSeconds();
    return soon < standing.since().getEpochSecond() + longestWait.toSeconds()
        && soon < standing.journey().end().getEpochSecond();
  }

  /**
   * For how long phones may ring for a call.
   *
   * @param longestWait of the destination where it stands
   * @param standing what the caller brings along
   * @param now the instant of the decision
   * @return what is left of the longest wait, in whole seconds if it is one or more
   */
  public static Duration left(Duration longestWait, Admitted standing, Instant now) {
    Duration left = Duration.between(now, endOfWait(longestWait, standing));
    return left.compareTo(TOO_SHORT) < 0 ? left : Duration.ofSeconds(left.toSeconds());
  }
}
