package io.ringwright.it;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program that runs until it is closed, or until this JVM ends in whatever way: see {@code
 * asterisk/leash.sh}.
 */
final class LeashedProcess implements AutoCloseable {

  private final Process leash;
  private final Path log;

  private LeashedProcess(Process leash, Path log) {
    this.leash = leash;
    this.log = log;
  }

  /** Starts a program; what it prints is added to a log. */
  static LeashedProcess start(Path script, Path log, List<String> command) throws IOException {
    List<String> leashed = new ArrayList<>(List.of("bash", script.toString()));
    leashed.addAll(command);
    Process process =
        new ProcessBuilder(leashed)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    return new LeashedProcess(process, log);
  }

  /** Whether the program still runs. */
  boolean isAlive() {
    return leash.isAlive();
  }

  /** Waits until the program has ended by itself, for 20 s at most; says whether it has. */
  boolean awaitEnd() {
    try {
      return leash.waitFor(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The program and all that it has started. */
  Stream<ProcessHandle> processes() {
    return leash.descendants();
  }

  /** The last lines that the program printed. */
  String lastWords() {
    return LabFiles.tail(log, 15);
  }

  @Override
  public void close() {
    try {
      leash.getOutputStream().close();
      if (!leash.waitFor(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("Still running after 10 s: " + leash.info());
      }
    } catch (IOException e) {
      // The pipe is gone because the leash is: so is the program.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
