package io.ringwright.it.kills;

import io.ringwright.fakeasterisk.PbxUnderTest.AmiLogin;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Starts a {@link KilledEngine}, kills it, stops it, and has it go on.
 *
 * <p>Thread safety: for one thread at a time.
 */
final class EngineUnderKills implements AutoCloseable {

  private final List<String> command = new ArrayList<>();
  private final AmiLogin login;
  private final Path folder;
  private Process process;
  private BufferedReader says;

  /**
   * Starts the first one and waits until it listens.
   *
   * @param login by which it logs in to AMI
   * @param agiPort where it listens for questions
   * @param folder for its journal and what it writes
   * @param phones the numbers of the phones
   */
  EngineUnderKills(AmiLogin login, int agiPort, Path folder, List<String> phones) {
    this.login = login;
    this.folder = folder;
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            KilledEngine.class.getName(),
            String.valueOf(login.port()),
            login.user(),
            String.valueOf(agiPort),
            folder.toString()));
    command.addAll(phones);
    process = launch();
    says = process.inputReader();
    awaitReady();
  }

  /** Signal 9. */
  void kill() {
    process.destroyForcibly();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the engine survived signal 9");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Starts it on the same journal, and waits until it listens. */
  void startAgain() {
    process = launch();
    says = process.inputReader();
    awaitReady();
  }

  /** Has it stop where it is, or go on. */
  void stopped(boolean stopped) {
    try {
      String signal = stopped ? "-STOP" : "-CONT";
      new ProcessBuilder("kill", signal, String.valueOf(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** How many callers wait, by its own account. */
  int waiting() {
    try {
      process.getOutputStream().write('\n');
      process.getOutputStream().flush();
      return Integer.parseInt(says.readLine());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private Process launch() {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("SECRET", login.secret());
    builder.redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("engine.log").toFile()));
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitReady() {
    try {
      String line = says.readLine();
      if (!KilledEngine.READY.equals(line)) {
        throw new IllegalStateException("the engine said '" + line + "'; see " + folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
