package io.ringwright.engine.dispatch;

import io.ringwright.availability.Attendance;
import io.ringwright.availability.DeviceLoad;
import io.ringwright.availability.Workload;
import io.ringwright.call.CallId;
import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.Requirements;
import io.ringwright.directory.Extension;
import io.ringwright.directory.HostAnswers;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.Strategy;
import io.ringwright.engine.state.EngineState;
import io.ringwright.routing.PlainMembers;
import io.ringwright.routing.RoutingFacts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What an engine's state says, as the rules see it, with no member of a hunt group kept ready. */
class StateFacts implements RoutingFacts {

  private final EngineState state;
  private final Holds holds;
  private boolean allTaken;

  StateFacts(EngineState state, Holds holds) {
    this.state = state;
    this.holds = holds;
  }

  /** The phones that count as taken for the moment. */
  public Holds holds() {
    return holds;
  }

  /** From here on every phone counts as taken, until all is given back. */
  public void takeAllPhones() {
    allTaken = true;
  }

  /** Nothing counts as taken any more but what the state says. */
  public void giveBack() {
    allTaken = false;
    holds.giveBack();
  }

  @Override
  public DeviceLoad of(Device device) {
    return load(device);
  }

  private DeviceLoad load(Device device) {
    DeviceLoad load = state.devices().load(device);
    return allTaken ? taken(load) : holds.with(device, load);
  }

  @Override
  public DeviceLoad of(Extension extension) {
    if (extension.devices().size() == 1) {
      return load(extension.device());
    }
    DeviceLoad load = state.devices().load(extension.devices());
    return allTaken ? taken(load) : holds.with(extension.devices(), load);
  }

  @Override
  public List<CallId> reservedFor(Device device) {
    return state.devices().reservedFor(device);
  }

  @Override
  public List<CallId> keptFor(Device device) {
    return holds.of(device);
  }

  @Override
  public boolean isEverythingTaken() {
    return allTaken;
  }

  /** A device that is in more calls than it may hold; one that cannot be reached stays so. */
  private static DeviceLoad taken(DeviceLoad load) {
    return new DeviceLoad(
        load.state(), Integer.MAX_VALUE / 2, load.reserved(), load.wrapUpUntil(), load.idleSince());
  }

  @Override
  public Predicate<HostAnswers.Question> hostAnswers() {
    return state.hostAnswers();
  }

  @Override
  public Instant wallClock() {
    return state.wallClock();
  }

  @Override
  public PhoneList phones() {
    return state.phones();
  }

  @Override
  public int waiting(Destination destination) {
    return state.waiting().decided(destination);
  }

  @Override
  public Instant now() {
    return state.now();
  }

  @Override
  public Attendance attendance(DirectoryNumber extension) {
    return state.extensions().attendance(extension);
  }

  @Override
  public Attendance attendanceIn(DirectoryNumber extension, DirectoryNumber group) {
    return state.extensions().attendanceIn(extension, group);
  }

  @Override
  public Instant leftAloneUntil(DirectoryNumber extension) {
    return state.extensions().leftAloneUntil(extension);
  }

  @Override
  public Workload workload(DirectoryNumber extension) {
    return state.extensions().workload(extension);
  }

  @Override
  public Strategy.Memory memory(HuntGroup group) {
    return state.history().of(group);
  }

  @Override
  public Optional<PlainMembers> plainMembers(
      HuntGroup group, Requirements asked, Requirements.Stage stage) {
    return Optional.empty();
  }
}
