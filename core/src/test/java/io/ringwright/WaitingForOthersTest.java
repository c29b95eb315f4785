package io.ringwright;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.DeviceReport;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.InboundCall.CalledAs;
import io.ringwright.call.PbxId;
import io.ringwright.call.Priority;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Condition;
import io.ringwright.directory.HostAnswers;
import io.ringwright.directory.PhoneList;
import io.ringwright.effect.EffectRunner;
import io.ringwright.engine.Reading;
import io.ringwright.event.EventRecorder;
import io.ringwright.event.RouterEvent;
import io.ringwright.host.TimeLimit;
import io.ringwright.journal.Proposal;
import io.ringwright.memory.InMemoryDirectory;
import io.ringwright.port.RoutingListener;
import io.ringwright.port.Telephony;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What an event need not wait for, though another thread is at it. */
class WaitingForOthersTest {

  private static final PbxId PBX = PbxId.of("pbx");
  private static final int PATIENCE = 30;

  private static InboundCall call(String id, String number) {
    return new InboundCall(
        CallId.of(id),
        new Channel(PBX, "PJSIP/trunk-" + id),
        CallerId.of("0301234567"),
        DirectoryNumber.of(number),
        CalledAs.ANY,
        Priority.NORMAL);
  }

  private static PhoneList list(Condition condition) {
    return PhoneList.builder()
        .extension(
            "100", anna -> anna.device("PJSIP/100").forward(Kind.UNCONDITIONAL, "101", condition))
        .extension("101", ben -> ben.device("PJSIP/101"))
        .build();
  }

  @Test
  void an_event_goes_on_with_the_old_phone_list_while_another_thread_takes_up_a_new_one()
      throws Exception {
    InMemoryDirectory directory = new InMemoryDirectory(list(new Condition.ThroughGroup()));
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch mayAnswer = new CountDownLatch(1);
    try (CallRouter router = CallRouter.builder(directory).singleThreaded().build()) {
      router.deviceReported(
          PBX, new DeviceReport(Device.of("PJSIP/100"), DeviceState.IN_USE, Set.of()));
      assertThat(router.callArrived(call("c1", "100")).decision())
          .isInstanceOf(RoutingDecision.Wait.class);
      directory.replace(
          list(
              new Condition.Host(
                  "slow",
                  any -> {
                    asked.countDown();
                    await(mayAnswer);
                    return true;
                  })));
      CompletableFuture<Void> reload = CompletableFuture.runAsync(router::directoryChanged);
      assertThat(asked.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
      CompletableFuture<RoutingAnswer> meanwhile =
          CompletableFuture.supplyAsync(() -> router.callArrived(call("c2", "100")));
      assertThat(meanwhile.get(PATIENCE, TimeUnit.SECONDS).decision())
          .isInstanceOf(RoutingDecision.Wait.class);
      mayAnswer.countDown();
      reload.get(PATIENCE, TimeUnit.SECONDS);
      router.callEnded(CallId.of("c1"));
      router.callEnded(CallId.of("c2"));
      assertThat(router.callArrived(call("c3", "100")).decision())
          .isInstanceOf(RoutingDecision.Ring.class);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void an_event_is_applied_between_two_pieces_of_a_question() throws Exception {
    JournaledEngine engine = engine();
    engine.apply(1, new Proposal(new RouterEvent.Started(1000, 1), HostAnswers.NONE));
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean applied = new AtomicBoolean();
    CompletableFuture<Void> event =
        CompletableFuture.runAsync(
            () -> {
              await(begun);
              engine.apply(2, new Proposal(new RouterEvent.TimePassed(), HostAnswers.NONE));
              applied.set(true);
            });
    boolean between = engine.read((state, now) -> new Endless(begun, applied));
    event.get(PATIENCE, TimeUnit.SECONDS);
    assertThat(between).isTrue();
  }

  /** Goes on until an event was applied, or for half a minute. */
  private static final class Endless implements Reading<Boolean> {

    private final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
    private final CountDownLatch begun;
    private final AtomicBoolean applied;

    Endless(CountDownLatch begun, AtomicBoolean applied) {
      this.begun = begun;
      this.applied = applied;
    }

    @Override
    public boolean goOn() {
      begun.countDown();
      return !applied.get() && System.nanoTime() < end;
    }

    @Override
    public void close() {}

    @Override
    public Boolean answer() {
      return applied.get();
    }
  }

  private static JournaledEngine engine() {
    EffectRunner effects =
        new EffectRunner(
            new EffectRunner.Ports(Telephony.NONE, new RoutingListener() {}, EventRecorder.NONE),
            EffectRunner.Where.INLINE,
            event -> {});
    TimeLimit limit = new TimeLimit(Duration.ZERO, Runnable::run, () -> 0);
    return new JournaledEngine(
        EngineClock.following(InstantSource.system()),
        effects,
        new JournaledEngine.Settings(
            false, false, new KeptPhoneLists(Map.of()), new GuardedStrategies(limit, () -> 0)));
  }
}
