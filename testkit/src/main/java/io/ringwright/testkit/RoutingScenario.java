package io.ringwright.testkit;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.ringwright.CallRouter;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.PhoneList;
import io.ringwright.fakeasterisk.FakePbx;
import io.ringwright.fakeasterisk.PbxUnderTest.CallPlan;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import io.ringwright.fakeasterisk.Sighting;
import io.ringwright.memory.InMemoryDirectory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A story of calls, told in three parts: given these phones, when somebody calls and time passes,
 * then this is what happened. It has an engine, a switch in memory and a clock of its own.
 *
 * <pre>{@code
 * RoutingScenario office = RoutingScenario.given(phones).engaged("100").nobodyAt("101");
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

  private final ManualClock clock;
  private final InMemoryDirectory directory;
  private final FakePbx pbx;
  private final ScenarioRecord record = new ScenarioRecord();
  private final ScenarioEngine engine;
  private CallRouter router;

  private RoutingScenario(PhoneList phones, Instant start) {
    clock = ManualClock.at(start);
    directory = new InMemoryDirectory(phones);
    pbx = new FakePbx(clock, phones);
    router = newRouter();
    engine = new ScenarioEngine(clock, pbx, () -> router, record);
    pbx.connect(router);
  }

  private CallRouter newRouter() {
    return CallRouter.builder(directory, pbx)
        .clock(clock)
        .listener(record)
        .singleThreaded()
        .build();
  }

  /** What failed in the engine fails the scenario, at the step that brought it about. */
  private <T> T checked(T done) {
    record.check();
    return done;
  }

  // Given

  /**
   * Begins a story: every phone is idle, and nobody is there to answer.
   *
   * @param phones who can be called
   * @return the scenario, on a Monday at nine
   */
  public static RoutingScenario given(PhoneList phones) {
    return given(phones, ManualClock.MONDAY_MORNING);
  }

  /**
   * Begins a story on another day: every phone is idle, and nobody is there to answer.
   *
   * @param phones who can be called
   * @param start when it begins
   * @return the scenario
   */
  public static RoutingScenario given(PhoneList phones, Instant start) {
    return new RoutingScenario(phones, start);
  }

  /**
   * A phone does this with the calls that reach it.
   *
   * @param number an extension, for all its devices; one device, such as {@code PJSIP/100s}; or a
   *     number outside the house
   * @param behaviour what it does
   * @return this
   */
  @CanIgnoreReturnValue
  public RoutingScenario phone(String number, PhoneBehaviour behaviour) {
    pbx.phone(number, behaviour);
    return checked(this);
  }

  /**
   * A phone is answered after 3 s, and the talk lasts until somebody hangs up.
   *
   * @param number an extension, or one of its devices
   * @return this
   */
  @CanIgnoreReturnValue
  public RoutingScenario somebodyAt(String number) {
    return phone(number, PhoneBehaviour.answers(Duration.ofSeconds(3), Duration.ofDays(1)));
  }

  /**
   * A phone rings unanswered.
   *
   * @param number an extension, or one of its devices
   * @return this
   */
  @CanIgnoreReturnValue
  public RoutingScenario nobodyAt(String number) {
    return phone(number, PhoneBehaviour.nobodyThere());
  }

  /**
   * A phone is in a call of its own until it is hung up.
   *
   * @param number an extension, or one of its devices
   * @return this
   */
  @CanIgnoreReturnValue
  public RoutingScenario engaged(String number) {
    pbx.engage(number);
    return checked(this);
  }

  /**
   * The switch cannot reach a phone.
   *
   * @param number an extension, or one of its devices
   * @return this
   */
  @CanIgnoreReturnValue
  public RoutingScenario notReachable(String number) {
    pbx.unplug(number);
    return checked(this);
  }

  // When

  /**
   * Somebody calls and does not hang up for a day.
   *
   * @param number the caller's number
   * @param dialled what is dialled
   * @return the caller
   */
  public ScenarioCaller call(String number, String dialled) {
    return call(CallPlan.of(number, dialled).withPatience(Duration.ofDays(1)));
  }

  /**
   * Somebody is about to call, who has more to say than a number.
   *
   * @param number the caller's number
   * @return the caller, to whom more can be given before the call is made
   */
  public ComingCaller caller(String number) {
    return new ComingCaller(this::call, CallPlan.of(number, "").withPatience(Duration.ofDays(1)));
  }

  /**
   * Somebody calls.
   *
   * @param plan who calls whom
   * @return the caller
   */
  public ScenarioCaller call(CallPlan plan) {
    return checked(new ScenarioCaller(engine, pbx.call(plan)));
  }

  /**
   * A phone hangs up whatever call it is in.
   *
   * @param number an extension, or one of its devices
   * @return this
   */
  @CanIgnoreReturnValue
  public RoutingScenario hangUp(String number) {
    pbx.hangUpPhone(number);
    return checked(this);
  }

  /**
   * The switch can reach a phone again.
   *
   * @param number an extension, or one of its devices
   * @return this
   */
  @CanIgnoreReturnValue
  public RoutingScenario reachable(String number) {
    pbx.plugIn(number);
    return checked(this);
  }

  /**
   * Somebody whose work begins, ends or pauses.
   *
   * @param number an extension
   * @return whoever works there
   */
  public ScenarioExtension extension(String number) {
    return new ScenarioExtension(this, engine, DirectoryNumber.of(number));
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
    return checked(this);
  }

  /**
   * The application stops and starts again, and has forgotten everything: only the switch and the
   * channels of the callers remember. It answers calls at once; the link to the switch is being
   * made, until {@link #linkComesUp()}.
   *
   * @return this
   */
  @CanIgnoreReturnValue
  public RoutingScenario applicationRestarts() {
    router = newRouter();
    pbx.announce(router);
    return checked(this);
  }

  /**
   * The link to the switch stands, and the engine gets the first snapshot.
   *
   * @return this
   */
  @CanIgnoreReturnValue
  public RoutingScenario linkComesUp() {
    pbx.restoreLink();
    return checked(this);
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
    engine.tell(CallRouter::directoryChanged);
    return checked(this);
  }

  // Then

  /**
   * What the switch and its phones saw.
   *
   * @return oldest first
   */
  public List<Sighting> sightings() {
    return engine.sightings();
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
}
