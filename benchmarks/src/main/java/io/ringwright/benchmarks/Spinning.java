package io.ringwright.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A process that keeps all cores busy: a JVM with a thread for each that does nothing else. It ends
 * when it is closed, when the process that started it ends, and in any case after its time.
 */
final class Spinning implements AutoCloseable {

  private final Process process;

  private Spinning(Process process) {
    this.process = process;
  }

  /**
   * Starts one.
   *
   * @param longest when it ends by itself
   */
  static Spinning start(Duration longest) throws IOException {
    return new Spinning(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-cp",
                System.getProperty("java.class.path"),
                Spinning.class.getName(),
                Integer.toString(Runtime.getRuntime().availableProcessors()),
                Long.toString(longest.toSeconds()))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  /** Spins: arguments are the number of threads, and for how many seconds at the most. */
  public static void main(String[] arguments) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[1]));
    for (int each = 0; each < Integer.parseInt(arguments[0]); each++) {
      Thread thread = new Thread(() -> spin(end), "spinning-" + each);
      thread.setDaemon(true);
      thread.start();
    }
    Thread ender =
        new Thread(
            () -> {
              spinSlowly(end);
              Runtime.getRuntime().halt(0);
            });
    ender.setDaemon(true);
    ender.start();
    while (System.in.read() >= 0) {
      // Whoever started this holds the other end, and says nothing.
    }
    Runtime.getRuntime().halt(0);
  }

  private static void spin(long end) {
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  private static void spinSlowly(long end) {
    try {
      TimeUnit.NANOSECONDS.sleep(end - System.nanoTime());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
