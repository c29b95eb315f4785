package io.ringwright.it;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A SIPp that plays one scenario file on a port of its own. */
final class SippProcess implements AutoCloseable {

  private static final long START_LIMIT_NANOS = 10_000_000_000L;

  private final LeashedProcess process;
  private final int port;

  private SippProcess(LeashedProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts SIPp and waits until it listens.
   *
   * @param work the lab's folder
   * @param sipp the program
   * @param name of the scenario in {@code asterisk/sipp}
   * @param relayPort the address it gives itself in its messages
   * @param sinkPort where media for it may be sent
   */
  static SippProcess start(Path work, Path sipp, String name, int relayPort, int sinkPort)
      throws IOException {
    Path scenario = work.resolve(name + ".xml");
    LabFiles.copy("sipp/" + name + ".xml", scenario);
    int port = FreePorts.udp();
    List<String> command =
        List.of(
            sipp.toString(),
            "-sf",
            scenario.toString(),
            "-i",
            "127.0.0.1",
            "-p",
            Integer.toString(port),
            "-key",
            "relay",
            Integer.toString(relayPort),
            "-key",
            "sink",
            Integer.toString(sinkPort),
            "-nostdin",
            "-trace_err",
            "-error_file",
            work.resolve("log/" + name + "-errors.log").toString());
    return launch(work, name, port, command);
  }

  /**
   * Starts SIPp with a command of the caller's own and waits until it listens.
   *
   * @param work the lab's folder
   * @param name for its log and for messages
   * @param port where the command makes it listen
   * @param command the program and its arguments
   */
  static SippProcess launch(Path work, String name, int port, List<String> command)
      throws IOException {
    LeashedProcess process =
        LeashedProcess.start(
            work.resolve("leash.sh"), work.resolve("log/" + name + ".log"), command);
    SippProcess started = new SippProcess(process, port);
    started.awaitListening(name);
    return started;
  }

  int port() {
    return port;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.close();
  }

  private void awaitListening(String name) throws IOException {
    long deadline = System.nanoTime() + START_LIMIT_NANOS;
    while (!FreePorts.isBoundUdp(port)) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        close();
        throw new IOException("SIPp (" + name + ") does not listen:\n" + process.lastWords());
      }
      Pause.briefly();
    }
  }
}
