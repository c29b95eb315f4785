package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.CallRouter;
import io.ringwright.RouterTicker;
import io.ringwright.SwitchEvents;
import io.ringwright.agi.FastAgiServer;
import io.ringwright.ami.AmiConnection;
import io.ringwright.ami.AmiTelephony;
import io.ringwright.availability.DeviceReport;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.PbxId;
import io.ringwright.call.Visit;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.fakeasterisk.PbxUnderTest;
import io.ringwright.journal.sqlite.SqliteJournal;
import io.ringwright.memory.InMemoryDirectory;
import io.ringwright.port.RoutingListener;
import io.ringwright.telling.Answered;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The whole application in a process of its own with a heap of 64 MB: it ends at the first
 * OutOfMemoryError. At one event it is held up for a while, as by a long pause of the machine.
 */
final class SmallEngine implements AutoCloseable {

  /** The event at which it is held up, once. */
  static final String HOLD_UP = "PJSIP/hold-up";

  static final int PHONES = 50;

  private static final Duration HELD_UP = Duration.ofSeconds(4);

  /** How long an answer may take: a busy machine is no reason to fall back here. */
  private static final Duration NOT_WHAT_IS_TRIED = Duration.ofSeconds(2);

  private static final String READY = "ready";

  private final Process process;
  private final BufferedReader says;
  private final PrintWriter asked;

  private SmallEngine(Process process) throws IOException {
    this.process = process;
    this.says = process.inputReader();
    this.asked = new PrintWriter(process.outputWriter(), true);
    assertThat(says.readLine()).as("the engine runs").isEqualTo(READY);
  }

  static SmallEngine start(PbxUnderTest pbx, int amiPort, Path journal) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            SmallEngine.class.getName(),
            String.valueOf(amiPort),
            pbx.ami().user(),
            String.valueOf(pbx.agiPort()),
            journal.toString());
    builder.environment().put("SECRET", pbx.ami().secret());
    return new SmallEngine(builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** What it has counted so far, by name. */
  Map<String, Long> report() throws IOException {
    asked.println("report");
    Map<String, Long> counts = new TreeMap<>();
    String line = says.readLine();
    assertThat(line).as("what the engine says").startsWith("waiting=");
    for (String each : line.split(" ")) {
      counts.put(each.split("=")[0], Long.parseLong(each.split("=")[1]));
    }
    return counts;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  static PhoneList phones() {
    PhoneListBuilder list = PhoneList.builder();
    for (int phone = 0; phone < PHONES; phone++) {
      String device = "PJSIP/" + number(phone);
      list.extension(number(phone), it -> it.device(device));
    }
    return list.huntGroup(
            "700",
            all -> {
              all.queueLimit(2_000);
              for (int phone = 0; phone < PHONES; phone++) {
                all.member(number(phone));
              }
            })
        .build();
  }

  static String number(int phone) {
    return String.valueOf(8_300 + phone);
  }

  /** Counts how calls end. */
  private static final class Ends implements RoutingListener {
    private final Map<CallOutcome, Long> ends = new TreeMap<>();
    private long answers;

    @Override
    public synchronized void answered(Answered told) {
      answers++;
    }

    @Override
    public synchronized void ended(Visit visit, CallOutcome outcome, Duration waited) {
      ends.merge(outcome, 1L, Long::sum);
    }

    private synchronized long of(CallOutcome outcome) {
      return ends.getOrDefault(outcome, 0L);
    }

    private synchronized long talks() {
      return answers - of(CallOutcome.ANSWERED);
    }

    private synchronized long all() {
      return ends.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /** The same events, the first of one device later. */
  private static SwitchEvents heldUp(SwitchEvents engine) {
    AtomicBoolean done = new AtomicBoolean();
    return (SwitchEvents)
        Proxy.newProxyInstance(
            SwitchEvents.class.getClassLoader(),
            new Class<?>[] {SwitchEvents.class},
            (proxy, method, arguments) -> {
              if (arguments != null
                  && arguments.length == 2
                  && arguments[1] instanceof DeviceReport report
                  && report.device().name().equals(HOLD_UP)
                  && done.compareAndSet(false, true)) {
                Thread.sleep(HELD_UP.toMillis());
              }
              try {
                return method.invoke(engine, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }

  /**
   * Serves a switch until standard input ends; a line there is answered with the counts.
   *
   * @param arguments AMI port, AMI user, AGI port, file of the journal
   * @throws Exception if a port is taken or the journal cannot be used
   */
  public static void main(String[] arguments) throws Exception {
    PbxId pbx = PbxId.of("lab");
    Ends ends = new Ends();
    AmiTelephony telephony = new AmiTelephony();
    CallRouter router =
        CallRouter.builder(new InMemoryDirectory(phones()), telephony)
            .journal(SqliteJournal.at(Path.of(arguments[3])).build())
            .listener(ends)
            .build();
    AmiConnection ami =
        AmiConnection.builder(heldUp(router), telephony)
            .pbx(pbx)
            .address("127.0.0.1", Integer.parseInt(arguments[0]))
            .login(arguments[1], System.getenv("SECRET"))
            .build();
    ami.start();
    ami.awaitConnected(Duration.ofSeconds(30));
    FastAgiServer.builder(router, pbx)
        .port(Integer.parseInt(arguments[2]))
        .deadline(NOT_WHAT_IS_TRIED)
        .amiReports(() -> ami.state().isConnected())
        .start();
    RouterTicker.start(router, Executors.newSingleThreadScheduledExecutor());
    System.out.println(READY);
    for (int next = System.in.read(); next >= 0; next = System.in.read()) {
      if (next == '\n') {
        System.out.printf(
            "waiting=%d talking=%d answered=%d ended=%d dropped=%d superseded=%d%n",
            router.waitingCalls().size(),
            ends.talks(),
            ends.of(CallOutcome.ANSWERED),
            ends.all(),
            ami.droppedEvents(),
            ami.supersededStates());
      }
    }
    System.exit(0);
  }
}
