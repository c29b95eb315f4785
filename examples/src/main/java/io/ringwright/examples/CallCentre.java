package io.ringwright.examples;

import io.ringwright.CallRouter;
import io.ringwright.Rehearsal;
import io.ringwright.RouterTicker;
import io.ringwright.agi.FastAgiServer;
import io.ringwright.ami.AmiConnection;
import io.ringwright.ami.AmiTelephony;
import io.ringwright.call.PbxId;
import io.ringwright.directory.PhoneList;
import io.ringwright.memory.InMemoryDirectory;
import io.ringwright.port.RoutingListener;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * A whole call centre: the engine, FastAGI in, AMI out and in.
 *
 * <p>Without options it runs against a stand-in for Asterisk inside this program, over real
 * sockets, with people who call and people who answer, and ends by itself. With {@code
 * --asterisk=host:port} the same program serves a real one until it is stopped.
 */
public final class CallCentre implements AutoCloseable {

  private final ScheduledExecutorService clockwork;
  private final RouterTicker ticker;
  private final AmiConnection ami;
  private final FastAgiServer agi;

  private CallCentre(Asterisk asterisk, PhoneList phones, RoutingListener listener)
      throws IOException {
    // begin: call centre
    PbxId pbx = PbxId.of("pbx1");
    AmiTelephony telephony = new AmiTelephony();
    CallRouter router =
        CallRouter.builder(new InMemoryDirectory(phones), telephony).listener(listener).build();

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
    Wallboard wallboard = new Wallboard(System.out, InstantSource.system(), chosen.explain());
    if (chosen.asterisk().isPresent()) {
      serve(chosen.asterisk().get(), wallboard, System.out);
    } else {
      rehearse(wallboard, System.out);
    }
  }

  /** Serves a real Asterisk until the program is stopped. */
  private static void serve(Asterisk asterisk, Wallboard wallboard, PrintStream out)
      throws IOException, InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    try (CallCentre centre = new CallCentre(asterisk, Rehearsal.phones(), wallboard)) {
      out.println("AMI: " + centre.ami.awaitConnected(Duration.ofSeconds(10)));
      out.println("AGI: listening on port " + centre.agi.port() + ". Stop with Ctrl-C.");
      Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown));
      stopped.await();
    }
  }

  /** Runs against the stand-in, with its callers, to the end. */
  static void rehearse(Wallboard wallboard, PrintStream out)
      throws IOException, InterruptedException {
    out.println(Rehearsal.CAST);
    try (Rehearsal rehearsal = new Rehearsal();
        CallCentre centre = new CallCentre(rehearsal.asterisk(), Rehearsal.phones(), wallboard)) {
      centre.ami.awaitConnected(Duration.ofSeconds(10));
      rehearsal.play();
    }
    out.println(wallboard.summary());
  }

  @Override
  public void close() {
    agi.close();
    ticker.close();
    ami.close();
    clockwork.shutdown();
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
  record Asterisk(String host, int amiPort, String user, String secret, int agiPort) {}
}
