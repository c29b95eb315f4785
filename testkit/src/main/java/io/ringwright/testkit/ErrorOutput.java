package io.ringwright.testkit;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What a program writes to its error output, the log of a simple logger among it, kept in place of
 * being shown until this is closed.
 *
 * <p>Thread safety: one at a time; the program may write from many threads.
 */
public final class ErrorOutput implements AutoCloseable {

  private final PrintStream terminal = System.err;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  private ErrorOutput() {}

  /**
   * Keeps what is written from now on.
   *
   * @return what is kept, nothing yet; close it
   */
  public static ErrorOutput kept() {
    ErrorOutput output = new ErrorOutput();
    System.setErr(new PrintStream(output.written, true, StandardCharsets.UTF_8));
    return output;
  }

  /**
   * What was written, and was not counted by {@link #takeLines}.
   *
   * @return lines as they were written
   */
  public String text() {
    return written.toString(StandardCharsets.UTF_8);
  }

  /**
   * How many lines were written since this was asked last.
   *
   * @return the number; from now on they are forgotten
   */
  public int takeLines() {
    int lines = (int) text().lines().count();
    written.reset();
    return lines;
  }

  /** What is written is shown again. */
  @Override
  public void close() {
    System.setErr(terminal);
  }
}
