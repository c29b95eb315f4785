package io.ringwright.testkit;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.IntSupplier;

/**
 * What a parser may cost with an input that somebody else made: 50 ms of the processor, 64 MiB of
 * memory, and one line of the log. An input that costs more is tried a second time, because the
 * first one may have loaded classes.
 *
 * <p>The processor's time is looked at and not the clock's, so that a busy machine changes nothing.
 *
 * <p>Thread safety: for one thread.
 */
public final class InputCost {

  /** The most time. */
  public static final Duration MOST_TIME = Duration.ofMillis(50);

  /** The most bytes that are allocated. */
  public static final long MOST_BYTES = 64L << 20;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final IntSupplier lines;

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

  /** What is tried where nothing is logged. */
  public InputCost() {
    this(() -> 0);
  }

  /**
   * What is tried where somebody counts the log.
   *
   * @param lines how many lines were written to the log since it was asked last
   */
  public InputCost(IntSupplier lines) {
    this.lines = lines;
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
    int unused = lines.getAsInt(); // Not of this input.
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    long nanos = THREADS.getCurrentThreadCpuTime();
    boolean good = trial.run();
    return new Cost(
        good,
        THREADS.getCurrentThreadCpuTime() - nanos,
        THREADS.getCurrentThreadAllocatedBytes() - bytes,
        lines.getAsInt());
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
}
