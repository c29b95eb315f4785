package io.ringwright.routing;

import io.ringwright.availability.Attendance;
import io.ringwright.availability.DeviceLoad;
import io.ringwright.availability.DeviceState;
import io.ringwright.availability.Workload;
import io.ringwright.call.CallerId;
import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.Requirements;
import io.ringwright.directory.HostAnswers;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.directory.Strategy;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Facts for the rules: a phone list, and what is taken of each phone; idle unless said. */
final class RuleFixture {

  static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  static final RoutedCaller CALLER = RoutedCaller.of(CallerId.of("0301234567"));

  private final PhoneList phones;
  private final Map<Device, DeviceLoad> occupancy = new HashMap<>();
  private final Map<Destination, Integer> waiting = new HashMap<>();
  private final Map<DirectoryNumber, Attendance> attendance = new HashMap<>();
  private final Map<DirectoryNumber, Workload> workload = new HashMap<>();
  private Strategy.Memory memory = Strategy.Memory.NONE;

  /** How often a hunt group was looked into. */
  int groupsAsked;

  RuleFixture(Consumer<PhoneListBuilder> description) {
    PhoneListBuilder builder = PhoneList.builder();
    description.accept(builder);
    phones = builder.build();
  }

  RuleFixture with(String extension, DeviceState state, int inCall, int reserved) {
    return with(extension, new DeviceLoad(state, inCall, reserved, Instant.MIN, Instant.MIN));
  }

  RuleFixture with(String extension, DeviceLoad taken) {
    occupancy.put(Device.of("PJSIP/" + extension), taken);
    return this;
  }

  RuleFixture engaged(String extension) {
    return with(extension, DeviceState.IN_USE, 1, 0);
  }

  RuleFixture away(String extension) {
    return with(extension, DeviceState.UNAVAILABLE, 0, 0);
  }

  RuleFixture idleSince(String extension, Instant since) {
    return with(extension, new DeviceLoad(DeviceState.NOT_IN_USE, 0, 0, Instant.MIN, since));
  }

  RuleFixture attends(String extension, Attendance what) {
    attendance.put(DirectoryNumber.of(extension), what);
    return this;
  }

  RuleFixture worked(String extension, Workload how) {
    workload.put(DirectoryNumber.of(extension), how);
    return this;
  }

  RuleFixture remembers(Strategy.Memory what) {
    memory = what;
    return this;
  }

  RuleFixture waiting(String number, int calls) {
    waiting.put(to(number), calls);
    return this;
  }

  RoutingFacts facts() {
    return new Facts();
  }

  /** The house as the rules see it. */
  private final class Facts implements RoutingFacts {
    @Override
    public PhoneList phones() {
      return phones;
    }

    @Override
    public DeviceLoad of(Device device) {
      return occupancy.getOrDefault(device, DeviceLoad.UNHEARD);
    }

    @Override
    public int waiting(Destination destination) {
      return waiting.getOrDefault(destination, 0);
    }

    @Override
    public Instant now() {
      return NOW;
    }

    @Override
    public Predicate<HostAnswers.Question> hostAnswers() {
      return question -> phones.hostPredicates().holds(question, NOW);
    }

    @Override
    public Attendance attendance(DirectoryNumber extension) {
      return attendance.getOrDefault(extension, Attendance.PRESENT);
    }

    @Override
    public Workload workload(DirectoryNumber extension) {
      return workload.getOrDefault(extension, Workload.NONE);
    }

    @Override
    public Strategy.Memory memory(HuntGroup group) {
      groupsAsked++;
      return memory;
    }

    @Override
    public Optional<PlainMembers> plainMembers(
        HuntGroup group, Requirements asked, Requirements.Stage stage) {
      return Optional.empty();
    }
  }

  PhoneList phones() {
    return phones;
  }

  Destination to(String number) {
    return phones.lookUp(DirectoryNumber.of(number)).orElseThrow();
  }

  /** What a number comes to, in short: the extensions that ring, or what is said instead. */
  String comesTo(String number) {
    return comesTo(number, CALLER, Trail.silent());
  }

  String comesTo(String number, RoutedCaller caller, Trail trail) {
    Destination destination = to(number);
    return inShort(resolved(destination, caller, facts(), trail));
  }

  static Resolution resolved(
      Destination destination, RoutedCaller caller, RoutingFacts facts, Trail trail) {
    ForwardingChain chain = new ForwardingChain(caller, facts, trail);
    return DestinationResolution.of(chain.follow(destination, Path.from(destination)), chain);
  }

  /** Why. */
  String explained(String number) {
    Trail trail = Trail.kept();
    comesTo(number, CALLER, trail);
    return trail.explanation().toString();
  }

  static String inShort(Resolution resolution) {
    if (resolution instanceof Resolution.RingNow ring) {
      return String.join(
          ",", ring.candidates().stream().map(c -> c.extension().number().digits()).toList());
    }
    if (resolution instanceof Resolution.Outside outside) {
      return "outside " + outside.to();
    }
    return resolution instanceof Resolution.Hopeless hopeless ? hopeless.reason().word() : "later";
  }
}
