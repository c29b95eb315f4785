package io.ringwright;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.ringwright.call.CallId;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.PbxId;
import io.ringwright.call.Priority;
import io.ringwright.engine.Engine;
import io.ringwright.event.EventRecorder;
import io.ringwright.event.RouterEvent;
import io.ringwright.memory.InMemoryCallStore;
import io.ringwright.port.CallStore;
import io.ringwright.port.Directory;
import io.ringwright.port.RoutingListener;
import io.ringwright.port.Telephony;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/**
 * Makes a {@link CallRouter}.
 *
 * <p>Thread safety: for one thread.
 */
public final class CallRouterBuilder {

  private final Directory directory;
  final Telephony telephony;
  CallStore store = new InMemoryCallStore();
  RoutingListener listener = RoutingListener.SILENT;
  EventRecorder recorder = EventRecorder.NONE;
  InstantSource clock = InstantSource.system();
  Executor executor = Runnable::run;
  private long seed;
  private boolean explains = true;

  CallRouterBuilder(Directory directory, Telephony telephony) {
    this.directory = requireNonNull(directory, "directory is null: expected a Directory");
    this.telephony = requireNonNull(telephony, "telephony is null: expected a Telephony");
  }

  /**
   * Where waiting calls are kept. In memory by default.
   *
   * @param chosen the store
   * @return this
   */
  @CanIgnoreReturnValue
  public CallRouterBuilder store(CallStore chosen) {
    requireNonNull(chosen, "store is null: expected a value, or no call for the default");
    store = chosen;
    return this;
  }

  /**
   * Who hears what happens. Nobody by default.
   *
   * @param chosen the listener
   * @return this
   */
  @CanIgnoreReturnValue
  public CallRouterBuilder listener(RoutingListener chosen) {
    requireNonNull(chosen, "listener is null: expected a value, or no call for the default");
    listener = chosen;
    return this;
  }

  /**
   * Who takes down what happens, for a replay. Nobody by default.
   *
   * @param chosen the recorder
   * @return this
   */
  @CanIgnoreReturnValue
  public CallRouterBuilder recorder(EventRecorder chosen) {
    requireNonNull(chosen, "recorder is null: expected a value, or no call for the default");
    recorder = chosen;
    return this;
  }

  /**
   * Where time comes from. The system clock by default.
   *
   * @param chosen the clock
   * @return this
   */
  @CanIgnoreReturnValue
  public CallRouterBuilder clock(InstantSource chosen) {
    requireNonNull(chosen, "clock is null: expected a value, or no call for the default");
    clock = chosen;
    return this;
  }

  /**
   * What lots are drawn with, by strategies that draw lots: the same number draws the same lots. 0
   * by default.
   *
   * @param number any number
   * @return this
   */
  @CanIgnoreReturnValue
  public CallRouterBuilder seed(long number) {
    seed = number;
    return this;
  }

  /**
   * Gives answers without explanations. For large hunt groups that is much faster: an explanation
   * names every member, a decision needs only the first. {@link CallRouter#explain} explains all
   * the same. By default every decision is explained.
   *
   * @return this
   */
  @CanIgnoreReturnValue
  public CallRouterBuilder withoutExplanations() {
    explains = false;
    return this;
  }

  /**
   * Who carries out effects. By default the thread that brings the event, before its answer goes
   * back; with a slow store, give an executor and answers do not wait for it.
   *
   * @param chosen the executor
   * @return this
   */
  @CanIgnoreReturnValue
  public CallRouterBuilder effectsOn(Executor chosen) {
    requireNonNull(chosen, "effectsOn is null: expected a value, or no call for the default");
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
    // Tokens grow over restarts, as long as the clock does.
    RouterEvent.Started started = new RouterEvent.Started(Math.max(1, clock.millis()) * 1000, seed);
    rehearse(started);
    CallRouter router = new CallRouter(new Engine(directory, started, explains), this);
    router.happen(started);
    store.held().forEach(held -> store.backInLine(held.call(), held.token()));
    store.unserved().forEach(call -> router.happen(new RouterEvent.Recalled(call)));
    return router;
  }

  /** Routes a call that nobody makes: the first real one must not wait for classes to load. */
  private void rehearse(RouterEvent.Started started) {
    Engine stage = new Engine(directory, started, explains);
    directory.phoneList().extensions().stream()
        .map(extension -> nobodysCall(extension.number()))
        .limit(1)
        .forEach(
            call -> {
              stage.happens(clock.instant(), new RouterEvent.Arrived(call));
              stage.happens(clock.instant(), new RouterEvent.Ended(call.id()));
            });
  }

  private static InboundCall nobodysCall(DirectoryNumber number) {
    Channel channel = new Channel(PbxId.of("rehearsal"), "Local/rehearsal");
    CallId call = CallId.of("rehearsal");
    return new InboundCall(
        call, channel, CallerId.unknown(), number, InboundCall.CalledAs.ANY, Priority.NORMAL);
  }
}
