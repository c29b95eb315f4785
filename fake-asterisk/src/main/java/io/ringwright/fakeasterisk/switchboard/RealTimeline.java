package io.ringwright.fakeasterisk.switchboard;

import io.ringwright.fakeasterisk.timeline.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A timeline that follows the clock on the wall, on one daemon thread of its own.
 *
 * <p>After {@link #close()} nothing runs any more, and what is handed in is dropped.
 *
 * <p>Thread safety: may be used by many threads.
 */
public final class RealTimeline implements Timeline, AutoCloseable {

  private static final System.Logger LOG = System.getLogger(RealTimeline.class.getName());

  private final InstantSource clock;
  private final ScheduledThreadPoolExecutor executor;
  private volatile Thread thread = Thread.currentThread();

  /**
   * Starts the thread.
   *
   * @param name the name of the thread
   */
  public RealTimeline(String name) {
    this.clock = InstantSource.system();
    this.executor =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread made = new Thread(task, name);
              made.setDaemon(true);
              thread = made;
              return made;
            });
    executor.setRemoveOnCancelPolicy(true);
    executor.prestartCoreThread();
  }

  @Override
  public Instant instant() {
    return clock.instant();
  }

  @Override
  public void run(Runnable task) {
    schedule(task, 0);
  }

  @Override
  public Timer after(Duration delay, Runnable task) {
    return schedule(task, Math.max(0, delay.toNanos()));
  }

  private Timer schedule(Runnable task, long nanoseconds) {
    try {
      Future<?> future = executor.schedule(() -> guarded(task), nanoseconds, TimeUnit.NANOSECONDS);
      return () -> future.cancel(false);
    } catch (RejectedExecutionException closed) {
      return Timer.NONE;
    }
  }

  /** One broken task must not stop the switch in silence. */
  private static void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException failure) {
      LOG.log(System.Logger.Level.ERROR, "a task of the switch failed", failure);
    }
  }

  /**
   * Asks something on the timeline's thread and waits for the answer.
   *
   * @param question what to ask
   * @param <T> the answer
   * @return the answer
   * @throws IllegalStateException if the timeline is closed
   */
  public <T> T ask(Supplier<T> question) {
    if (Thread.currentThread() == thread) {
      return question.get();
    }
    try {
      Callable<T> task = question::get;
      return executor.submit(task).get();
    } catch (RejectedExecutionException closed) {
      throw new IllegalStateException("the switch is closed", closed);
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new CompletionException(failure.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking the switch", interrupted);
    }
  }

  /** Drops what was to run and ends the thread. */
  @Override
  public void close() {
    executor.shutdownNow();
  }
}
