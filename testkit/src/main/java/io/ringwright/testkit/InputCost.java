package io.ringwright.testkit;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * What a parser may cost with an input that somebody else made: 50 ms of the processor, 64 MiB of
 * memory, and one line on the error output, to which the log of tests goes. An input that costs
 * more is tried a second time, because the first one may have loaded classes.
 *
 * <p>The processor's time is looked at and not the clock's, so that a busy machine changes nothing.
 *
 * <p>Thread safety: for one thread.
 */
public final class InputCost implements AutoCloseable {

  /** The most time. */
  public static final Duration MOST_TIME = Duration.ofMillis(50);

  /** The most bytes that are allocated. */
  public static final long MOST_BYTES = 64L << 20;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final PrintStream terminal = System.err;
  private final Lines lines = new Lines();

  /** What is tried with an input. */
  @FunctionalInterface
  public interface Trial {
    /**
     * Reads the input.
     *
     * @return whether it was a good one
     */
    boolean run();
  }

  /** Counts line ends, and forgets the rest. */
  private static final class Lines extends OutputStream {
    private int ends;

    @Override
    public void write(int each) throws IOException {
      ends += each == '\n' ? 1 : 0;
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      for (int at = from; at < from + length; at++) {
        ends += bytes[at] == '\n' ? 1 : 0;
      }
    }
  }

  /** From now on lines on the error output are counted, and not shown. */
  public InputCost() {
    System.setErr(new PrintStream(lines, true, StandardCharsets.UTF_8));
  }

  /**
   * Tries an input.
   *
   * @param trial reads it
   * @return what the trial says
   * @throws AssertionError if it costs too much, twice
   */
  public boolean of(Trial trial) {
    Cost cost = measure(trial);
    if (!cost.isTooMuch()) {
      return cost.good();
    }
    cost = measure(trial);
    if (cost.isTooMuch()) {
      throw new AssertionError(
          "an input costs "
              + cost
              + ": expected at most "
              + MOST_TIME.toMillis()
              + " ms, "
              + MOST_BYTES
              + " bytes and one line");
    }
    return cost.good();
  }

  private Cost measure(Trial trial) {
    int before = lines.ends;
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    long nanos = THREADS.getCurrentThreadCpuTime();
    boolean good = trial.run();
    return new Cost(
        good,
        THREADS.getCurrentThreadCpuTime() - nanos,
        THREADS.getCurrentThreadAllocatedBytes() - bytes,
        lines.ends - before);
  }

  private record Cost(boolean good, long nanos, long bytes, int lines) {

    boolean isTooMuch() {
      return nanos > MOST_TIME.toNanos() || bytes > MOST_BYTES || lines > 1;
    }

    @Override
    public String toString() {
      return nanos / 1_000_000 + " ms, " + bytes + " bytes, " + lines + " lines";
    }
  }

  /** The error output is shown again. */
  @Override
  public void close() {
    System.setErr(terminal);
  }
}
