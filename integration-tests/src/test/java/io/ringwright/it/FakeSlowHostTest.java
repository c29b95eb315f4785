package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.CallRouter;
import io.ringwright.CallRouterBuilder;
import io.ringwright.RouterTicker;
import io.ringwright.agi.FastAgiServer;
import io.ringwright.ami.AmiConnection;
import io.ringwright.ami.AmiTelephony;
import io.ringwright.ami.LinkState;
import io.ringwright.call.InboundCall;
import io.ringwright.call.PbxId;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.Visit;
import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Condition;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.Strategy;
import io.ringwright.event.EventRecorder;
import io.ringwright.event.JournalEntry;
import io.ringwright.fakeasterisk.FakeAsterisk;
import io.ringwright.fakeasterisk.PbxUnderTest.CallPlan;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import io.ringwright.fakeasterisk.Sighting;
import io.ringwright.memory.InMemoryDirectory;
import io.ringwright.port.RoutingListener;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Callers of an Asterisk whose application hangs for ever in its own code: one is put through at
 * once, the others wait and are moved as soon as the phone is free, as if nothing hung.
 */
class FakeSlowHostTest {

  private static final PbxId PBX = PbxId.of("lab");
  private static final int CALLERS = 4;

  private final CountDownLatch never = new CountDownLatch(1);
  private final FakeAsterisk asterisk = FakeSwitch.boot();
  private final Watch watch = new Watch(asterisk);
  private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor();
  private final List<AutoCloseable> running = new ArrayList<>();
  private Consumer<LinkState> linkListener = state -> {};

  @AfterEach
  void everything_ends() throws Exception {
    never.countDown();
    for (AutoCloseable each : running) {
      each.close();
    }
    clockwork.shutdownNow();
    asterisk.close();
  }

  private void hang() {
    try {
      never.await();
    } catch (InterruptedException interrupted) {
      hang(); // Some code does not let itself be interrupted.
    }
  }

  private void starts(PhoneList phones, UnaryOperator<CallRouterBuilder> host) throws IOException {
    AmiTelephony telephony = new AmiTelephony();
    CallRouter router =
        host.apply(CallRouter.builder(new InMemoryDirectory(phones), telephony)).build();
    AmiConnection ami =
        AmiConnection.builder(router, telephony)
            .pbx(PBX)
            .address("127.0.0.1", asterisk.ami().port())
            .login(asterisk.ami().user(), asterisk.ami().secret())
            .onStateChange(linkListener)
            .build();
    ami.start();
    running.add(ami);
    watch.awaitThat("the link", () -> ami.state().isConnected());
    running.add(0, RouterTicker.start(router, clockwork));
    running.add(
        0,
        FastAgiServer.builder(router, PBX).port(asterisk.agiPort()).amiReports(() -> true).start());
    running.add(router);
  }

  private static PhoneList onePhone(Condition forwards) {
    return PhoneList.builder()
        .extension(
            "8260",
            phone -> phone.device("PJSIP/8260").forward(Kind.UNCONDITIONAL, "8261", forwards))
        .extension("8261", phone -> phone.device("PJSIP/8261"))
        .build();
  }

  private static Condition never() {
    return new Condition.Not(new Condition.Always());
  }

  private void allAreServedAt(String dialled) {
    asterisk.phone("8260", PhoneBehaviour.answers(Duration.ofMillis(50), Duration.ofMillis(200)));
    List<Caller> callers = new ArrayList<>();
    for (int caller = 0; caller < CALLERS; caller++) {
      callers.add(asterisk.call(CallPlan.of("070" + caller, dialled)));
    }
    callers.forEach(caller -> watch.awaitAnswer(caller, "8260"));
    assertThat(watch.sightings())
        .filteredOn(seen -> seen.kind() == Sighting.Kind.CONTEXT_ENTERED)
        .extracting(Sighting::subject)
        .doesNotContain(Scenarios.FALLBACK);
  }

  @Test
  void a_listener_that_hangs_costs_nobody_anything() throws IOException {
    RoutingListener hangs =
        new RoutingListener() {
          @Override
          public void callArrived(InboundCall call, Visit visit) {
            hang();
          }
        };
    starts(onePhone(never()), engine -> engine.listener(hangs));
    allAreServedAt("8260");
  }

  @Test
  void a_listener_of_the_link_that_hangs_costs_nobody_anything() throws IOException {
    linkListener = state -> hang();
    starts(onePhone(never()), engine -> engine);
    allAreServedAt("8260");
  }

  @Test
  void a_recorder_that_hangs_costs_nobody_anything() throws IOException {
    EventRecorder hangs =
        new EventRecorder() {
          @Override
          public void happened(JournalEntry entry) {
            hang();
          }

          @Override
          public void delivering(RoutingAnswer answer) {}

          @Override
          public void decided(RoutingAnswer answer) {}
        };
    starts(onePhone(never()), engine -> engine.recorder(hangs));
    allAreServedAt("8260");
  }

  @Test
  void a_predicate_that_hangs_costs_nobody_anything() throws IOException {
    Condition hangs =
        new Condition.Host(
            "hangs",
            asked -> {
              hang();
              return true;
            });
    starts(onePhone(hangs), engine -> engine);
    allAreServedAt("8260");
  }

  @Test
  void a_strategy_that_hangs_costs_nobody_anything() throws IOException {
    Strategy hangs = new Hanging(this::hang);
    PhoneList phones =
        PhoneList.builder()
            .extension("8260", phone -> phone.device("PJSIP/8260"))
            .huntGroup("700", group -> group.strategy(hangs).member("8260"))
            .build();
    starts(phones, engine -> engine);
    allAreServedAt("700");
  }

  private record Hanging(Runnable does) implements Strategy {
    @Override
    public String words() {
      return "hanging";
    }

    @Override
    public List<Contender> next(List<Contender> equals, Memory memory) {
      does.run();
      return equals;
    }
  }
}
