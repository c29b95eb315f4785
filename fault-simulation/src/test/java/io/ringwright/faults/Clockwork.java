package io.ringwright.faults;

import io.ringwright.fakeasterisk.timeline.Timeline;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** An executor that runs what is scheduled in virtual time. */
final class Clockwork extends AbstractExecutorService implements ScheduledExecutorService {

  private final Timeline timeline;

  Clockwork(Timeline timeline) {
    this.timeline = timeline;
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
    return new Scheduled(timeline.after(Duration.ofNanos(unit.toNanos(delay)), command));
  }

  @Override
  public void execute(Runnable command) {
    timeline.run(command);
  }

  private static final class Scheduled implements ScheduledFuture<Object> {
    private final Timeline.Timer timer;
    private final CompletableFuture<Object> done = new CompletableFuture<>();

    Scheduled(Timeline.Timer timer) {
      this.timer = timer;
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return 0;
    }

    @Override
    public int compareTo(Delayed other) {
      return 0;
    }

    @Override
    public boolean cancel(boolean interrupt) {
      timer.cancel();
      return done.cancel(interrupt);
    }

    @Override
    public boolean isCancelled() {
      return done.isCancelled();
    }

    @Override
    public boolean isDone() {
      return done.isDone();
    }

    @Override
    public Object get() throws ExecutionException, InterruptedException {
      throw new CancellationException("nobody waits in virtual time");
    }

    @Override
    public Object get(long time, TimeUnit unit) throws ExecutionException, InterruptedException {
      return get();
    }
  }

  @Override
  public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
    throw new UnsupportedOperationException("only tasks without an answer are scheduled");
  }

  @Override
  public ScheduledFuture<?> scheduleAtFixedRate(
      Runnable command, long initialDelay, long period, TimeUnit unit) {
    throw new UnsupportedOperationException("nothing is repeated");
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(
      Runnable command, long initialDelay, long delay, TimeUnit unit) {
    throw new UnsupportedOperationException("nothing is repeated");
  }

  @Override
  public void shutdown() {}

  @Override
  public List<Runnable> shutdownNow() {
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    return false;
  }

  @Override
  public boolean isTerminated() {
    return false;
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    return false;
  }
}
