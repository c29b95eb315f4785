package io.ringwright.benchmarks.engine;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * The longest of several steps, as time on the processor: neither collections nor other processes
 * are in it.
 *
 * <p>Thread safety: for one thread.
 */
final class LongestEvent {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private long longest;
  private long all;
  private int steps;

  static long now() {
    return THREADS.getCurrentThreadCpuTime();
  }

  /** A step that began then is over. */
  void since(long began) {
    long took = now() - began;
    longest = Math.max(longest, took);
    all += took;
    steps++;
  }

  void clear() {
    longest = 0;
    all = 0;
    steps = 0;
  }

  /** The longest, in milliseconds. */
  double millis() {
    return longest / 1e6;
  }

  /** All of them together, in milliseconds. */
  double allMillis() {
    return all / 1e6;
  }

  int steps() {
    return steps;
  }
}
