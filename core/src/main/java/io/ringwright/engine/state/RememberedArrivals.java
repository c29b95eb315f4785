package io.ringwright.engine.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When calls arrived that their channels remember and this state does not. An instant that is still
 * to come is one of an engine before, and the clock was set back since: then all such instants are
 * moved into the past by as much as the youngest of them needs. So these calls keep their order
 * among each other, and come before all that arrived here while they were found again.
 */
public final class RememberedArrivals {

  /** An instant that is further ahead comes from no clock. */
  private static final Duration LONGEST_STEP = Duration.ofDays(7);

  /** Whoever waits gives a sign of life within this time, or has fallen back. */
  private static final Duration FOUND_AGAIN_WITHIN = Duration.ofMinutes(2);

  private Optional<Duration> setBack;

  RememberedArrivals(Optional<Duration> setBack) {
    this.setBack = setBack;
  }

  /** By how much the clock had been set back; empty if it was not. */
  Optional<Duration> setBack() {
    return setBack;
  }

  /**
   * Takes note of an arrival.
   *
   * @param arrived what the channel says
   * @param now the engine's time
   */
  public void note(Instant arrived, Instant now) {
    Duration ahead = Duration.between(now, arrived);
    boolean more = ahead.compareTo(setBack.orElse(Duration.ZERO)) > 0;
    if (more && ahead.compareTo(LONGEST_STEP) <= 0) {
      setBack = Optional.of(ahead);
    }
  }

  /**
   * When such a call arrived, on the time of this engine.
   *
   * @param arrived what the channel says
   * @param now the engine's time
   * @return what the channel says, or an instant before now if that is still to come
   */
  public Instant of(Instant arrived, Instant now) {
    if (!arrived.isAfter(now)) {
      return arrived;
    }
    Instant back = arrived.minus(setBack.orElse(Duration.ZERO));
    return (back.isAfter(now) ? now : back).minus(FOUND_AGAIN_WITHIN);
  }
}
