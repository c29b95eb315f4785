package io.ringwright.routing;

import io.ringwright.availability.Availability;
import io.ringwright.availability.DeviceLoad;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.Extension;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The fact that settles whether an extension may be rung, in words. */
final class AvailabilityText {

  private AvailabilityText() {}

  /**
   * What follows the words of an availability, such as {@code : device says BUSY} after engaged, or
   * {@code until 10:32:05} after in wrap-up.
   */
  static String detail(
      Extension extension,
      Availability availability,
      Optional<DirectoryNumber> group,
      RoutingFacts facts) {
    DeviceLoad load = facts.of(extension.device());
    return switch (availability) {
      case FREE -> "";
      case FREE_ON_HOLD ->
          ": in "
              + calls(load.inCall())
              + " of at most "
              + most(extension)
              + rings(extension, facts);
      case RINGING -> ringing(extension.device(), load, facts);
      case ENGAGED -> engaged(extension, load, facts);
      case IN_WRAP_UP -> " until " + HouseTime.of(load.wrapUpUntil(), facts);
      case PAUSED -> paused(extension.number(), group, facts);
      case NOT_REACHABLE -> ": device says " + load.state();
    };
  }

  private static String paused(
      DirectoryNumber extension, Optional<DirectoryNumber> group, RoutingFacts facts) {
    boolean whole = facts.attendance(extension).pausedFor().isPresent();
    String where = group.isEmpty() || whole ? "" : " in " + group.get();
    return facts
        .attendance(extension, group)
        .pausedFor()
        .map(why -> where + " for " + why)
        .orElse("");
  }

  private static String ringing(Device device, DeviceLoad load, RoutingFacts facts) {
    String calls = forWhom(device, facts);
    return calls.isEmpty() ? ": device says " + load.state() : ":" + calls;
  }

  private static String engaged(Extension extension, DeviceLoad load, RoutingFacts facts) {
    if (facts.isEverythingTaken()) {
      return ": callers ahead have their turn first";
    }
    boolean hasRoom = load.inCall() + load.reserved() <= extension.holdCapacity();
    if (hasRoom) { // Only what the switch says of the device speaks against it.
      return ": device says " + load.state();
    }
    boolean showsMore = load.state() != DeviceState.IN_USE && load.state().inCall();
    return ": in "
        + calls(load.inCall())
        + (extension.holdCapacity() == 0 ? "" : " of at most " + most(extension))
        + rings(extension, facts)
        + (showsMore ? ", device says " + load.state() : "");
  }

  private static String rings(Extension extension, RoutingFacts facts) {
    String calls = forWhom(extension.device(), facts);
    return calls.isEmpty() ? "" : " and ringing" + calls;
  }

  private static int most(Extension extension) {
    return 1 + extension.holdCapacity();
  }

  private static String calls(int number) {
    return number + (number == 1 ? " call" : " calls");
  }

  private static String forWhom(Device device, RoutingFacts facts) {
    List<CallId> reserved = facts.reservedFor(device);
    List<CallId> kept = facts.keptFor(device);
    return (reserved.isEmpty() ? "" : " for " + names(reserved))
        + (kept.isEmpty() ? "" : " kept for " + names(kept) + ", ahead in the queue");
  }

  private static String names(List<CallId> calls) {
    return calls.stream().map(call -> "call " + call).collect(Collectors.joining(" and "));
  }
}
