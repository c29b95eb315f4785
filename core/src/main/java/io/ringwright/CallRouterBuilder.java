package io.ringwright;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.ringwright.directory.Strategy;
import io.ringwright.directory.text.PhoneListText;
import io.ringwright.event.EventRecorder;
import io.ringwright.event.RouterEvent;
import io.ringwright.journal.Journal;
import io.ringwright.memory.InMemoryJournal;
import io.ringwright.port.Directory;
import io.ringwright.port.RoutingListener;
import io.ringwright.port.Telephony;
import java.time.Duration;
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

  private static final Duration LONGEST_SNAPSHOT = Duration.ofMinutes(1);

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
  Duration snapshotWithin = Duration.ofSeconds(5);

  CallRouterBuilder(Directory directory, Telephony telephony) {
    this.directory = requireNonNull(directory, "directory is null: expected a Directory");
    this.telephony = requireNonNull(telephony, "telephony is null: expected a Telephony");
  }

  /**
   * Where events are put in order and kept. By default an {@link InMemoryJournal}, which keeps
   * nothing: after a stop only what the callers' channels remember comes back.
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
   * A strategy of the host's own that an earlier phone list used. A journal that kept such a list
   * can be opened only if its strategies are known. Strategies of the current list need not be
   * given.
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
   * Who is told of arrivals, decisions, answers and ends. Nobody by default.
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
   * Who records events and decisions, for a replay. Nobody by default.
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
   * Where time comes from: opening hours and intervals both follow this clock. By default opening
   * hours follow the system's clock, and intervals follow {@link System#nanoTime}, which no step of
   * the clock changes. For tests and simulations.
   *
   * @param chosen a clock that goes back or forward only as time does
   * @return this
   */
  @CanIgnoreReturnValue
  public CallRouterBuilder clock(InstantSource chosen) {
    requireNonNull(chosen, "clock is null: expected a value, or no call for the default");
    clock = EngineClock.following(chosen);
    return this;
  }

  /**
   * The seed of the strategies random and weighted random: the same seed and the same events give
   * the same choices. 0 by default.
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
   * For how long callers wait for the first snapshot of their switch, after a start and after the
   * link was lost. Meanwhile no phone is promised there: what an engine without a snapshot takes
   * for free may be engaged, and whoever speaks first may be last in the queue. When the time is
   * over the router goes on with what it knows. It concerns switches of which {@link
   * SwitchEvents#pbxExpected} is reported, as the AMI adapter does, or that were linked before the
   * journal was closed. 5 s by default.
   *
   * @param longest zero, for no such wait, to 1 minute
   * @return this
   * @throws IllegalArgumentException if it is out of range
   */
  @CanIgnoreReturnValue
  public CallRouterBuilder snapshotWithin(Duration longest) {
    requireNonNull(longest, "snapshotWithin is null: expected a value, or no call for the default");
    if (longest.isNegative() || longest.compareTo(LONGEST_SNAPSHOT) > 0) {
      throw new IllegalArgumentException(
          "the wait of "
              + longest
              + " for the first snapshot is not valid: expected zero to "
              + LONGEST_SNAPSHOT
              + "\nA snapshot that takes longer is no reason to let callers wait.");
    }
    snapshotWithin = longest;
    return this;
  }

  /**
   * Gives answers without explanations. For large hunt groups this is much faster, because an
   * explanation names every member and a decision needs only the first. {@link CallRouter#explain}
   * still explains. By default every decision is explained.
   *
   * @return this
   */
  @CanIgnoreReturnValue
  public CallRouterBuilder withoutExplanations() {
    explains = false;
    return this;
  }

  /**
   * On which threads effects are carried out: moves of callers, the listener, the recorder. By
   * default, with a journal that {@linkplain Journal#releasesWithinAppend releases them there},
   * such as the one in memory, on the thread that brings the event, before its answer goes back;
   * with any other journal on the common pool of the Java platform. If an executor is given, no
   * answer waits for effects. They are carried out one at a time and in the order of the events.
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
   * Where time comes from, with one clock for opening hours and another one for intervals.
   *
   * @param timeOfDay the wall clock, for opening hours; it may be set forward and back
   * @param nanoseconds counts nanoseconds from any beginning and never goes back; waits, leases,
   *     wrap-ups and back-offs follow it
   * @return this
   */
  @CanIgnoreReturnValue
  public CallRouterBuilder clocks(InstantSource timeOfDay, LongSupplier nanoseconds) {
    clock = new EngineClock(timeOfDay, nanoseconds);
    return this;
  }

  /** By which it is measured how long code of the host takes. */
  static LongSupplier passingTime() {
    return System::nanoTime;
  }

  Executor effectsExecutor() {
    if (executor != null) {
      return executor;
    }
    return journal.releasesWithinAppend() ? Runnable::run : CallRouterBuilder::runElsewhere;
  }

  private static void runElsewhere(Runnable effects) {
    var unused = CompletableFuture.runAsync(effects);
  }

  EngineClock engineClock() {
    return clock;
  }

  JournaledEngine.Settings engineSettings() {
    Map<String, Strategy> own = new HashMap<>(strategies);
    own.putAll(PhoneListText.ownStrategies(directory.phoneList()));
    return new JournaledEngine.Settings(
        explains, recorder != EventRecorder.NONE, new KeptPhoneLists(own));
  }

  /**
   * Makes the router and opens its journal. What the journal kept is in force at once: calls wait
   * at their old places, and calls that were being delivered are looked for.
   *
   * @return the router
   * @throws io.ringwright.journal.JournalException if what the journal kept cannot be used; the
   *     message says where, and what helps
   * @throws IllegalStateException if the journal was opened before
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
