package io.ringwright.routing;

import io.ringwright.availability.Availability;
import io.ringwright.availability.Occupancy;
import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.directory.Extension;
import io.ringwright.directory.PhoneList;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * What is known at the moment of a decision.
 *
 * @param phones who can be called
 * @param occupancy how much of a device is taken
 * @param waiting how many calls wait for a destination
 * @param now the instant of the decision
 */
public record RoutingFacts(
    PhoneList phones,
    Function<Device, Occupancy> occupancy,
    ToIntFunction<Destination> waiting,
    Instant now) {

  Occupancy of(Device device) {
    return occupancy.apply(device);
  }

  Availability availability(Extension extension, boolean throughGroup) {
    return Availability.of(of(extension.device()), extension.holdCapacity(), throughGroup, now);
  }

  /** The facts as they would be if these devices were reserved once more for each mention. */
  RoutingFacts withReserved(Iterable<Device> devices) {
    Map<Device, Integer> more = new HashMap<>();
    devices.forEach(device -> more.merge(device, 1, Integer::sum));
    return new RoutingFacts(
        phones, device -> reserved(of(device), more.getOrDefault(device, 0)), waiting, now);
  }

  private static Occupancy reserved(Occupancy facts, int more) {
    return more == 0
        ? facts
        : new Occupancy(
            facts.state(),
            facts.inCall(),
            facts.reserved() + more,
            facts.wrapUpUntil(),
            facts.idleSince());
  }
}
