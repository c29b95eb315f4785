package io.ringwright.examples;

import io.ringwright.CallRouter;
import io.ringwright.RouterTicker;
import io.ringwright.agi.FastAgiServer;
import io.ringwright.ami.AmiConnection;
import io.ringwright.ami.AmiTelephony;
import io.ringwright.call.PbxId;
import io.ringwright.directory.PhoneList;
import io.ringwright.journal.Durability;
import io.ringwright.journal.sqlite.SqliteJournal;
import io.ringwright.memory.InMemoryDirectory;
import io.ringwright.port.RoutingListener;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * A whole call centre: the engine on a SQLite journal, FastAGI in, AMI out and in.
 *
 * <p>Without options it runs against a stand-in for Asterisk inside this program, over real
 * sockets, with people who call and people who answer, and ends by itself. With {@code --crash} the
 * engine runs in a process of its own, which is killed and started again while callers wait. With
 * {@code --asterisk=host:port} the same program serves a real one until it is stopped.
 */
public final class CallCentre implements AutoCloseable {

  private final CallRouter router;
  private final ScheduledExecutorService clockwork;
  private final RouterTicker ticker;
  private final AmiConnection ami;
  private final FastAgiServer agi;

  CallCentre(Asterisk asterisk, PhoneList phones, Path file, RoutingListener listener)
      throws IOException {
    // begin: call centre
    PbxId pbx = PbxId.of("pbx1");
    AmiTelephony telephony = new AmiTelephony();
    router =
        CallRouter.builder(new InMemoryDirectory(phones), telephony)
            .journal(SqliteJournal.at(file).build())
            .listener(listener)
            .build();

    ami =
        AmiConnection.builder(router, telephony)
            .pbx(pbx)
            .address(asterisk.host(), asterisk.amiPort())
            .login(asterisk.user(), asterisk.secret())
            .build();
    ami.start();
    agi =
        FastAgiServer.builder(router, pbx)
            .port(asterisk.agiPort())
            .amiReports(() -> ami.state().isConnected())
            .start();
    clockwork = Executors.newSingleThreadScheduledExecutor();
    ticker = RouterTicker.start(router, clockwork);
    // end: call centre
  }

  /**
   * Runs the call centre.
   *
   * @param options none, or those that {@code --help} prints
   * @throws Exception if a port is taken or the wait is interrupted
   */
  public static void main(String... options) throws Exception {
    Options chosen = Options.parse(options);
    if (chosen.help()) {
      System.out.println(Options.HELP);
      return;
    }
    Path file = chosen.journalFile();
    Wallboard wallboard = new Wallboard(System.out, InstantSource.system(), chosen.explain());
    if (chosen.asterisk().isPresent()) {
      serve(chosen.asterisk().get(), file, wallboard, System.out);
    } else if (chosen.crash()) {
      CrashRehearsal.run(file, System.out);
    } else {
      rehearse(file, wallboard, System.out);
    }
  }

  /** Serves a real Asterisk until the program is stopped. */
  private static void serve(Asterisk asterisk, Path file, Wallboard wallboard, PrintStream out)
      throws IOException, InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    try (CallCentre centre = new CallCentre(asterisk, Rehearsal.phones(), file, wallboard)) {
      out.println("AMI: " + centre.ami.awaitConnected(Duration.ofSeconds(10)));
      out.println("Journal: " + file + ", " + centre.router.durability());
      out.println("AGI: listening on port " + centre.agi.port() + ". Stop with Ctrl-C.");
      Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown));
      stopped.await();
    }
  }

  /** Runs against the stand-in, with its callers, to the end. */
  static void rehearse(Path file, Wallboard wallboard, PrintStream out)
      throws IOException, InterruptedException {
    out.println(Rehearsal.CAST);
    Durability kept;
    try (Rehearsal rehearsal = new Rehearsal();
        CallCentre centre =
            new CallCentre(rehearsal.asterisk(), Rehearsal.phones(), file, wallboard)) {
      centre.awaitConnected();
      rehearsal.play();
      kept = centre.router.durability();
    }
    out.println("\nCalls: " + wallboard.summary());
    out.println("Journal: " + file + ", " + kept);
  }

  CallRouter router() {
    return router;
  }

  /** Waits until the link to Asterisk stands. */
  void awaitConnected() throws InterruptedException {
    ami.awaitConnected(Duration.ofSeconds(10));
  }

  @Override
  public void close() {
    agi.close();
    ticker.close();
    ami.close();
    clockwork.shutdown();
    router.close();
  }

  /**
   * Where an Asterisk is.
   *
   * @param host where it listens for AMI
   * @param amiPort the AMI port
   * @param user the AMI user
   * @param secret the AMI password
   * @param agiPort the port on which its dialplan expects us
   */
  record Asterisk(String host, int amiPort, String user, String secret, int agiPort) {

    /** All but the password. */
    @Override
    public String toString() {
      return user + "@" + host + ":" + amiPort + ", AGI port " + agiPort;
    }
  }
}
