package io.ringwright;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.Strategy;
import io.ringwright.event.EventRecorder;
import io.ringwright.event.RouterEvent;
import io.ringwright.memory.InMemoryJournal;
import io.ringwright.port.Directory;
import io.ringwright.port.Journal;
import io.ringwright.port.RoutingListener;
import io.ringwright.port.Telephony;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link CallRouter}.
 *
 * <p>Thread safety: for one thread.
 */
public final class CallRouterBuilder {

  private final Directory directory;
  final Telephony telephony;
  private Journal journal = new InMemoryJournal();
  RoutingListener listener = RoutingListener.SILENT;
  EventRecorder recorder = EventRecorder.NONE;
  private EngineClock clock = new EngineClock(InstantSource.system(), System::nanoTime);
  private final Map<String, Strategy> strategies = new HashMap<>();
  private @Nullable Executor executor;
  private long seed;
  private boolean explains = true;

  CallRouterBuilder(Directory directory, Telephony telephony) {
    this.directory = requireNonNull(directory, "directory is null: expected a Directory");
    this.telephony = requireNonNull(telephony, "telephony is null: expected a Telephony");
  }

  /**
   * Where events are put in order and kept. In memory by default: nothing survives a stop.
   *
   * @param chosen the journal, not opened yet; closing the router closes it
   * @return this
   */
  @CanIgnoreReturnValue
  public CallRouterBuilder journal(Journal chosen) {
    journal =
        requireNonNull(chosen, "journal is null: expected a value, or no call for the default");
    return this;
  }

  /**
   * A strategy of the host's own that phone lists of before may name, so that a journal which kept
   * such a list can be read. Strategies of the directory's list need not be given.
   *
   * @param strategy the strategy
   * @return this
   */
  @CanIgnoreReturnValue
  public CallRouterBuilder strategy(Strategy strategy) {
    strategies.put(strategy.words(), strategy);
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
   * Where time comes from, the time of day and the time that passes. By default the system's clock
   * and, for intervals, its counter that no step of the clock moves.
   *
   * @param chosen a clock of which the readings differ by the time that passed
   * @return this
   */
  @CanIgnoreReturnValue
  public CallRouterBuilder clock(InstantSource chosen) {
    requireNonNull(chosen, "clock is null: expected a value, or no call for the default");
    clock = EngineClock.following(chosen);
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
   * Who carries out effects. By default, with a journal in memory, the thread that brings the
   * event, before its answer goes back; with a journal that keeps events, the common pool of the
   * Java platform, so that nothing waits for a listener. With an executor, answers never do.
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
   * Where time comes from, if the time of day and the time that passes are measured apart.
   *
   * @param timeOfDay opening hours follow it; it may be set
   * @param nanoseconds counts nanoseconds from any beginning; waits, leases and back-offs run on it
   * @return this
   */
  @CanIgnoreReturnValue
  public CallRouterBuilder clocks(InstantSource timeOfDay, LongSupplier nanoseconds) {
    clock = new EngineClock(timeOfDay, nanoseconds);
    return this;
  }

  Executor effectsExecutor() {
    if (executor != null) {
      return executor;
    }
    return journal instanceof InMemoryJournal ? Runnable::run : CallRouterBuilder::runElsewhere;
  }

  private static void runElsewhere(Runnable effects) {
    var unused = CompletableFuture.runAsync(effects);
  }

  EngineClock engineClock() {
    return clock;
  }

  JournaledEngine.Settings engineSettings() {
    Map<String, Strategy> own = new HashMap<>(strategies);
    for (HuntGroup group : directory.phoneList().huntGroups()) {
      own.put(group.hunting().strategy().words(), group.hunting().strategy());
    }
    return new JournaledEngine.Settings(
        explains, recorder != EventRecorder.NONE, new KeptPhoneLists(own));
  }

  /**
   * Makes the router. What the journal kept is in force at once: calls wait at their old places.
   *
   * @return the router
   * @throws io.ringwright.port.JournalException if what the journal kept cannot be used
   */
  public CallRouter build() {
    Rehearsal.run(clock.now());
    CallRouter router = new CallRouter(journal, directory, this);
    // Tokens grow over restarts that keep nothing, as long as the clock does.
    long firstToken = Math.max(1, clock.now().wallClock().toEpochMilli()) * 1000;
    router.start(new RouterEvent.Started(firstToken, seed));
    return router;
  }
}
