package io.ringwright.routing;

import io.ringwright.availability.Availability;
import io.ringwright.availability.DeviceLoad;
import io.ringwright.availability.DeviceState;
import io.ringwright.directory.Extension;

/** Whether an extension may be rung, in words, with the facts that settle it. */
final class AvailabilityText {

  private AvailabilityText() {}

  /** Such as {@code engaged (device is BUSY, in call 1, reserved 0, hold capacity 2)}. */
  static String of(Extension extension, Availability availability, RoutingFacts facts) {
    DeviceLoad load = facts.of(extension.device());
    return availability.words()
        + more(extension, availability, facts)
        + " ("
        + reported(availability, load.state())
        + "in call "
        + load.inCall()
        + ", reserved "
        + load.reserved()
        + ", hold capacity "
        + extension.holdCapacity()
        + ")";
  }

  /** Until when it lasts, or for what reason, where that is known. */
  private static String more(Extension extension, Availability availability, RoutingFacts facts) {
    return switch (availability) {
      case IN_WRAP_UP -> " until " + facts.of(extension.device()).wrapUpUntil();
      case PAUSED ->
          facts.attendance(extension.number()).pausedFor().map(why -> " for " + why).orElse("");
      default -> "";
    };
  }

  /** What the switch says of the device, where that settles it, whatever calls are known. */
  private static String reported(Availability availability, DeviceState state) {
    boolean settles =
        (availability == Availability.ENGAGED && state == DeviceState.BUSY)
            || (availability == Availability.RINGING && state == DeviceState.RINGING);
    return settles ? "device is " + state + ", " : "";
  }
}
