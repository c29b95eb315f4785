package io.ringwright.routing;

import io.ringwright.call.Destination;
import io.ringwright.call.RejectReason;
import io.ringwright.directory.Extension;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.WaitingPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether a call may wait for a destination. */
public final class WaitingAdmission {

  private WaitingAdmission() {}

  /**
   * What a caller brings along.
   *
   * @param since when the call arrived
   * @param inQueue whether the call has been let in before: then neither the queue limit nor an
   *     empty house turns it away
   */
  public record Admitted(Instant since, boolean inQueue) {}

  /**
   * Why a call may not wait.
   *
   * @param destination what it wants
   * @param resolution what the destination comes to now
   * @param standing what the caller brings along
   * @param facts of this moment
   * @return the reason, or empty if it may wait
   */
  static Optional<RejectReason> refusal(
      Destination destination, Resolution resolution, Admitted standing, RoutingFacts facts) {
    WaitingPolicy policy = policy(destination, facts.phones());
    if (waitedTooLong(policy, standing, facts.now())) {
      return Optional.of(RejectReason.WAITED_TOO_LONG);
    }
    if (standing.inQueue()) {
      return Optional.empty();
    }
    if (resolution instanceof Resolution.Hopeless hopeless) {
      return Optional.of(hopeless.reason());
    }
    return facts.waiting(destination) >= policy.queueLimit()
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
      return phones.extension(to.number()).map(Extension::waiting).orElse(WaitingPolicy.DEFAULT);
    }
    if (destination instanceof Destination.ToHuntGroup to) {
      return phones.huntGroup(to.number()).map(HuntGroup::waiting).orElse(WaitingPolicy.DEFAULT);
    }
    return WaitingPolicy.DEFAULT;
  }

  private static boolean waitedTooLong(WaitingPolicy policy, Admitted standing, Instant now) {
    Duration waited = Duration.between(standing.since(), now);
    return standing.inQueue() && waited.compareTo(policy.longestWait()) >= 0;
  }
}
