package io.ringwright;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Calls {@link CallRouter#runDue()} when something is due, on an executor that the host application
 * lends: the engine itself starts no thread.
 *
 * <pre>{@code
 * ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
 * RouterTicker ticker = RouterTicker.start(router, executor);
 * }</pre>
 *
 * <p>An application needs one ticker, whichever adapters it uses: leases, back-offs, wrap-up and
 * longest waits run out whether or not a switch sends anything. It calls at the instant that the
 * engine named, and at least every 100 ms, because an event in between may make something due
 * earlier.
 *
 * <p>If the executor is shut down while nobody has closed the ticker, nothing is due any more; the
 * check of the installation says so ({@code AmiConnection.findings}).
 *
 * <p>If the engine throws, the exception or error goes to the uncaught-exception handler of the
 * executor's thread and ticking goes on. Ticking ends with {@link #close()} or when the executor is
 * shut down.
 *
 * <p>Thread safety: may be used by many threads.
 */
public final class RouterTicker implements AutoCloseable {

  private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(1);

  private final Supplier<Duration> work;
  private final ScheduledExecutorService executor;
  private volatile boolean closed;

  RouterTicker(Supplier<Duration> work, ScheduledExecutorService executor) {
    this.work = work;
    this.executor = executor;
  }

  /**
   * Starts to tick; the first call comes at once.
   *
   * @param router the engine
   * @param executor where to call; it stays the host's, who shuts it down
   * @return the ticker, to be closed before the executor is shut down
   * @throws IllegalStateException if the executor was shut down before
   */
  public static RouterTicker start(CallRouter router, ScheduledExecutorService executor) {
    requireNonNull(router, "router is null: expected a CallRouter");
    requireNonNull(executor, "executor is null: expected one that is running");
    if (executor.isShutdown()) {
      throw new IllegalStateException(
          "the executor of the ticker is shut down: nothing would ever be due\n"
              + "Start the ticker with an executor that runs, and shut that down last.");
    }
    RouterTicker ticker = new RouterTicker(() -> doDue(router), executor);
    ticker.tickAfter(Duration.ZERO);
    return ticker;
  }

  /** On the engine's time, so that a step of the wall clock changes no pause. */
  private static Duration doDue(CallRouter router) {
    router.runDue();
    return router.untilDue();
  }

  /** Ticks once, and arranges the next time. */
  void tick() {
    Duration pause = LONGEST_PAUSE;
    try {
      pause = work.get();
    } catch (Throwable failure) { // An Error too: an executor would keep it to itself.
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
    } finally {
      tickAfter(atLeast(SHORTEST_PAUSE, atMost(LONGEST_PAUSE, pause)));
    }
  }

  private void tickAfter(Duration pause) {
    if (closed) {
      return;
    }
    try {
      var unused = executor.schedule(this::tick, pause.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException shutDown) {
      closed = true;
    }
  }

  /** Ends the ticking. A call under way is finished; nothing is awaited. */
  @Override
  public void close() {
    closed = true;
  }

  private static Duration atMost(Duration limit, Duration pause) {
    return pause.compareTo(limit) > 0 ? limit : pause;
  }

  private static Duration atLeast(Duration limit, Duration pause) {
    return pause.compareTo(limit) < 0 ? limit : pause;
  }
}
