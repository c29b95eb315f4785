package io.ringwright.benchmarks.agi;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How long each question took that several clients asked one after the other.
 *
 * <p>Thread safety: immutable.
 */
final class Sample {

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final long[] sorted;
  private final int undecided;
  private final long whole;
  private final long processor;

  /**
   * Of what was measured.
   *
   * @param nanos of each question, in any order
   * @param undecided how many of them got no decision
   * @param whole nanoseconds from the first question to the last answer
   * @param processor nanoseconds of processor time in the JVM, without the clients'
   */
  Sample(long[] nanos, int undecided, long whole, long processor) {
    sorted = nanos.clone();
    Arrays.sort(sorted);
    this.undecided = undecided;
    this.whole = whole;
    this.processor = processor;
  }

  /** Has all clients ask for a time. */
  static Sample of(List<AsteriskClient> clients, Duration time)
      throws IOException, InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(clients.size());
    try {
      long began = System.nanoTime();
      long used = SYSTEM.getProcessCpuTime();
      long end = began + time.toNanos();
      List<Callable<Asked>> work = new ArrayList<>();
      clients.forEach(client -> work.add(() -> asking(client, end)));
      List<Asked> done = new ArrayList<>();
      for (Future<Asked> each : threads.invokeAll(work)) {
        done.add(each.get());
      }
      return new Sample(
          done.stream().map(Asked::times).flatMapToLong(Arrays::stream).toArray(),
          done.stream().mapToInt(Asked::undecided).sum(),
          System.nanoTime() - began,
          SYSTEM.getProcessCpuTime() - used - done.stream().mapToLong(Asked::processor).sum());
    } catch (ExecutionException failed) {
      throw new IOException("a client failed", failed);
    } finally {
      threads.shutdownNow();
    }
  }

  /** What one client has seen. */
  private static final class Asked {
    private long[] times = new long[1024];
    private int count;
    private int undecided;
    private final long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    private long processor;

    private void add(long nanos, boolean decided) {
      if (count == times.length) {
        times = Arrays.copyOf(times, count * 2);
      }
      times[count++] = nanos;
      undecided += decided ? 0 : 1;
    }

    private long[] times() {
      return Arrays.copyOf(times, count);
    }

    private int undecided() {
      return undecided;
    }

    private void end() {
      processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began;
    }

    private long processor() {
      return processor;
    }
  }

  private static Asked asking(AsteriskClient client, long end) throws IOException {
    Asked asked = new Asked();
    for (long now = System.nanoTime(); now < end; ) {
      boolean decided = client.ask();
      long then = System.nanoTime();
      asked.add(then - now, decided);
      now = then;
    }
    asked.end();
    return asked;
  }

  int undecided() {
    return undecided;
  }

  /** Microseconds of processor time for each question, without the clients'. */
  double processorMicros() {
    return processor / 1000.0 / sorted.length;
  }

  double perSecond() {
    return sorted.length * 1e9 / whole;
  }

  /** The time that this share of all does not exceed, in microseconds: the nearest rank. */
  double micros(double share) {
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted[Math.max(0, rank - 1)] / 1000.0;
  }
}
