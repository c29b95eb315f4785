package io.ringwright;

import io.ringwright.effect.EffectRunner;
import io.ringwright.host.HostThreads;
import io.ringwright.host.TimeLimit;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * On which threads code of the host runs, and for how long it may: what the builder says, and the
 * threads of one router.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class HostThreading {

  private final ExecutorService ownMoves = HostThreads.one("ringwright-moves");
  private final ExecutorService ownTellings = HostThreads.one("ringwright-listener");
  private final ExecutorService questions = HostThreads.asNeeded("ringwright-host");
  private final Settings settings;
  private final boolean movesInline;

  /**
   * What the builder says.
   *
   * @param moves where callers are moved; nothing for the default
   * @param tellings where the listener and the recorder are told; nothing for a thread of their own
   * @param mostTellings how many tellings wait at the most
   * @param limit for how long the answer to a question may take; zero for no limit
   * @param inline whether everything is done on the thread that brings the event
   */
  record Settings(
      @Nullable Executor moves,
      @Nullable Executor tellings,
      int mostTellings,
      Duration limit,
      boolean inline) {

    static final Settings DEFAULT = new Settings(null, null, 10_000, Duration.ofMillis(100), false);

    Settings movesOn(Executor chosen) {
      return new Settings(chosen, tellings, mostTellings, limit, inline);
    }

    Settings tellingsOn(Executor chosen) {
      return new Settings(moves, chosen, mostTellings, limit, inline);
    }

    Settings mostTellings(int most) {
      return new Settings(moves, tellings, most, limit, inline);
    }

    Settings within(Duration longest) {
      return new Settings(moves, tellings, mostTellings, longest, inline);
    }

    Settings allInline() {
      return new Settings(Runnable::run, Runnable::run, Integer.MAX_VALUE, Duration.ZERO, true);
    }
  }

  /**
   * The threads of a router.
   *
   * @param settings what the builder says
   * @param movesInline whether callers are moved on the thread that releases the effect, unless an
   *     executor is given
   */
  HostThreading(Settings settings, boolean movesInline) {
    this.settings = settings;
    this.movesInline = movesInline;
  }

  EffectRunner.Where where() {
    Executor moves = settings.moves();
    Executor tellings = settings.tellings();
    return new EffectRunner.Where(
        moves != null ? moves : defaultMoves(),
        tellings != null ? tellings : ownTellings,
        settings.inline() ? Runnable::run : ownTellings,
        settings.mostTellings());
  }

  private Executor defaultMoves() {
    return movesInline ? Runnable::run : ownMoves;
  }

  TimeLimit limit() {
    return new TimeLimit(settings.limit(), questions, nanos());
  }

  /** Where code of the host is asked that nobody waits for. */
  Executor questions() {
    return isInline() ? Runnable::run : questions;
  }

  /** Counts nanoseconds; where everything is done inline, no time passes. */
  LongSupplier nanos() {
    return isInline() ? () -> 0 : System::nanoTime;
  }

  boolean isInline() {
    return settings.inline();
  }

  /** Ends the threads, and interrupts what still runs there. */
  void close() {
    ownMoves.shutdownNow();
    ownTellings.shutdownNow();
    questions.shutdownNow();
  }
}
