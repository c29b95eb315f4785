package io.ringwright.it.kills;

import io.ringwright.CallRouter;
import io.ringwright.RouterTicker;
import io.ringwright.agi.FastAgiServer;
import io.ringwright.ami.AmiConnection;
import io.ringwright.ami.AmiTelephony;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.PbxId;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.Visit;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.journal.sqlite.SqliteJournal;
import io.ringwright.memory.InMemoryDirectory;
import io.ringwright.port.RoutingListener;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;

/**
 * The application in a process of its own, wired as the documents say: AMI first, then AGI. Its
 * journal is a SQLite file. It ends with its standard input; a line there has it say how many wait.
 */
final class KilledEngine {

  /** The hunt group that callers dial. */
  static final String GROUP = "700";

  static final String READY = "ready";

  private static final Duration RING_TIME = Duration.ofSeconds(4);
  private static final Duration FIRST_ALONE = Duration.ofSeconds(3);
  private static final Duration LONGEST_ALONE = Duration.ofSeconds(6);

  private KilledEngine() {}

  /**
   * Serves an Asterisk.
   *
   * @param arguments AMI port, AMI user, AGI port, folder, and the numbers of the phones
   * @throws Exception if a port is taken or the journal cannot be used
   */
  public static void main(String[] arguments) throws Exception {
    PbxId pbx = PbxId.of("lab");
    Path folder = Path.of(arguments[3]);
    List<String> phones = List.of(arguments).subList(4, arguments.length);
    AmiTelephony telephony = new AmiTelephony();
    CallRouter router =
        CallRouter.builder(new InMemoryDirectory(phones(phones)), telephony)
            .journal(SqliteJournal.at(folder.resolve("calls")).build())
            .listener(new Ends(folder.resolve("ends.tsv")))
            .build();
    AmiConnection ami =
        AmiConnection.builder(router, telephony)
            .pbx(pbx)
            .address("127.0.0.1", Integer.parseInt(arguments[0]))
            .login(arguments[1], System.getenv("SECRET"))
            .build();
    ami.start();
    FastAgiServer.builder(router, pbx)
        .port(Integer.parseInt(arguments[2]))
        .amiReports(() -> ami.state().isConnected())
        .start();
    RouterTicker.start(router, Executors.newSingleThreadScheduledExecutor());
    System.out.println(READY);
    while (System.in.read() >= 0) {
      System.out.println(router.waitingCalls().size());
    }
    System.exit(0);
  }

  private static PhoneList phones(List<String> numbers) {
    PhoneListBuilder list = PhoneList.builder();
    for (String number : numbers) {
      list.extension(
          number,
          phone ->
              phone
                  .device("PJSIP/" + number)
                  .ringTime(RING_TIME)
                  .leaveAloneAfter(RingOutcome.NO_REPLY, 2, FIRST_ALONE, LONGEST_ALONE)
                  .leaveAloneAfter(RingOutcome.REJECTED, 2, FIRST_ALONE, LONGEST_ALONE)
                  .leaveAloneAfter(RingOutcome.NOT_REACHABLE, 2, FIRST_ALONE, LONGEST_ALONE));
    }
    return list.huntGroup(GROUP, all -> numbers.forEach(all::member)).build();
  }

  /** Writes down how visits end, at once: a kill loses nothing that was told. */
  private static final class Ends implements RoutingListener {
    private final PrintStream file;

    Ends(Path file) throws IOException {
      this.file =
          new PrintStream(
              Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
              true);
    }

    @Override
    public void ended(Visit visit, CallOutcome outcome, Duration waited) {
      file.println(visit.call().value() + "\t" + visit.number() + "\t" + outcome);
    }
  }
}
