package io.ringwright.directory;

import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.RingTarget;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The number of one person or desk, with its settings. Made by {@link PhoneList#builder()}.
 *
 * <p>Thread safety: immutable.
 *
 * @param number its directory number
 * @param devices what rings for it, all at once; at least one
 * @param service whether it takes calls at all
 * @param holdCapacity up to how many more calls may be rung while it is in a call, 0 or more
 * @param times how long it rings, rests and is left alone
 * @param duty what it can, and when it is paused, in hunt groups
 * @param forwarding its call forwardings
 * @param waiting whether calls may wait for it
 */
public record Extension(
    DirectoryNumber number,
    List<RingTarget> devices,
    Service service,
    int holdCapacity,
    Times times,
    Duty duty,
    CallForwarding forwarding,
    WaitingPolicy waiting) {

  /** Copies the devices, which ring for this extension. */
  public Extension {
    devices =
        devices.size() == 1
            ? List.of(devices.get(0).ringingFor(number))
            : devices.stream().map(each -> each.ringingFor(number)).toList();
  }

  /**
   * The first of its devices; mostly it has no other.
   *
   * @return the device
   */
  public Device device() {
    return devices.get(0).device();
  }

  /** The same person at another phone. */
  Extension at(Device phone) {
    List<RingTarget> one = List.of(new RingTarget(number, phone));
    return new Extension(number, one, service, holdCapacity, times, duty, forwarding, waiting);
  }

  /**
   * Whether one of its devices is among others.
   *
   * @param others any devices
   * @return true if at least one is
   */
  public boolean isAtAnyOf(Set<Device> others) {
    for (RingTarget each : devices) {
      if (others.contains(each.device())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a device of another extension rings for this one too.
   *
   * @param other another extension
   * @return true if at least one does
   */
  public boolean sharesDeviceWith(Extension other) {
    return devices.stream()
        .anyMatch(
            mine -> other.devices.stream().anyMatch(each -> each.device().equals(mine.device())));
  }

  /**
   * Takes its devices, unless another extension has taken one of them.
   *
   * @param taken the devices that are taken; grows
   * @return whether it could
   */
  public boolean takeDevices(Set<Device> taken) {
    if (isAtAnyOf(taken)) {
      return false;
    }
    devices.forEach(each -> taken.add(each.device()));
    return true;
  }

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
   * What matters about an extension in hunt groups.
   *
   * @param skills the level of each skill, 1 to 100; more is better
   * @param missed what becomes of it after rings that it did not take
   */
  public record Duty(Map<String, Integer> skills, MissedRings missed) {

    /** No skills, left alone for a while after rings that were missed in a row. */
    public static final Duty DEFAULT = new Duty(Map.of(), MissedRings.DEFAULT);

    /** Copies the skills. */
    public Duty {
      skills = Map.copyOf(skills);
    }
  }

  /**
   * The durations of an extension.
   *
   * @param ring how long it rings before no reply; default 20 s
   * @param wrapUp for how long after a call it is not rung for calls through hunt groups; default
   *     none
   * @param backOff for how long it is not rung again for a caller whom it refused or did not
   *     answer; default 10 s
   */
  public record Times(Duration ring, Duration wrapUp, Duration backOff) {

    /** 20 s of ringing, no wrap-up, 10 s of back-off. */
    public static final Times DEFAULT =
        new Times(Duration.ofSeconds(20), Duration.ZERO, Duration.ofSeconds(10));
  }
}
