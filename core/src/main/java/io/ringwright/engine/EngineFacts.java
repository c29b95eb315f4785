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

/** What the {@link EngineState} knows, as the rules see it. */
public final class EngineFacts implements RoutingFacts {

  private final EngineState room;

  public EngineFacts(EngineState room) {
    this.room = room;
  }

  @Override
  public PhoneList phones() {
    return room.phones();
  }

  @Override
  public DeviceLoad of(Device device) {
    return room.board().occupancy(device);
  }

  @Override
  public int waiting(Destination destination) {
    return room.line().length(destination);
  }

  @Override
  public Instant now() {
    return room.now();
  }

  @Override
  public Predicate<HostAnswers.Question> hostAnswers() {
    return question -> phones().hostPredicates().ask(question, now()).holds();
  }

  @Override
  public Attendance attendance(DirectoryNumber extension) {
    return room.roster().attendance(extension);
  }

  @Override
  public Workload workload(DirectoryNumber extension) {
    return room.roster().workload(extension);
  }

  @Override
  public Strategy.Memory memory(HuntGroup group) {
    return room.memories().of(group);
  }

  @Override
  public Optional<PlainMembers> plainMembers(
      HuntGroup group, Requirements asked, Requirements.Stage stage) {
    return room.isSupposing() ? Optional.empty() : room.turns().plainMembers(group, asked, stage);
  }
}
