package io.ringwright.engine;

import io.ringwright.availability.Attendance;
import io.ringwright.availability.DeviceLoad;
import io.ringwright.availability.Workload;
import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.Requirements;
import io.ringwright.directory.HostAnswers;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.Strategy;
import io.ringwright.routing.PlainMembers;
import io.ringwright.routing.RoutingFacts;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** The same facts without an index: every member is asked. */
record Unindexed(RoutingFacts facts) implements RoutingFacts {

  @Override
  public PhoneList phones() {
    return facts.phones();
  }

  @Override
  public DeviceLoad of(Device device) {
    return facts.of(device);
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
  public Instant wallClock() {
    return facts.wallClock();
  }

  @Override
  public Predicate<HostAnswers.Question> hostAnswers() {
    return facts.hostAnswers();
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
  public Optional<PlainMembers> plainMembers(
      HuntGroup group, Requirements asked, Requirements.Stage stage) {
    return Optional.empty();
  }
}
