package io.ringwright.examples;

import io.ringwright.CallRouter;
import io.ringwright.RouterTicker;
import io.ringwright.agi.AgentPhones;
import io.ringwright.agi.FastAgiServer;
import io.ringwright.ami.AmiConnection;
import io.ringwright.ami.AmiTelephony;
import io.ringwright.availability.Attendance;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.PbxId;
import io.ringwright.call.SoundName;
import io.ringwright.fakeasterisk.PbxUnderTest.AmiLogin;
import io.ringwright.fakeasterisk.PbxWithDesks;
import io.ringwright.memory.InMemoryDirectory;
import io.ringwright.port.RoutingListener;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * What callers hear, what they press, and what agents do at their phones: a minute at a front desk.
 *
 * <p>Without options it runs against a stand-in for Asterisk inside this program; with {@code
 * --real} against a real Asterisk that it starts on loopback, with SIP phones. It ends by itself.
 */
public final class FrontDesk implements AutoCloseable {

  private static final Duration LINK_WITHIN = Duration.ofSeconds(30);

  private final CallRouter router;
  private final AmiConnection ami;
  private final FastAgiServer agi;
  private final ScheduledExecutorService clockwork;
  private final RouterTicker ticker;

  private FrontDesk(PbxWithDesks asterisk, RoutingListener listener) throws IOException {
    PbxId pbx = PbxId.of("lab");
    AmiLogin login = asterisk.amiThatCalls();
    // begin: front desk
    AmiTelephony telephony = new AmiTelephony();
    router =
        CallRouter.builder(new InMemoryDirectory(FrontDeskPhones.list()), telephony)
            .listener(listener)
            .build();
    ami =
        AmiConnection.builder(router, telephony)
            .pbx(pbx)
            .address("127.0.0.1", login.port())
            .login(login.user(), login.secret())
            .callBackBy("PJSIP/<number>@trunk") // how callers are called back
            .lamps() // *45 and *46 keys of phones show who is logged in and paused
            .build();
    ami.start();
    agi =
        FastAgiServer.builder(router, pbx)
            .port(asterisk.agiPort())
            .agents(AgentPhones.of(router).reason(2, "lunch", SoundName.of("activated")))
            .amiReports(() -> ami.state().isConnected())
            .start();
    clockwork = Executors.newSingleThreadScheduledExecutor();
    ticker = RouterTicker.start(router, clockwork);
    // end: front desk
  }

  /**
   * Runs the minute.
   *
   * @param options none, or {@code --real}
   * @throws Exception if a port is taken, or Asterisk is not here
   */
  public static void main(String... options) throws Exception {
    boolean real = options.length == 1 && options[0].equals("--real");
    if (options.length > 0 && !real) {
      throw new IllegalArgumentException(
          "options " + String.join(" ", options) + " are not valid; expected none or --real");
    }
    try (PbxWithDesks pbx = real ? FrontDeskPhones.real() : FrontDeskPhones.standIn()) {
      play(pbx, System.out);
    }
  }

  /** Lets everybody call, and prints what happens. */
  static void play(PbxWithDesks pbx, PrintStream out) throws IOException, InterruptedException {
    FrontDeskLog log = new FrontDeskLog(out, InstantSource.system());
    try (FrontDeskStage stage = new FrontDeskStage(pbx, log);
        FrontDesk desk = new FrontDesk(pbx, log)) {
      desk.awaitConnected();
      desk.logOut(FrontDeskPhones.BERTA);
      new FrontDeskPlay(stage, desk.router).play();
      log.view(desk.router.view());
    }
  }

  private void awaitConnected() throws InterruptedException {
    ami.awaitConnected(LINK_WITHIN);
  }

  /** As if she had gone home the evening before. */
  private void logOut(String extension) {
    var unused =
        router.setAttendance(
            DirectoryNumber.of(extension), new Attendance(false, Optional.empty()));
  }

  @Override
  public void close() {
    agi.close();
    ticker.close();
    ami.close();
    clockwork.shutdown();
    router.close();
  }
}
