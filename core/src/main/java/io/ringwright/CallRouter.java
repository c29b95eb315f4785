package io.ringwright;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.ringwright.availability.DeviceReport;
import io.ringwright.call.CallId;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.PbxId;
import io.ringwright.call.Priority;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.Token;
import io.ringwright.memory.InMemoryCallStore;
import io.ringwright.port.CallStore;
import io.ringwright.port.Directory;
import io.ringwright.port.PbxSnapshot;
import io.ringwright.port.RoutingListener;
import io.ringwright.port.Telephony;
import io.ringwright.port.Telephony.DeliveryReport;
import io.ringwright.port.Telephony.Whereabouts;
import io.ringwright.waiting.WaitingCall;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

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
public final class CallRouter {

  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private final Engine engine;

  private final CallStore store;
  private final RoutingListener listener;
  private final StoreWrites writes;
  private final EffectRunner effects;

  private CallRouter(Builder from) {
    engine = Engine.of(new SwitchRoom(from.directory, from.clock, from.tokens()));
    store = from.store;
    listener = from.listener;
    writes = new StoreWrites(from.store);
    effects = new EffectRunner(writes, from.telephony, from.listener, from.executor);
  }

  /**
   * Begins a router.
   *
   * @param directory who can be called
   * @param telephony the switch that moves callers
   * @return a builder with defaults for everything else
   */
  public static Builder builder(Directory directory, Telephony telephony) {
    return new Builder(directory, telephony);
  }

  /**
   * Begins a router for an application without AMI: see {@link Telephony#NONE}.
   *
   * @param directory who can be called
   * @return a builder with defaults for everything else
   */
  public static Builder builder(Directory directory) {
    return new Builder(directory, Telephony.NONE);
  }

  /**
   * A call reached the switch.
   *
   * @param call the call
   * @return what to do with it, and why
   */
  public RoutingAnswer callArrived(InboundCall call) {
    return answering(state -> state.life().arrived(call));
  }

  /**
   * Ringing ended.
   *
   * @param call the call, as its channel remembers it
   * @param token the token of the attempt
   * @param outcome how it ended; after {@link RingOutcome#ANSWERED} the talk is over too
   * @return what to do next, and why; the caller keeps the old place if it is to wait
   */
  public RoutingAnswer ringEnded(RememberedCall call, Token token, RingOutcome outcome) {
    return answering(state -> state.life().ringEnded(call, token, outcome));
  }

  /**
   * A caller whom the engine had moved arrived at the landing place. This is the proof that the
   * move happened; the switch's word that it would is none.
   *
   * @param call the call, as its channel remembers it
   * @param token the token with which it was moved
   * @return ring, or wait on if the token no longer counts
   */
  public RoutingAnswer landed(RememberedCall call, Token token) {
    boolean won = landInStore(call.id(), token);
    return answering(state -> state.life().landed(call, token, won));
  }

  /**
   * A waiting caller's sign of life.
   *
   * @param call the call, as its channel remembers it
   * @return what to do now: mostly to wait on; to ring where no delivery is possible and it is this
   *     caller's turn
   */
  public RoutingAnswer beat(RememberedCall call) {
    return answering(state -> state.life().beat(call));
  }

  /**
   * A phone was answered.
   *
   * @param call the call
   * @param device which phone
   */
  public void answered(CallId call, Device device) {
    happening(state -> state.life().answered(call, device));
  }

  /**
   * The caller's channel is gone.
   *
   * @param call the call
   */
  public void callEnded(CallId call) {
    happening(state -> state.life().ended(call));
  }

  /**
   * The state of a device, or the calls it is in, changed.
   *
   * @param pbx which switch says so
   * @param report the state as it is now
   */
  public void deviceReported(PbxId pbx, DeviceReport report) {
    happening(state -> state.watch().deviceReported(pbx, report));
  }

  /**
   * There is a link to a switch, and this is all that the switch knows. Also for a reconciliation
   * while the link stands.
   *
   * @param snapshot the truth
   */
  public void pbxConnected(PbxSnapshot snapshot) {
    happening(state -> state.watch().connected(snapshot));
  }

  /**
   * The link to a switch is lost: nothing is delivered there until it is back. Callers who wait
   * there are served by their beats.
   *
   * @param pbx which switch
   */
  public void pbxDisconnected(PbxId pbx) {
    happening(state -> state.watch().disconnected(pbx));
  }

  /** The directory has another phone list: callers who wait may be served by it. */
  public void directoryChanged() {
    happening(
        state -> {
          state.room().wakeAt(state.room().now());
          state.room().turns().dispatch();
        });
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
    return answering(state -> state.watch().runDue());
  }

  /**
   * The calls in line.
   *
   * @return first to last, an unchanging copy
   */
  public List<WaitingCall> waitingCalls() {
    return answering(state -> state.room().line().calls());
  }

  /**
   * What would happen to a call now, without any effect.
   *
   * @param call the call
   * @return the decision it would get, and why; the token of a {@code Ring} stands for none
   */
  public RoutingAnswer explain(InboundCall call) {
    return answering(state -> state.life().explain(call));
  }

  /** What the switch said to a delivery. */
  void deliveryReported(CallId call, Token token, DeliveryReport said) {
    happening(state -> state.watch().deliveryReported(call, token, said));
  }

  /** Where the switch saw a caller. */
  void seenAt(Effect.AskWhereabouts asked, Whereabouts where) {
    happening(state -> state.watch().seenAt(asked.call(), asked.token(), asked.moves(), where));
  }

  /** The store says that somebody else holds the call, or that it does not know it. */
  void claimLost(CallId call, Token token) {
    happening(state -> state.watch().claimLost(call, token));
  }

  /** The store knows that a call is over which a list of channels still contained. */
  void restoreRefused(CallId call) {
    happening(state -> state.watch().refused(call));
  }

  private boolean landInStore(CallId call, Token token) {
    try {
      return writes.land(call, token);
    } catch (RuntimeException failure) {
      listener.failed("land " + call + " with token " + token, failure);
      return true;
    }
  }

  private void happening(Consumer<Engine> event) {
    answering(
        state -> {
          event.accept(state);
          return true;
        });
  }

  @CanIgnoreReturnValue
  private <T> T answering(Function<Engine, T> event) {
    T answer;
    boolean something;
    lock.lock();
    try {
      answer = event.apply(engine);
      something = effects.keep(engine.room().takeEffects());
    } finally {
      lock.unlock();
    }
    if (something) {
      effects.carryOut(this);
    }
    return answer;
  }

  private void recall() {
    store.held().forEach(held -> store.backInLine(held.call(), held.token()));
    List<WaitingCall> unserved = store.unserved();
    happening(state -> unserved.forEach(state.life()::recall));
  }

  /** The state behind the lock, and the events that change it. */
  private record Engine(SwitchRoom room, CallLife life, SwitchWatch watch) {
    static Engine of(SwitchRoom room) {
      CallLife life = new CallLife(room);
      return new Engine(room, life, new SwitchWatch(room, life));
    }
  }

  /**
   * Makes a router.
   *
   * <p>Thread safety: for one thread.
   */
  public static final class Builder {

    private final Directory directory;
    private final Telephony telephony;
    private CallStore store = new InMemoryCallStore();
    private RoutingListener listener = RoutingListener.SILENT;
    private InstantSource clock = InstantSource.system();
    private Executor executor = Runnable::run;

    private Builder(Directory directory, Telephony telephony) {
      this.directory = directory;
      this.telephony = telephony;
    }

    /**
     * Where waiting calls are kept. In memory by default.
     *
     * @param chosen the store
     * @return this
     */
    public Builder store(CallStore chosen) {
      store = chosen;
      return this;
    }

    /**
     * Who hears what happens. Nobody by default.
     *
     * @param chosen the listener
     * @return this
     */
    public Builder listener(RoutingListener chosen) {
      listener = chosen;
      return this;
    }

    /**
     * Where time comes from. The system clock by default.
     *
     * @param chosen the clock
     * @return this
     */
    public Builder clock(InstantSource chosen) {
      clock = chosen;
      return this;
    }

    /**
     * Who carries out effects. By default the thread that brings the event, before its answer goes
     * back; with a slow store, give an executor and answers do not wait for it.
     *
     * @param chosen the executor
     * @return this
     */
    public Builder effectsOn(Executor chosen) {
      executor = chosen;
      return this;
    }

    /**
     * Makes the router. Calls that the store still holds from before are in line at once, at their
     * old places.
     *
     * @return the router
     */
    public CallRouter build() {
      rehearse();
      CallRouter router = new CallRouter(this);
      router.recall();
      return router;
    }

    /** Routes a call that nobody makes: the first real one must not wait for classes to load. */
    private void rehearse() {
      Engine stage = Engine.of(new SwitchRoom(directory, clock, tokens()));
      directory.phoneList().extensions().stream()
          .map(extension -> nobodysCall(extension.number()))
          .limit(1)
          .forEach(
              call -> {
                RoutingAnswer answer = stage.life().arrived(call);
                stage.life().ended(answer.call());
                stage.room().takeEffects();
              });
    }

    private static InboundCall nobodysCall(DirectoryNumber number) {
      Channel channel = new Channel(PbxId.of("rehearsal"), "Local/rehearsal");
      CallId call = CallId.of("rehearsal");
      return new InboundCall(
          call, channel, CallerId.unknown(), number, InboundCall.CalledAs.ANY, Priority.NORMAL);
    }

    /** Grows with each token and over restarts, as long as the clock does. */
    private Supplier<Token> tokens() {
      AtomicLong last = new AtomicLong(Math.max(1, clock.millis()) * 1000);
      return () -> new Token(last.incrementAndGet());
    }
  }
}
