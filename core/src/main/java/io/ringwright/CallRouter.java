package io.ringwright;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.ringwright.availability.Attendance;
import io.ringwright.availability.DeviceReport;
import io.ringwright.call.CallId;
import io.ringwright.call.Channel;
import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.EstimateScore;
import io.ringwright.call.ExternalNumber;
import io.ringwright.call.HangUpSide;
import io.ringwright.call.InboundCall;
import io.ringwright.call.Inquiry;
import io.ringwright.call.OrderAnswer;
import io.ringwright.call.PbxId;
import io.ringwright.call.Preference;
import io.ringwright.call.Priority;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.TalkingPhone;
import io.ringwright.call.Token;
import io.ringwright.directory.HostAnswers;
import io.ringwright.effect.Effect;
import io.ringwright.effect.EffectRunner;
import io.ringwright.engine.Engine;
import io.ringwright.engine.state.Call;
import io.ringwright.estimate.WaitEstimator.Scored;
import io.ringwright.event.Moment;
import io.ringwright.event.RouterEvent;
import io.ringwright.host.TimeLimit;
import io.ringwright.journal.Durability;
import io.ringwright.journal.Journal;
import io.ringwright.port.Directory;
import io.ringwright.port.PbxSnapshot;
import io.ringwright.port.RoutingListener;
import io.ringwright.port.Telephony;
import io.ringwright.view.Attendances;
import io.ringwright.view.RouterView;
import io.ringwright.waiting.WaitingCall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The entry point of the library: one method for each event that can happen to a call, to a switch
 * or by order of the host, and one for each question.
 *
 * <p>Each event goes to the {@link Journal}, which gives it a sequence number, lets the engine
 * apply it, and keeps it. After that the answer is returned and the effects are carried out -
 * callers are moved, the listener is told - in the order of the events. A question changes nothing.
 * Time is brought by the host, which calls {@link #runDue()}, or lets a {@link RouterTicker} do it.
 * The router starts threads for code of the host only: one for listener and recorder, and some for
 * predicates and strategies.
 *
 * <p>An event about a call that the engine does not know is taken for a call that it forgot, and
 * the caller gets the old place. An event that comes twice, or too late, changes nothing.
 *
 * <p>Errors. What a mistake or a delay of the host's own code does; {@link #hostCode()} counts all
 * of it:
 *
 * <ul>
 *   <li>A {@linkplain io.ringwright.directory.Strategy strategy} that throws, answers with nobody
 *       it was given, or takes longer than {@link CallRouterBuilder#hostAnswersWithin}: the first
 *       member in the order of the list rings, and {@link RoutingListener#failed} is told. It is
 *       asked under the lock of the engine, so every event waits for it. One that took too long is
 *       not asked for 10 s, then for 20 s, and so on up to 10 minutes; meanwhile the order of the
 *       list decides.
 *   <li>A host predicate that throws or takes longer than that does not hold, and {@code failed} is
 *       told. It is asked before the event, outside the lock: its own event waits, and no other. It
 *       is left alone in the same way; meanwhile what it said before about the same caller holds
 *       on, and for any other caller it does not hold.
 *   <li>A listener or a recorder that throws: {@code failed} is told, and the next telling follows.
 *       A slow one falls behind; no answer and no delivery waits for it, see {@link
 *       CallRouterBuilder#listenersOn}.
 *   <li>A {@link Telephony} that throws: {@code failed} is told, and the next effect is carried
 *       out. It must not block, see {@link CallRouterBuilder#effectsOn}.
 *   <li>A journal that cannot keep an event in time: the answer is given all the same, and {@link
 *       #durability()} says since when, and why.
 *   <li>A {@link Directory} that throws, gives null or does not answer: the last phone list stays
 *       in force, and {@code failed} is told once, until it has answered again. Only {@link
 *       #directoryChanged()} and {@link CallRouterBuilder#build()} throw the same.
 * </ul>
 *
 * <p>Thread safety: may be used by many threads; after {@link #close()} whoever reports an event
 * gets an {@link IllegalStateException}.
 */
public final class CallRouter implements CallEvents, SwitchEvents, HostOrders, AutoCloseable {

  /** So many devices, callers and channels of a snapshot come in one event. */
  private static final int LONGEST_PART = 200;

  private static final long CLOSING_NANOS = 5_000_000_000L;

  private final Journal journal;
  private final JournaledEngine engine;
  private final HostQuestions host;
  private final EventIntake events;
  private final EffectRunner effects;
  private final HostThreading threading;
  private final TimeLimit predicates;
  private final TimeLimit strategies;
  private final Telephony telephony;
  private final Duration snapshotWithin;
  private final HostFailures failures;
  private volatile Instant ticked;

  CallRouter(Journal journal, Directory directory, CallRouterBuilder from) {
    this.journal = journal;
    this.telephony = from.telephony;
    this.snapshotWithin = from.snapshotWithin;
    this.ticked = from.engineClock().now().at();
    this.failures = new HostFailures(from.listener);
    this.threading = from.threading();
    this.effects =
        new EffectRunner(
            new EffectRunner.Ports(from.telephony, failures.listener(), from.recorder),
            threading.where(),
            this::happen);
    this.predicates = threading.limit();
    this.strategies = threading.limit();
    this.engine =
        new JournaledEngine(
            from.engineClock(),
            effects,
            from.engineSettings(new GuardedStrategies(strategies, threading.nanos())));
    this.host = new HostQuestions(engine, effects, predicates);
    PhoneListSource phoneLists = new PhoneListSource(directory, threading, effects::tell);
    DueWatch due = new DueWatch(threading.nanos(), effects::tell);
    this.events =
        new EventIntake(
            new EventIntake.Ports(journal, phoneLists, effects, due, threading.questions()),
            engine,
            host);
  }

  /** Takes up what the journal kept. */
  void start(RouterEvent.Started started) {
    events.start(started, new RouterEvent.Resumed(snapshotWithin));
    ticked = engine.ask((state, now) -> now.at());
  }

  /**
   * Begins a router.
   *
   * @param directory who can be called
   * @param telephony the switch that moves callers
   * @return a builder with defaults for everything else
   */
  public static CallRouterBuilder builder(Directory directory, Telephony telephony) {
    return new CallRouterBuilder(directory, telephony);
  }

  /**
   * Begins a router for an application without AMI: see {@link Telephony#NONE}.
   *
   * @param directory who can be called
   * @return a builder with defaults for everything else
   */
  public static CallRouterBuilder builder(Directory directory) {
    return new CallRouterBuilder(directory, Telephony.NONE);
  }

  @Override
  public Instant engineTime() {
    return engine.time();
  }

  @Override
  public RoutingAnswer callArrived(InboundCall call) {
    return answer(new RouterEvent.Arrived(call));
  }

  @Override
  public RoutingAnswer ringEnded(RememberedCall call, Token token, RingOutcome outcome) {
    return answer(new RouterEvent.RingEnded(call, token, outcome));
  }

  @Override
  public RoutingAnswer callLanded(RememberedCall call, Token token) {
    return answer(new RouterEvent.Landed(call, token));
  }

  @Override
  public RoutingAnswer callerAlive(RememberedCall call) {
    return answer(new RouterEvent.CallerAlive(call));
  }

  @Override
  public RoutingAnswer keyPressed(RememberedCall call, DirectoryNumber key) {
    boolean callsBack = telephony.callsBackAt(call.channel().pbx());
    return answer(new RouterEvent.KeyPressed(call, key, Optional.empty(), callsBack));
  }

  @Override
  public RoutingAnswer keyPressed(RememberedCall call, DirectoryNumber keys, Inquiry inquiry) {
    boolean callsBack = telephony.callsBackAt(call.channel().pbx());
    return answer(new RouterEvent.KeyPressed(call, keys, Optional.of(inquiry), callsBack));
  }

  @Override
  public boolean watchesHints() {
    return engine.phones().watchesHints();
  }

  @Override
  public void callAnswered(CallId call, TalkingPhone phone) {
    happen(new RouterEvent.Answered(call, phone));
  }

  @Override
  public void callHandedOver(CallId call, TalkingPhone phone) {
    happen(new RouterEvent.HandedOver(call, phone));
  }

  @Override
  public void callTakenOver(CallId call, Channel channel, CallId by) {
    happen(new RouterEvent.TakenOver(call, channel, by));
  }

  @Override
  public void callFellBack(CallId call) {
    happen(new RouterEvent.FellBack(call));
  }

  @Override
  public void callEnded(CallId call) {
    callEnded(call, HangUpSide.UNKNOWN);
  }

  @Override
  public void callEnded(CallId call, HangUpSide by) {
    happen(new RouterEvent.Ended(call, by));
  }

  @Override
  public CompletionStage<OrderAnswer> deliverTo(CallId call, DirectoryNumber extension) {
    return events.order(new RouterEvent.DeliveryOrdered(call, extension));
  }

  @Override
  public CompletionStage<OrderAnswer> prefer(
      CallId call, DirectoryNumber extension, Duration time) {
    return events.order(new RouterEvent.PreferenceOrdered(call, new Preference(extension, time)));
  }

  @Override
  public CompletionStage<OrderAnswer> withdraw(CallId call) {
    return events.order(new RouterEvent.Withdrawn(call));
  }

  @Override
  public CompletionStage<OrderAnswer> changePriority(CallId call, Priority priority) {
    return events.order(new RouterEvent.PriorityChanged(call, priority));
  }

  @Override
  public CompletionStage<OrderAnswer> callBack(CallId call, ExternalNumber number) {
    Optional<PbxId> pbx = engine.ask((state, now) -> state.state().call(call).map(Call::pbx));
    boolean callsBack = pbx.filter(telephony::callsBackAt).isPresent();
    return events.order(new RouterEvent.CallBackArranged(call, number, callsBack));
  }

  @Override
  public CompletionStage<OrderAnswer> setAttendance(
      DirectoryNumber extension, Attendance attendance) {
    return events.order(new RouterEvent.AttendanceChanged(extension, attendance));
  }

  @Override
  public CompletionStage<OrderAnswer> setAttendance(
      DirectoryNumber extension, DirectoryNumber group, Attendance attendance) {
    return events.order(new RouterEvent.GroupAttendanceChanged(extension, group, attendance));
  }

  @Override
  public CompletionStage<OrderAnswer> sitAt(DirectoryNumber extension, Device phone) {
    return events.order(new DeskOrder(extension, Optional.of(phone)));
  }

  @Override
  public CompletionStage<OrderAnswer> leaveDesk(DirectoryNumber extension) {
    return events.order(new DeskOrder(extension, Optional.empty()));
  }

  /**
   * Whether an extension is logged in and not paused.
   *
   * @param extension its number
   * @return its attendance; {@link Attendance#PRESENT} if none was set
   */
  public Attendance attendance(DirectoryNumber extension) {
    return engine.ask((state, now) -> state.state().extensions().attendance(extension));
  }

  /**
   * The same in one hunt group, whatever holds for the extension as a whole.
   *
   * @param extension its number
   * @param group the number of the group
   * @return its attendance there; {@link Attendance#PRESENT} if none was set
   */
  public Attendance attendance(DirectoryNumber extension, DirectoryNumber group) {
    return engine.ask((state, now) -> state.state().extensions().attendanceIn(extension, group));
  }

  @Override
  public Attendances attendances(Attendances known) {
    return engine.ask(
        (state, now) ->
            state.state().extensions().attendances(state.state().phoneListVersion(), known));
  }

  @Override
  public void deviceReported(PbxId pbx, DeviceReport report) {
    happen(new RouterEvent.DeviceReported(pbx, report));
  }

  @Override
  public void pbxExpected(PbxId pbx) {
    happen(new RouterEvent.PbxExpected(pbx, snapshotWithin));
  }

  @Override
  public void pbxConnected(PbxSnapshot snapshot) {
    List<PbxSnapshot> parts = snapshot.parts(LONGEST_PART);
    for (PbxSnapshot part : parts.subList(0, parts.size() - 1)) {
      happen(new RouterEvent.PbxSeen(part));
    }
    happen(new RouterEvent.PbxConnected(parts.get(parts.size() - 1)));
  }

  @Override
  public void pbxDisconnected(PbxId pbx) {
    happen(new RouterEvent.PbxDisconnected(pbx));
  }

  /**
   * Takes over the phone list that the directory has now. When this returns, it is in force; what
   * follows from it for the waiting calls is done in {@link #runDue()}, in slices if it is much.
   *
   * <p>The router also looks for another list in {@code runDue()}, and before each event if the
   * directory is an {@link io.ringwright.memory.InMemoryDirectory}. The thread that finds one looks
   * through it first, which takes about a second for 200 000 extensions; other threads go on with
   * the list that is in force meanwhile. So call this after each change of a large directory, on a
   * thread for which no caller waits.
   */
  public void directoryChanged() {
    events.directoryChanged();
  }

  /**
   * Does what is due: leases and back-offs that ran out, wrap-ups that are over, waits that are too
   * long, deliveries without a landing. Call it at the instant that it returned, and at least every
   * 100 ms, because an event may make something due earlier; {@link RouterTicker} does both.
   *
   * @return when the next thing is due, on the engine's time; {@link Instant#MAX} if nothing is
   */
  @CanIgnoreReturnValue
  public Instant runDue() {
    events.askForPhoneList();
    if (engine.ask((state, now) -> isDue(state, now))) {
      events.happenNow(new RouterEvent.TimePassed());
    }
    return engine.ask((state, now) -> state.nextDue(now));
  }

  private boolean isDue(Engine state, Moment now) {
    ticked = now.at();
    return state.isDue(now);
  }

  /**
   * How this router is set up, and when it was told of the time last.
   *
   * @return of this moment, always there
   */
  @Override
  public Optional<RouterSetup> setup() {
    Duration sinceTick = engine.ask((state, now) -> Duration.between(ticked, now.at()));
    return Optional.of(
        new RouterSetup(engine.phones(), telephony, sinceTick, failures.seen(hostCode())));
  }

  /**
   * How long until something is due.
   *
   * @return zero if something is due now; a year if nothing is to come
   */
  public Duration untilDue() {
    return engine.ask((state, now) -> state.untilDue(now));
  }

  /**
   * The waiting calls of all queues.
   *
   * @return first to last, in the order that holds over all queues; an unchanging copy
   */
  public List<WaitingCall> waitingCalls() {
    return engine.read((state, now) -> state.waitingCalls());
  }

  /**
   * All queues and extensions, for a wallboard.
   *
   * @return the view of this moment
   */
  public RouterView view() {
    return engine.read((state, now) -> state.view(now));
  }

  /**
   * How good the estimates of expected waits were, for each destination of the last hour.
   *
   * @return a copy
   */
  public Map<Destination, EstimateScore> estimateScores() {
    return Scored.map(engine.ask((state, now) -> state.state().expectedWaits().scores()));
  }

  /**
   * The same for each priority of the callers by itself.
   *
   * @return a copy; the highest priority comes first
   */
  public Map<Destination, Map<Priority, EstimateScore>> estimateScoresByPriority() {
    return Scored.byPriority(engine.ask((state, now) -> state.state().expectedWaits().scores()));
  }

  /**
   * How many events changed nothing; {@link RoutingListener#ignored} is told of each one.
   *
   * @return the counts, by kind of event
   */
  public IgnoredEvents ignoredEvents() {
    return engine.ask((state, now) -> new IgnoredEvents(state.state().ignored()));
  }

  /**
   * How far behind listener and recorder are, and how often code of the host gave no usable answer.
   *
   * @return the counts since the router was built
   */
  public HostCodeCounts hostCode() {
    return HostCodeCounts.of(effects, predicates, strategies);
  }

  /**
   * What would be decided about a call that arrived now. Nothing is changed, and no phone rings.
   *
   * @param call the call
   * @return the decision it would get, and why; the token of a {@code Ring} is not a real one
   */
  public RoutingAnswer explain(InboundCall call) {
    events.takeUpPhoneList();
    HostAnswers answers = host.about(call);
    return engine.ask((state, now) -> state.explain(now, call, answers));
  }

  /**
   * Whether the answers given so far would survive a crash of this process.
   *
   * @return the state of this moment
   */
  public Durability durability() {
    return journal.durability();
  }

  /**
   * Closes the journal, which writes first what it has not kept yet, as far as it can. Then waits
   * for the listener and the recorder, for 5 s at the most; what they have not been told by then is
   * dropped and counted. Stop the AGI server, the AMI connections and the ticker before: later
   * events are refused. A listener may call it: then it waits for nobody.
   */
  @Override
  public void close() {
    journal.close();
    effects.close(CLOSING_NANOS);
    threading.close();
  }

  void tellFailure(String what, RuntimeException failure) {
    effects.tell(new Effect.Tell.Failed(what, failure));
  }

  private void happen(RouterEvent event) {
    events.happen(event);
  }

  private RoutingAnswer answer(RouterEvent event) {
    return events.answer(event);
  }
}
