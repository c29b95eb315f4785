package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.CallRouter;
import io.ringwright.RouterTicker;
import io.ringwright.agi.FastAgiServer;
import io.ringwright.ami.AmiConnection;
import io.ringwright.ami.AmiTelephony;
import io.ringwright.call.PbxId;
import io.ringwright.fakeasterisk.PbxUnderTest;
import io.ringwright.journal.sqlite.SqliteJournal;
import io.ringwright.memory.InMemoryDirectory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The application on a SQLite journal in a process of its own, which can be killed. It ends by
 * itself when the process that started it does.
 */
final class EngineProcess implements AutoCloseable {

  private static final String QUEUE = "waiting: ";
  private static final String READY = "ready";

  private final Process process;
  private final List<String> said = new ArrayList<>();
  private final List<String> queue;

  private EngineProcess(Process process) throws IOException {
    this.process = process;
    BufferedReader lines = process.inputReader();
    for (String each = lines.readLine(); each != null && !each.equals(READY); ) {
      said.add(each);
      each = lines.readLine();
    }
    assertThat(process.isAlive()).as("the engine runs; it said %s", said).isTrue();
    queue =
        said.stream()
            .filter(each -> each.startsWith(QUEUE))
            .map(each -> each.substring(QUEUE.length()))
            .toList();
  }

  /** Starts one that serves a switch, and waits until it is linked and listens. */
  static EngineProcess start(PbxUnderTest pbx, Path journal) {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            EngineProcess.class.getName(),
            String.valueOf(pbx.ami().port()),
            pbx.ami().user(),
            String.valueOf(pbx.agiPort()),
            journal.toString());
    builder.environment().put("SECRET", pbx.ami().secret());
    try {
      return new EngineProcess(builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The numbers of the callers who waited by the journal, before the switch was asked. */
  List<String> queueAtStart() {
    return queue;
  }

  /** Signal 9. */
  void kill() throws InterruptedException {
    process.toHandle().destroyForcibly();
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    // 128 and the number of the signal.
    assertThat(process.exitValue()).isEqualTo(137);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /**
   * Serves a switch until standard input ends.
   *
   * @param arguments AMI port, AMI user, AGI port, file of the journal
   * @throws Exception if a port is taken or the journal cannot be used
   */
  public static void main(String[] arguments) throws Exception {
    PbxId pbx = PbxId.of("lab");
    AmiTelephony telephony = new AmiTelephony();
    CallRouter router =
        CallRouter.builder(new InMemoryDirectory(Scenarios.phones().build()), telephony)
            .journal(SqliteJournal.at(Path.of(arguments[3])).build())
            .build();
    router.waitingCalls().forEach(call -> System.out.println(QUEUE + call.caller().number()));
    AmiConnection ami =
        AmiConnection.builder(router, telephony)
            .pbx(pbx)
            .address("127.0.0.1", Integer.parseInt(arguments[0]))
            .login(arguments[1], System.getenv("SECRET"))
            .build();
    ami.start();
    ami.awaitConnected(Duration.ofSeconds(15));
    FastAgiServer.builder(router, pbx)
        .port(Integer.parseInt(arguments[2]))
        .amiReports(() -> ami.state().isConnected())
        .start();
    RouterTicker.start(router, Executors.newSingleThreadScheduledExecutor());
    System.out.println(READY);
    while (System.in.read() >= 0) {
      // Nothing is asked here: the end is waited for.
    }
    System.exit(0);
  }
}
