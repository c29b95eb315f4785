package io.ringwright.engine.dispatch;

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
import io.ringwright.engine.state.EngineState;
import io.ringwright.routing.PlainMembers;
import io.ringwright.routing.RoutingFacts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the engine's state says, as the rules see it. */
public final class EngineFacts implements RoutingFacts {

  private final EngineState state;
  private final Holds holds;
  private final StrategyGuard strategies = new StrategyGuard();
  private final @Nullable MemberIndex index;
  private final Runnable keepUp;
  private HostAnswers supposed = HostAnswers.NONE;
  private boolean allTaken;

  /**
   * The facts of a state, with no member of a hunt group kept ready.
   *
   * @param state the state
   */
  public EngineFacts(EngineState state) {
    this(state, new Holds(state.openings()), null, () -> {});
  }

  EngineFacts(EngineState state, Holds holds, @Nullable MemberIndex index, Runnable keepUp) {
    this.state = state;
    this.holds = holds;
    this.index = index;
    this.keepUp = keepUp;
  }

  /** The phones that count as taken for the moment. */
  public Holds holds() {
    return holds;
  }

  /** What became of the questions to the host's own strategies. */
  public StrategyGuard strategies() {
    return strategies;
  }

  @Override
  public List<Strategy.Contender> askStrategy(
      HuntGroup group, List<Strategy.Contender> equals, Strategy.Memory memory) {
    return strategies.next(group, equals, memory);
  }

  /** Answers a question as if the host's predicates had said this too. */
  public <T> T supposing(HostAnswers answers, Supplier<T> question) {
    supposed = answers;
    try {
      return question.get();
    } finally {
      supposed = HostAnswers.NONE;
    }
  }

  @Override
  public Predicate<HostAnswers.Question> hostAnswers() {
    return supposed.answers().isEmpty()
        ? state.hostAnswers()
        : question -> supposed.test(question) || state.hostAnswers().test(question);
  }

  @Override
  public Instant wallClock() {
    return state.wallClock();
  }

  @Override
  public PhoneList phones() {
    return state.phones();
  }

  /** Answers a question as if every phone were taken. */
  public <T> T withoutPhones(Supplier<T> question) {
    allTaken = true;
    try {
      return question.get();
    } finally {
      allTaken = false;
    }
  }

  @Override
  public DeviceLoad of(Device device) {
    if (allTaken) {
      return taken(state.devices().load(device));
    }
    return holds.with(device, state.devices().load(device));
  }

  @Override
  public int waiting(Destination destination) {
    return state.waiting().length(destination);
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
    if (index == null || allTaken) {
      return Optional.empty();
    }
    keepUp.run();
    return Optional.of(index.members(group, asked, stage));
  }

  /** A device that is in more calls than it may hold; one that cannot be reached stays so. */
  private static DeviceLoad taken(DeviceLoad load) {
    return new DeviceLoad(
        load.state(), Integer.MAX_VALUE / 2, load.reserved(), load.wrapUpUntil(), load.idleSince());
  }
}
