package io.ringwright.availability;

import java.time.Instant;

/**
 * How much of a device is taken at one moment: the facts from which {@link Availability} follows.
 *
 * <p>Thread safety: immutable.
 *
 * @param state the state that the switch reports
 * @param inCall in how many calls it is, 0 or more
 * @param reserved for how many further calls it rings or is about to, 0 or more
 * @param wrapUpUntil until when it is in wrap-up; {@link Instant#MIN} if it is not
 * @param idleSince since when it has been without a call; {@link Instant#MIN} if it never had one
 */
public record DeviceLoad(
    DeviceState state, int inCall, int reserved, Instant wrapUpUntil, Instant idleSince) {

  /** A device about which nothing was reported yet: it counts as reachable and idle. */
  public static final DeviceLoad UNHEARD =
      new DeviceLoad(DeviceState.UNKNOWN, 0, 0, Instant.MIN, Instant.MIN);
}
