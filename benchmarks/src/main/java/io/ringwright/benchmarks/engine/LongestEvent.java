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

  private static final boolean TRACE = Boolean.getBoolean("trace");
  private long longest;
  private long all;
  private int steps;
  private String kind = "";

  static long now() {
    return THREADS.getCurrentThreadCpuTime();
  }

  /** A step of this kind that began then is over. */
  void since(long began, String step) {
    long took = now() - began;
    all += took;
    steps++;
    if (took > longest) {
      longest = took;
      kind = step + " " + steps;
    }
    if (TRACE && took > 5_000_000) {
      System.err.println("  " + step + " " + steps + " " + took / 1e6);
    }
  }

  void clear() {
    longest = 0;
    all = 0;
    steps = 0;
    kind = "";
  }

  /** What kind of step the longest was, and which of all. */
  String kind() {
    return kind;
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
