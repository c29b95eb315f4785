package io.ringwright.directory;

import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import java.time.Duration;

/**
 * The number of one person or desk, with its settings. Made by {@link PhoneList#builder()}.
 *
 * <p>Thread safety: immutable.
 *
 * @param number its directory number
 * @param device the device that rings for it
 * @param service whether it takes calls at all
 * @param holdCapacity up to how many more calls may be rung while it is in a call, 0 or more
 * @param times how long it rings, rests and is left alone
 * @param forwarding its call forwardings
 * @param waiting whether calls may wait for it
 */
public record Extension(
    DirectoryNumber number,
    Device device,
    Service service,
    int holdCapacity,
    Times times,
    CallForwarding forwarding,
    WaitingPolicy waiting) {

  /** Whether an extension takes calls. */
  public enum Service {
    /** It does. */
    IN_SERVICE,
    /** It treats every call as a busy phone would. */
    DO_NOT_DISTURB,
    /** It does not; calls find it not reachable. */
    OUT_OF_SERVICE
  }

  /**
   * The durations of an extension.
   *
   * @param ring how long it rings before no reply; default 20 s
   * @param wrapUp how long after a call no call through a hunt group is offered; default none
   * @param backOff how long a caller whom it refused or ignored is not offered it again; default 10
   *     s
   */
  public record Times(Duration ring, Duration wrapUp, Duration backOff) {

    /** 20 s of ringing, no wrap-up, 10 s of back-off. */
    public static final Times DEFAULT =
        new Times(Duration.ofSeconds(20), Duration.ZERO, Duration.ofSeconds(10));
  }
}
