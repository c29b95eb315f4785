package io.ringwright;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.ringwright.availability.Attendance;
import io.ringwright.availability.DeviceReport;
import io.ringwright.call.CallId;
import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.EstimateScore;
import io.ringwright.call.ExternalNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.PbxId;
import io.ringwright.call.Priority;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.Token;
import io.ringwright.directory.HostAnswers;
import io.ringwright.directory.PhoneList;
import io.ringwright.effect.EffectRunner;
import io.ringwright.estimate.WaitEstimator.Scored;
import io.ringwright.event.RouterEvent;
import io.ringwright.port.Directory;
import io.ringwright.port.Durability;
import io.ringwright.port.Journal;
import io.ringwright.port.PbxSnapshot;
import io.ringwright.port.Proposal;
import io.ringwright.port.RoutingListener;
import io.ringwright.port.Telephony;
import io.ringwright.view.RouterView;
import io.ringwright.waiting.QueueOrder;
import io.ringwright.waiting.WaitingCall;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * The one door to the engine: a method for each thing that can happen to a call, in the order of a
 * call's life.
 *
 * <p>Each method turns the state and the event into a new state and effects under one lock; the
 * effects - store, deliveries, listener - are carried out after the lock is released, in the order
 * of the events, and what comes of them comes back as events. The router starts no thread: somebody
 * must call {@link #runDue()} when it says so.
 *
 * <p>An event about a call that the engine does not know is taken for a call that it forgot, and
 * the caller gets the old place in line; one that comes twice, or too late, changes nothing.
 *
 * <p>Thread safety: may be used by many threads.
 */
public final class CallRouter implements CallEvents, SwitchEvents, AutoCloseable {

  /** So many devices, callers and channels of a snapshot come in one event. */
  private static final int LONGEST_PART = 200;

  private final Journal journal;
  private final JournaledEngine engine;
  private final Directory directory;
  private final RoutingListener listener;
  private final HostQuestions host;
  private volatile @Nullable PhoneList seen;

  @GuardedBy("this")
  private long phoneListVersion;

  CallRouter(Journal journal, Directory directory, CallRouterBuilder from) {
    this.journal = journal;
    this.directory = directory;
    this.listener = from.listener;
    EffectRunner effects =
        new EffectRunner(
            new EffectRunner.Ports(
                from.telephony, from.listener, from.recorder, from.effectsExecutor()),
            this::happen);
    this.engine = new JournaledEngine(from.engineClock(), effects, from.engineSettings());
    this.host = new HostQuestions(engine, listener);
  }

  /** Takes up what the journal kept. */
  void start(RouterEvent.Started started) {
    journal.open(engine);
    happenNow(engine.isStarted() ? new RouterEvent.Resumed() : started);
    synchronized (this) {
      phoneListVersion = engine.ask((state, now) -> state.state().phoneListVersion());
    }
    takeUpPhoneList();
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
    return answer(new RouterEvent.KeyPressed(call, key));
  }

  @Override
  public void callAnswered(CallId call, Device device) {
    happen(new RouterEvent.Answered(call, device));
  }

  @Override
  public void callEnded(CallId call) {
    happen(new RouterEvent.Ended(call));
  }

  /**
   * Takes a call that nobody has answered out of the engine's hands: it ends as withdrawn, and what
   * becomes of its channel is the host's business. A channel that still asks is rejected.
   *
   * @param call the call; one that talks is left alone
   */
  public void withdraw(CallId call) {
    happen(new RouterEvent.Withdrawn(call));
  }

  /**
   * Gives a waiting call another priority; its ticket stays.
   *
   * @param call the call; one that does not wait is left alone
   * @param priority its priority from now on
   */
  public void changePriority(CallId call, Priority priority) {
    happen(new RouterEvent.PriorityChanged(call, priority));
  }

  /**
   * Lets a waiting caller hang up and be called back when the turn comes; the place in line is
   * kept. The host vouches for the number: nothing checks whether it may be called. Nobody is
   * called more than three times.
   *
   * @param call the call; one that does not wait is left alone
   * @param number where to call
   */
  public void callBack(CallId call, ExternalNumber number) {
    happen(new RouterEvent.CallBackArranged(call, number));
  }

  /**
   * Logs an extension in or out of its hunt groups, pauses it or lets it go on. Holds until the
   * next change or a restart of the engine. Direct calls are not touched.
   *
   * @param extension its number
   * @param attendance what holds from now on
   */
  public void setAttendance(DirectoryNumber extension, Attendance attendance) {
    happen(new RouterEvent.AttendanceChanged(extension, attendance));
  }

  /**
   * Whether an extension is logged in and not paused.
   *
   * @param extension its number
   * @return its attendance; present if nothing else was said
   */
  public Attendance attendance(DirectoryNumber extension) {
    return engine.ask((state, now) -> state.state().extensions().attendance(extension));
  }

  @Override
  public void deviceReported(PbxId pbx, DeviceReport report) {
    happen(new RouterEvent.DeviceReported(pbx, report));
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

  /** The directory has another phone list: callers who wait may be served by it. */
  public void directoryChanged() {
    takeUpPhoneList();
  }

  /**
   * Does what is due: leases and back-offs that ran out, wrap-ups that are over, waits that are too
   * long, deliveries that nothing proved.
   *
   * @return when to call again, at the latest; {@link Instant#MAX} if nothing is to come. An event
   *     may bring it forward, so call at least every second.
   */
  @CanIgnoreReturnValue
  public Instant runDue() {
    takeUpPhoneList();
    if (engine.ask((state, now) -> state.isDue(now))) {
      happenNow(new RouterEvent.TimePassed());
    }
    return engine.ask((state, now) -> state.nextDue(now));
  }

  /**
   * The calls in line.
   *
   * @return first to last, an unchanging copy
   */
  public List<WaitingCall> waitingCalls() {
    List<WaitingCall> calls = engine.ask((state, now) -> state.state().waiting().described());
    QueueOrder order = engine.phones().lineOrder();
    calls.sort(
        (one, other) -> {
          int byPlace = order.compare(one.place(), other.place());
          return byPlace != 0 ? byPlace : one.id().value().compareTo(other.id().value());
        });
    return List.copyOf(calls);
  }

  /**
   * All queues and extensions, for a wallboard.
   *
   * @return the view of this moment
   */
  public RouterView view() {
    return engine.ask((state, now) -> state.view(now));
  }

  /**
   * How good the estimates of expected waits were: for each destination that calls waited for,
   * until nothing happened there for an hour.
   *
   * @return a copy
   */
  public Map<Destination, EstimateScore> estimateScores() {
    return Scored.map(engine.ask((state, now) -> state.state().expectedWaits().scores()));
  }

  /**
   * How often something was said that changed nothing, since the router was made. The listener
   * hears of each one, with the reason.
   *
   * @return the counts, by kind of event
   */
  public IgnoredEvents ignoredEvents() {
    return engine.ask((state, now) -> new IgnoredEvents(state.state().ignored()));
  }

  /**
   * What would happen to a call now, without any effect.
   *
   * @param call the call
   * @return the decision it would get, and why; the token of a {@code Ring} stands for none
   */
  public RoutingAnswer explain(InboundCall call) {
    takeUpPhoneList();
    HostAnswers answers = host.about(call);
    return engine.ask((state, now) -> state.explain(now, call, answers));
  }

  /**
   * Whether what was answered would survive a stop of the process.
   *
   * @return the state of this moment
   */
  public Durability durability() {
    return journal.durability();
  }

  /** Closes the journal: what is owed is kept as far as possible. Nothing can happen after. */
  @Override
  public void close() {
    journal.close();
  }

  /** Something happened, and nobody waits for an answer. */
  private void happen(RouterEvent event) {
    takeUpPhoneList();
    happenNow(event);
  }

  private void happenNow(RouterEvent event) {
    journal
        .append(new Proposal(event, host.before(event)))
        .whenComplete(
            (done, failure) -> {
              if (failure != null) {
                listener.failed(event.toString(), new IllegalStateException(failure));
              }
            });
  }

  private RoutingAnswer answer(RouterEvent event) {
    takeUpPhoneList();
    try {
      return journal
          .append(new Proposal(event, host.before(event)))
          .toCompletableFuture()
          .join()
          .orElseThrow();
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof RuntimeException own) {
        throw own;
      }
      throw failure;
    }
  }

  /** The directory's list comes into force with an event of its own, before the next one. */
  private void takeUpPhoneList() {
    PhoneList current = directory.phoneList();
    if (isTheSame(current, seen)) {
      return;
    }
    engine.prepare(current);
    synchronized (this) {
      if (!isTheSame(current, seen)) {
        if (!current.equals(seen)) {
          phoneListVersion++;
          happenNow(new RouterEvent.PhoneListInstalled(phoneListVersion, current));
        }
        seen = current;
      }
    }
  }

  /** A directory mostly gives the very same list again: to compare contents would take long. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isTheSame(PhoneList one, @Nullable PhoneList other) {
    return one == other;
  }
}
