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
import io.ringwright.effect.Effect;
import io.ringwright.effect.EffectRunner;
import io.ringwright.effect.StoreWriter;
import io.ringwright.engine.Engine;
import io.ringwright.event.EventRecorder;
import io.ringwright.event.RouterEvent;
import io.ringwright.port.Directory;
import io.ringwright.port.PbxSnapshot;
import io.ringwright.port.RoutingListener;
import io.ringwright.port.Telephony;
import io.ringwright.waiting.WaitingCall;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

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
public final class CallRouter implements CallEvents, SwitchEvents {

  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private final Engine engine;

  private final InstantSource clock;
  private final boolean records;
  private final RoutingListener listener;
  private final StoreWriter writes;
  private final EffectRunner effects;

  CallRouter(Engine engine, CallRouterBuilder from) {
    this.engine = engine;
    clock = from.clock;
    records = from.recorder != EventRecorder.NONE;
    listener = from.listener;
    writes = new StoreWriter(from.store);
    effects =
        new EffectRunner(
            writes,
            new EffectRunner.Ports(from.telephony, from.listener, from.recorder, from.executor));
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
    return answer(new RouterEvent.Landed(call, token, landInStore(call.id(), token)));
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
    return ask(state -> state.room().roster().attendance(extension));
  }

  @Override
  public void deviceReported(PbxId pbx, DeviceReport report) {
    happen(new RouterEvent.DeviceReported(pbx, report));
  }

  @Override
  public void pbxConnected(PbxSnapshot snapshot) {
    happen(new RouterEvent.PbxConnected(snapshot));
  }

  @Override
  public void pbxDisconnected(PbxId pbx) {
    happen(new RouterEvent.PbxDisconnected(pbx));
  }

  /** The directory has another phone list: callers who wait may be served by it. */
  public void directoryChanged() {
    happen(new RouterEvent.DirectoryChanged());
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
    if (ask(state -> state.room().timetable().isDue())) {
      happen(new RouterEvent.TimePassed());
    }
    return ask(state -> state.room().timetable().alarm());
  }

  /**
   * The calls in line.
   *
   * @return first to last, an unchanging copy
   */
  public List<WaitingCall> waitingCalls() {
    return ask(state -> state.room().line().calls());
  }

  /**
   * How good the estimates of expected waits were: for each destination that calls waited for,
   * until nothing happened there for an hour.
   *
   * @return a copy
   */
  public Map<Destination, EstimateScore> estimateScores() {
    return ask(state -> state.room().expected().scores());
  }

  /**
   * How often something was said that changed nothing, since the router was made. The listener
   * hears of each one, with the reason.
   *
   * @return the counts, by kind of event
   */
  public IgnoredEvents ignoredEvents() {
    return ask(state -> state.room().ignoredEvents());
  }

  /**
   * What would happen to a call now, without any effect.
   *
   * @param call the call
   * @return the decision it would get, and why; the token of a {@code Ring} stands for none
   */
  public RoutingAnswer explain(InboundCall call) {
    return ask(state -> state.life().explain(call));
  }

  /** Something happened, and nobody waits for an answer. */
  void happen(RouterEvent event) {
    take(event);
  }

  private RoutingAnswer answer(RouterEvent event) {
    return take(event).orElseThrow();
  }

  private boolean landInStore(CallId call, Token token) {
    try {
      return writes.land(call, token);
    } catch (RuntimeException failure) {
      listener.failed("land " + call + " with token " + token, failure);
      return true;
    }
  }

  @CanIgnoreReturnValue
  private Optional<RoutingAnswer> take(RouterEvent event) {
    Optional<RoutingAnswer> answer;
    boolean something;
    lock.lock();
    try {
      Instant at = clock.instant();
      answer = engine.happens(at, event);
      List<Effect> caused = engine.room().takeEffects();
      // Who only asked need not wait for the effects of others.
      something = records || !caused.isEmpty();
      if (records) {
        effects.keep(takeDown(at, event, caused, answer));
      }
      effects.keep(caused);
    } finally {
      lock.unlock();
    }
    if (something) {
      effects.carryOut(this::happen);
    }
    return answer;
  }

  /**
   * All that is to be taken down of an event, in order: first what, last the answer to it. A change
   * of the directory is taken down where it came into force, and nowhere else.
   */
  @GuardedBy("lock")
  private List<Effect> takeDown(
      Instant at, RouterEvent event, List<Effect> caused, Optional<RoutingAnswer> answer) {
    List<Effect> down = new ArrayList<>();
    if (engine.room().takePhonesChanged()) {
      down.add(new Effect.TakeDown.Happened(at, new RouterEvent.DirectoryChanged()));
    }
    if (!(event instanceof RouterEvent.DirectoryChanged)) {
      down.add(new Effect.TakeDown.Happened(at, event));
    }
    for (Effect effect : caused) {
      if (effect instanceof Effect.Tell.Delivering delivering) {
        down.add(new Effect.TakeDown.Delivered(delivering.answer()));
      }
    }
    answer.ifPresent(said -> down.add(new Effect.TakeDown.Decided(said)));
    return down;
  }

  /** Asks without an effect. */
  private <T> T ask(Function<Engine, T> question) {
    lock.lock();
    try {
      engine.room().begin(clock.instant());
      return question.apply(engine);
    } finally {
      lock.unlock();
    }
  }
}
