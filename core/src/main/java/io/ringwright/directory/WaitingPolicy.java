package io.ringwright.directory;

import io.ringwright.call.Destination;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether and how long calls may wait for an extension or a hunt group.
 *
 * <p>Thread safety: immutable.
 *
 * @param queueLimit the most calls that may wait, 0 or more; default 100
 * @param longestWait how long one may wait, above zero; default one hour
 * @param overflow where a call goes that may not, or no longer, wait; rejected if empty
 */
public record WaitingPolicy(int queueLimit, Duration longestWait, Optional<Destination> overflow) {

  /** 100 calls, one hour, no overflow. */
  public static final WaitingPolicy DEFAULT =
      new WaitingPolicy(100, Duration.ofHours(1), Optional.empty());
}
