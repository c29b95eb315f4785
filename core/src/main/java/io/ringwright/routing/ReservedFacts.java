package io.ringwright.routing;

import io.ringwright.availability.Attendance;
import io.ringwright.availability.Occupancy;
import io.ringwright.availability.Workload;
import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.Requirements;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.Strategy;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Facts as they would be if some devices were reserved once more for each mention. */
final class ReservedFacts implements RoutingFacts {

  private final RoutingFacts facts;
  private final Map<Device, Integer> more = new HashMap<>();

  ReservedFacts(RoutingFacts facts, Iterable<Device> devices) {
    this.facts = facts;
    devices.forEach(device -> more.merge(device, 1, Integer::sum));
  }

  @Override
  public PhoneList phones() {
    return facts.phones();
  }

  @Override
  public Occupancy of(Device device) {
    Occupancy known = facts.of(device);
    int reserved = more.getOrDefault(device, 0);
    return reserved == 0
        ? known
        : new Occupancy(
            known.state(),
            known.inCall(),
            known.reserved() + reserved,
            known.wrapUpUntil(),
            known.idleSince());
  }

  @Override
  public int waiting(Destination destination) {
    return facts.waiting(destination);
  }

  @Override
  public Instant now() {
    return facts.now();
  }

  @Override
  public Attendance attendance(DirectoryNumber extension) {
    return facts.attendance(extension);
  }

  @Override
  public Workload workload(DirectoryNumber extension) {
    return facts.workload(extension);
  }

  @Override
  public Strategy.Memory memory(HuntGroup group) {
    return facts.memory(group);
  }

  @Override
  public Optional<PlainMembers> plainMembers(HuntGroup group, Requirements.Stage stage) {
    return Optional.empty();
  }
}
