package io.ringwright.benchmarks;

import io.ringwright.CallRouter;
import io.ringwright.RouterTicker;
import io.ringwright.agi.FastAgiServer;
import io.ringwright.ami.AmiConnection;
import io.ringwright.ami.AmiTelephony;
import io.ringwright.ami.LinkState;
import io.ringwright.call.PbxId;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.fakeasterisk.PbxUnderTest.AmiLogin;
import io.ringwright.it.LoadAsterisk;
import io.ringwright.memory.InMemoryDirectory;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Ringwright complete, as an application wires it: reservation, delivery with a token, landing,
 * explanations; the journal is the one in memory.
 */
final class Ringwright implements Peer {

  private static final PbxId PBX = PbxId.of("lab");
  private static final String GROUP = "700";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Override
  public String title() {
    return "Ringwright";
  }

  @Override
  public String number() {
    return GROUP;
  }

  @Override
  public Running start(LoadAsterisk asterisk, Load load) throws IOException {
    AmiTelephony telephony = new AmiTelephony();
    CallRouter router = CallRouter.builder(new InMemoryDirectory(phones(load)), telephony).build();
    AmiLogin login = asterisk.ami("ringwright");
    AmiConnection ami =
        AmiConnection.builder(router, telephony)
            .pbx(PBX)
            .address("127.0.0.1", login.port())
            .login(login.user(), login.secret())
            .build();
    ami.start();
    awaitLink(ami);
    FastAgiServer agi =
        FastAgiServer.builder(router, PBX)
            .port(asterisk.agiPort())
            .amiReports(() -> ami.state().isConnected())
            .start();
    ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor();
    RouterTicker ticker = RouterTicker.start(router, clockwork);
    return () -> {
      agi.close();
      ticker.close();
      ami.close();
      clockwork.shutdownNow();
    };
  }

  private static PhoneList phones(Load load) {
    PhoneListBuilder list = PhoneList.builder();
    load.numbers().forEach(each -> list.extension(each, phone -> phone.device("PJSIP/" + each)));
    list.huntGroup(
        GROUP,
        group -> {
          group.queueLimit(load.callers());
          load.numbers().forEach(group::member);
        });
    return list.build();
  }

  private static void awaitLink(AmiConnection ami) throws IOException {
    try {
      LinkState state = ami.awaitConnected(PATIENCE);
      if (!state.isConnected()) {
        throw new IOException("no AMI link: " + state);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while connecting", e);
    }
  }
}
