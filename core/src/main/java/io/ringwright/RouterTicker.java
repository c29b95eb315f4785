package io.ringwright;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
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
 * <p>If the engine throws, the exception or error goes to the uncaught-exception handler of the
 * executor's thread and ticking goes on; of several in a row the first is shown, the second, the
 * fourth, and so on. Ticking ends with {@link #close()}, or when the executor takes no more work:
 * then {@link io.ringwright.port.RoutingListener#failed} is told. Of an executor that loses its
 * work without a word the listener is told by the next event after 10 s.
 *
 * <p>Thread safety: may be used by many threads.
 */
public final class RouterTicker implements AutoCloseable {

  private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(1);

  private final Supplier<Duration> work;
  private final ScheduledExecutorService executor;
  private final Consumer<RuntimeException> ended;
  private volatile boolean closed;
  private int failures;

  RouterTicker(
      Supplier<Duration> work,
      ScheduledExecutorService executor,
      Consumer<RuntimeException> ended) {
    this.work = work;
    this.executor = executor;
    this.ended = ended;
  }

  /**
   * Starts to tick; the first call comes at once.
   *
   * @param router the engine
   * @param executor where to call; it stays the host's, who shuts it down
   * @return the ticker, to be closed before the executor is shut down
   */
  public static RouterTicker start(CallRouter router, ScheduledExecutorService executor) {
    RouterTicker ticker =
        new RouterTicker(
            () -> doDue(router), executor, why -> router.tellFailure("go on ticking", why));
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
      failures = 0;
    } catch (Throwable failure) { // An Error too: an executor would keep it to itself.
      show(failure);
    } finally {
      tickAfter(atLeast(SHORTEST_PAUSE, atMost(LONGEST_PAUSE, pause)));
    }
  }

  private void show(Throwable failure) {
    failures++;
    if (Integer.bitCount(failures) == 1) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
    }
  }

  private void tickAfter(Duration pause) {
    if (closed) {
      return;
    }
    try {
      var unused = executor.schedule(this::tick, pause.toNanos(), TimeUnit.NANOSECONDS);
    } catch (Throwable refused) { // Shut down, or no thread can be started.
      closed = true;
      ended.accept(
          new IllegalStateException(
              "the executor of the ticker takes no more work: nobody sees to longest waits, lost"
                  + " moves and wrap-ups any more\nClose the ticker before its executor is shut down;"
                  + " to go on, start another one.",
              refused));
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
