package io.ringwright.testkit;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.ringwright.CallRouter;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.directory.PhoneList;
import io.ringwright.memory.InMemoryDirectory;
import io.ringwright.port.RoutingListener;
import io.ringwright.testkit.PbxUnderTest.CallPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A story of calls, told in three parts: given these phones, when somebody calls and time passes,
 * then this is what happened. It has an engine, a switch in memory and a clock of its own.
 *
 * <pre>{@code
 * RoutingScenario office = RoutingScenario.given(phones).engaged("100").nobodyThere("101");
 * ScenarioCaller caller = office.call("0301", "700");
 * office.after(ofSeconds(20));
 * assertThat(caller).waits().atPosition(1);
 * office.hangUp("100");
 * assertThat(caller).rings("100");
 * }</pre>
 *
 * <p>Thread safety: one thread.
 *
 * @see RoutingAssertions
 */
public final class RoutingScenario {

  private final ManualClock clock = ManualClock.onMondayMorning();
  private final Told record = new Told();
  private final InMemoryDirectory directory;
  private final FakePbx pbx;
  private final CallRouter router;

  private RoutingScenario(PhoneList phones) {
    directory = new InMemoryDirectory(phones);
    pbx = new FakePbx(clock, phones);
    router = CallRouter.builder(directory, pbx).clock(clock).listener(record).build();
    pbx.connect(router);
  }

  /** What the engine told. */
  private static final class Told implements RoutingListener {
    private final Map<CallId, List<RoutingAnswer>> answers = new HashMap<>();
    private final Map<CallId, CallOutcome> outcomes = new HashMap<>();

    @Override
    public void decided(RoutingAnswer answer) {
      answers.computeIfAbsent(answer.call(), unused -> new ArrayList<>()).add(answer);
    }

    @Override
    public void delivering(RoutingAnswer answer) {
      decided(answer);
    }

    @Override
    public void ended(CallId call, CallOutcome outcome, Duration waited) {
      outcomes.put(call, outcome);
    }

    @Override
    public void failed(String what, RuntimeException failure) {
      throw new AssertionError("the engine failed to " + what, failure);
    }
  }

  // Given

  /**
   * Begins a story: every phone is idle, and nobody is there to answer.
   *
   * @param phones who can be called
   * @return the scenario, on a Monday at nine
   */
  public static RoutingScenario given(PhoneList phones) {
    return new RoutingScenario(phones);
  }

  /**
   * A phone does this with the calls that reach it.
   *
   * @param number an extension, or a number outside the house
   * @param behaviour what it does
   * @return this
   */
  @CanIgnoreReturnValue
  public RoutingScenario phone(String number, PhoneBehaviour behaviour) {
    pbx.phone(number, behaviour);
    return this;
  }

  /**
   * A phone is answered after 3 s, and the talk lasts until somebody hangs up.
   *
   * @param number an extension
   * @return this
   */
  @CanIgnoreReturnValue
  public RoutingScenario somebodyAt(String number) {
    return phone(number, PhoneBehaviour.answers(Duration.ofSeconds(3), Duration.ofDays(1)));
  }

  /**
   * A phone rings unanswered.
   *
   * @param number an extension
   * @return this
   */
  @CanIgnoreReturnValue
  public RoutingScenario nobodyAt(String number) {
    return phone(number, PhoneBehaviour.nobodyThere());
  }

  /**
   * A phone is in a call of its own until it is hung up.
   *
   * @param number an extension
   * @return this
   */
  @CanIgnoreReturnValue
  public RoutingScenario engaged(String number) {
    pbx.engage(number);
    return this;
  }

  /**
   * The switch cannot reach a phone.
   *
   * @param number an extension
   * @return this
   */
  @CanIgnoreReturnValue
  public RoutingScenario notReachable(String number) {
    pbx.unplug(number);
    return this;
  }

  // When

  /**
   * Somebody calls and stays on the line for a day.
   *
   * @param number the caller's number
   * @param dialled what is dialled
   * @return the caller
   */
  public ScenarioCaller call(String number, String dialled) {
    return call(CallPlan.of(number, dialled).withPatience(Duration.ofDays(1)));
  }

  /**
   * Somebody calls.
   *
   * @param plan who calls whom
   * @return the caller
   */
  public ScenarioCaller call(CallPlan plan) {
    return new ScenarioCaller(this, pbx.call(plan));
  }

  /**
   * A phone hangs up whatever call it is in.
   *
   * @param number an extension
   * @return this
   */
  @CanIgnoreReturnValue
  public RoutingScenario hangUp(String number) {
    pbx.hangUpPhone(number);
    return this;
  }

  /**
   * The switch can reach a phone again.
   *
   * @param number an extension
   * @return this
   */
  @CanIgnoreReturnValue
  public RoutingScenario reachable(String number) {
    pbx.plugIn(number);
    return this;
  }

  /**
   * Time passes.
   *
   * @param time how much
   * @return this
   */
  @CanIgnoreReturnValue
  public RoutingScenario after(Duration time) {
    clock.advance(time);
    return this;
  }

  /**
   * The directory gets another phone list. Phones that are new in it have no device here.
   *
   * @param phones who can be called from now on
   * @return this
   */
  @CanIgnoreReturnValue
  public RoutingScenario directory(PhoneList phones) {
    directory.replace(phones);
    clock.run(router::directoryChanged);
    return this;
  }

  // Then

  /**
   * What the switch and its phones saw.
   *
   * @return oldest first
   */
  public List<Sighting> sightings() {
    return pbx.sightings();
  }

  /**
   * The engine, for questions that the scenario has no words for.
   *
   * @return the engine
   */
  public CallRouter router() {
    return router;
  }

  /**
   * The switch, for faults and odd phones.
   *
   * @return the switch
   */
  public FakePbx pbx() {
    return pbx;
  }

  /**
   * The clock of this story.
   *
   * @return the clock
   */
  public ManualClock clock() {
    return clock;
  }

  List<RoutingAnswer> answersFor(String id) {
    return List.copyOf(record.answers.getOrDefault(CallId.of(id), List.of()));
  }

  Optional<CallOutcome> outcomeOf(String id) {
    return Optional.ofNullable(record.outcomes.get(CallId.of(id)));
  }

  List<String> idsInLine() {
    return router.waitingCalls().stream().map(call -> call.id().value()).toList();
  }
}
