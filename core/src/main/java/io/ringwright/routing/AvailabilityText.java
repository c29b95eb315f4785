package io.ringwright.routing;

import io.ringwright.availability.Availability;
import io.ringwright.availability.DeviceLoad;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.RingTarget;
import io.ringwright.directory.Extension;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
    DeviceLoad load = facts.of(extension);
    return switch (availability) {
      case FREE -> "";
      case FREE_ON_HOLD ->
          ": in "
              + calls(load.inCall())
              + " of at most "
              + most(extension)
              + rings(extension, facts);
      case RINGING -> ringing(extension, load, facts);
      case ENGAGED -> engaged(extension, load, facts);
      case IN_WRAP_UP -> " until " + HouseTime.of(load.wrapUpUntil(), facts);
      case PAUSED -> paused(extension.number(), group, facts);
      case LEFT_ALONE ->
          " until "
              + HouseTime.of(facts.leftAloneUntil(extension.number()), facts)
              + " (did not take the last calls)";
      case NOT_REACHABLE -> ": " + says(extension, load, facts);
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

  private static String ringing(Extension extension, DeviceLoad load, RoutingFacts facts) {
    String calls = forWhom(extension, facts);
    return calls.isEmpty() ? ": " + says(extension, load, facts) : ":" + calls;
  }

  /** Of several devices the one whose state counts is named. */
  private static String says(Extension extension, DeviceLoad load, RoutingFacts facts) {
    if (extension.devices().size() == 1) {
      return "device says " + load.state();
    }
    return extension.devices().stream()
        .map(RingTarget::device)
        .filter(device -> facts.of(device).state() == load.state())
        .findFirst()
        .map(device -> device + " says " + load.state())
        .orElse("devices say " + load.state());
  }

  private static String engaged(Extension extension, DeviceLoad load, RoutingFacts facts) {
    if (facts.isEverythingTaken()) {
      return ": callers ahead have their turn first";
    }
    boolean hasRoom = load.inCall() + load.reserved() <= extension.holdCapacity();
    if (hasRoom) { // Only what the switch says of the device speaks against it.
      return ": " + says(extension, load, facts);
    }
    boolean showsMore = load.state() != DeviceState.IN_USE && load.state().inCall();
    return ": in "
        + calls(load.inCall())
        + (extension.holdCapacity() == 0 ? "" : " of at most " + most(extension))
        + rings(extension, facts)
        + (showsMore ? ", " + says(extension, load, facts) : "");
  }

  private static String rings(Extension extension, RoutingFacts facts) {
    String calls = forWhom(extension, facts);
    return calls.isEmpty() ? "" : " and ringing" + calls;
  }

  private static int most(Extension extension) {
    return 1 + extension.holdCapacity();
  }

  private static String calls(int number) {
    return number + (number == 1 ? " call" : " calls");
  }

  private static String forWhom(Extension extension, RoutingFacts facts) {
    List<CallId> reserved = calls(extension, facts::reservedFor);
    List<CallId> kept = calls(extension, facts::keptFor);
    return (reserved.isEmpty() ? "" : " for " + names(reserved))
        + (kept.isEmpty() ? "" : " kept for " + names(kept) + ", ahead in the queue");
  }

  private static List<CallId> calls(Extension extension, Function<Device, List<CallId>> on) {
    return extension.devices().stream()
        .flatMap(each -> on.apply(each.device()).stream())
        .distinct()
        .toList();
  }

  private static String names(List<CallId> calls) {
    return calls.stream().map(call -> "call " + call).collect(Collectors.joining(" and "));
  }
}
