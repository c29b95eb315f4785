package io.ringwright.it;

import io.ringwright.agi.Dialplan;
import io.ringwright.fakeasterisk.PbxUnderTest.AmiLogin;
import io.ringwright.it.AsteriskConfiguration.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A real Asterisk to be loaded and measured, on loopback: nothing stands between it, its SIPp
 * phones, its SIPp callers and an application, and nobody else listens to it.
 *
 * <p>One SIPp plays all its phones. What each SIPp sent and received, and when, is in its trace:
 * SIPp's {@code -trace_shortmsg}.
 *
 * <p>Everything it starts ends with {@link #close()} or with the JVM, however that ends.
 *
 * <p>Thread safety: for one thread.
 */
public final class LoadAsterisk implements AutoCloseable {

  private static final Duration OVERHANG = Duration.ofSeconds(5);

  private final LabParts parts = new LabParts();
  private final AsteriskInstallation installation;
  private final String secret = UUID.randomUUID().toString();
  private final Path work;
  private final Ports ports;
  private final Dialplan dialplan;
  private final AsteriskProcess asterisk;

  private LoadAsterisk(
      AsteriskInstallation installation, Map<String, String> files, Dialplan.Builder changed)
      throws IOException {
    this.installation = installation;
    try {
      work = LabFolder.create();
      ports = freePorts();
      dialplan = changed.agi("127.0.0.1", ports.agi()).build();
      Map<String, String> values =
          AsteriskConfiguration.write(installation, work, ports, settings(), dialplan);
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(
            work.resolve("etc").resolve(file.getKey()), LabFiles.fill(file.getValue(), values));
      }
      part(sipp("phones", ports.phones(), List.of()));
      asterisk =
          part(
              AsteriskProcess.boot(
                  installation.asterisk(), work, ports.ami(), secret, message -> {}));
      asterisk.observer().close();
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * Boots an Asterisk.
   *
   * @param installation which one
   * @param files what shall be in its folder, by name: {@code phones.xml} and {@code callers.xml}
   *     are the SIPp scenarios, every other is a configuration file and replaces the lab's.
   *     {@code @SECRET@} and the lab's other placeholders are replaced in them.
   * @return a running one
   */
  public static LoadAsterisk boot(AsteriskInstallation installation, Map<String, String> files) {
    return boot(installation, files, Dialplan.builder());
  }

  /**
   * Boots an Asterisk whose side of the dialplan differs from the standard.
   *
   * @param installation which one
   * @param files as above
   * @param dialplan what ringwright.conf is made from; its address of the engine is set here
   * @return a running one
   */
  public static LoadAsterisk boot(
      AsteriskInstallation installation, Map<String, String> files, Dialplan.Builder dialplan) {
    try {
      return new LoadAsterisk(installation, files, dialplan);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Where an application connects for AMI, without a relay.
   *
   * @param user an AMI user of manager.conf
   * @return loopback port and login
   */
  public AmiLogin ami(String user) {
    return new AmiLogin(ports.ami(), user, secret);
  }

  /**
   * What its ringwright.conf was made from.
   *
   * @return the value for the builders of both adapters
   */
  public Dialplan dialplan() {
    return dialplan;
  }

  /**
   * The port on which the dialplan expects the application's FastAGI server.
   *
   * @return a loopback TCP port
   */
  public int agiPort() {
    return ports.agi();
  }

  /**
   * Lets callers call, and waits until they are done.
   *
   * @param name of their trace
   * @param arguments of SIPp: how many, how fast, which number
   * @param longest after how long they are cut off
   * @return their trace
   */
  public Path call(String name, List<String> arguments, Duration longest) {
    try {
      List<String> all = new ArrayList<>(List.of("127.0.0.1:" + ports.sip()));
      all.addAll(arguments);
      all.addAll(List.of("-timeout", longest.toSeconds() + "s"));
      long deadline = System.nanoTime() + longest.plus(OVERHANG).toNanos();
      try (SippProcess callers = sipp(name, FreePorts.udp(), all)) {
        while (callers.isAlive() && System.nanoTime() < deadline) {
          Pause.briefly();
        }
      }
      return trace(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What the phones sent and received so far.
   *
   * @return their trace
   */
  public Path phonesTrace() {
    return trace("phones");
  }

  /**
   * How long processors have worked for Asterisk since it was started.
   *
   * @return in steps of 10 ms
   */
  public Duration processorTime() {
    return asterisk.processorTime();
  }

  /**
   * The folder with this Asterisk's configuration and logs.
   *
   * @return stays after {@link #close()}
   */
  public Path work() {
    return work;
  }

  @Override
  public void close() {
    parts.close();
  }

  private Path trace(String name) {
    return work.resolve("log/" + name + ".tsv");
  }

  private SippProcess sipp(String name, int port, List<String> arguments) throws IOException {
    String scenario = name.equals("phones") ? "phones.xml" : "callers.xml";
    List<String> command =
        new ArrayList<>(
            List.of(
                installation.sipp().toString(),
                "-sf",
                work.resolve("etc").resolve(scenario).toString(),
                "-i",
                "127.0.0.1",
                "-p",
                Integer.toString(port),
                "-key",
                "sink",
                Integer.toString(ports.sink()),
                "-nostdin",
                "-trace_shortmsg",
                "-shortmessage_file",
                trace(name).toString(),
                "-trace_err",
                "-error_file",
                work.resolve("log/" + name + "-errors.log").toString()));
    command.addAll(arguments);
    return SippProcess.launch(work, name, port, command);
  }

  private <T extends AutoCloseable> T part(T part) {
    parts.add(part);
    return part;
  }

  private Ports freePorts() throws IOException {
    DatagramSocket sink = part(new DatagramSocket(FreePorts.loopback()));
    return new Ports(
        FreePorts.udp(), FreePorts.tcp(), FreePorts.tcp(), FreePorts.udp(), sink.getLocalPort());
  }

  private Map<String, String> settings() throws IOException {
    Path run = LabFolder.createShort();
    parts.add(() -> LabFolder.delete(run));
    return Map.of("SECRET", secret, "SYSTEM", "lab", "RUN", run.toString());
  }
}
