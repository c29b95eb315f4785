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
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

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
  private HostThreading.Settings host = HostThreading.Settings.DEFAULT;
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
   * On which threads callers are moved, by the {@link Telephony}. By default, with a journal that
   * {@linkplain Journal#releasesWithinAppend releases effects there}, such as the one in memory, on
   * the thread that brings the event, before its answer goes back; with any other journal on a
   * thread of its own. Callers are moved one at a time and in the order of the events.
   *
   * @param chosen the executor; if it takes no more work, callers are moved on the thread that asks
   *     for it
   * @return this
   */
  @CanIgnoreReturnValue
  public CallRouterBuilder effectsOn(Executor chosen) {
    requireNonNull(chosen, "effectsOn is null: expected a value, or no call for the default");
    host = host.movesOn(chosen);
    return this;
  }

  /**
   * On which threads the listener and the recorder are told, one telling at a time and in the order
   * of the events. By default on a thread of their own, a daemon that is started with the first
   * telling and ends when there was none for 10 s. No answer and no move of a caller waits for
   * them, unless this executor runs its work on the thread that brings it.
   *
   * @param chosen the executor; if it takes no more work, the default takes its place
   * @return this
   */
  @CanIgnoreReturnValue
  public CallRouterBuilder listenersOn(Executor chosen) {
    requireNonNull(chosen, "listenersOn is null: expected a value, or no call for the default");
    host = host.tellingsOn(chosen);
    return this;
  }

  /**
   * How many tellings to the listener and the recorder may wait. An ordinary call has about ten. If
   * more wait, the newest are dropped, all of one event together, until half of the room is free
   * again; then {@link RoutingListener#missed} and {@link EventRecorder#missed} say how many, at
   * their place in the order. 10 000 by default. Each telling of a decision holds its explanation,
   * which for a hunt group of a thousand members is about 100 KB: where decisions are explained,
   * groups are that large and memory is scarce, choose less.
   *
   * @param most 100 to 1 000 000
   * @return this
   * @throws IllegalArgumentException if it is out of range
   */
  @CanIgnoreReturnValue
  public CallRouterBuilder mostTellings(int most) {
    if (most < 100 || most > 1_000_000) {
      throw new IllegalArgumentException(
          "mostTellings "
              + most
              + " is not valid: expected 100 to 1000000\nA listener that falls further behind is"
              + " too slow for the calls.");
    }
    host = host.mostTellings(most);
    return this;
  }

  /**
   * For how long predicates and strategies of the host may take. For predicates it holds for all
   * questions of one event together, if a caller waits for its answer, and otherwise for each
   * question by itself; for strategies, for all questions of one event to one strategy, because all
   * other events wait meanwhile. They are asked on threads of the router. 100 ms by default.
   *
   * @param longest 1 ms to 10 s
   * @return this
   * @throws IllegalArgumentException if it is out of range
   */
  @CanIgnoreReturnValue
  public CallRouterBuilder hostAnswersWithin(Duration longest) {
    requireNonNull(
        longest, "hostAnswersWithin is null: expected a value, or no call for the default");
    if (longest.compareTo(Duration.ofMillis(1)) < 0
        || longest.compareTo(Duration.ofSeconds(10)) > 0) {
      throw new IllegalArgumentException(
          "hostAnswersWithin "
              + longest
              + " is not valid: expected 1 ms to 10 s\nA caller waits for 300 ms in all.");
    }
    host = host.within(longest);
    return this;
  }

  /**
   * Calls all code of the host - {@link Telephony}, listener, recorder, predicates, strategies - on
   * the thread that brings the event, without any limit of time or number. For tests and
   * simulations: the same events give the same calls in the same order. In use, a listener that
   * blocks would block callers. Choose it before what else is said about threads and times.
   *
   * @return this
   */
  @CanIgnoreReturnValue
  public CallRouterBuilder singleThreaded() {
    host = host.allInline();
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

  HostThreading threading() {
    return new HostThreading(host, journal.releasesWithinAppend());
  }

  EngineClock engineClock() {
    return clock;
  }

  JournaledEngine.Settings engineSettings(GuardedStrategies guarded) {
    Map<String, Strategy> own = new HashMap<>(strategies);
    own.putAll(PhoneListText.ownStrategies(directory.phoneList()));
    return new JournaledEngine.Settings(
        explains, recorder != EventRecorder.NONE, new KeptPhoneLists(own), guarded);
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
