package io.ringwright.fakeasterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.CallRouter;
import io.ringwright.availability.DeviceReport;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.ExternalNumber;
import io.ringwright.call.Priority;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.RingTarget;
import io.ringwright.call.Token;
import io.ringwright.directory.PhoneList;
import io.ringwright.fakeasterisk.PbxUnderTest.CallPlan;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.Sighting.Kind;
import io.ringwright.fakeasterisk.timeline.SteppedTimeline;
import io.ringwright.memory.InMemoryDirectory;
import io.ringwright.port.PbxSnapshot;
import io.ringwright.port.Telephony.CallBack;
import io.ringwright.port.Telephony.Delivery;
import io.ringwright.port.Telephony.DeliveryReport;
import io.ringwright.port.Telephony.Whereabouts;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FakePbxTest {

  private static final PhoneList PHONES =
      PhoneList.builder()
          .extension("8260", anna -> anna.device("PJSIP/anna"))
          .extension("8261", ben -> ben.device("PJSIP/ben"))
          .build();
  private static final Device ANNA = Device.of("PJSIP/anna");

  private final SteppedTimeline clock = new SteppedTimeline();
  private final FakePbx pbx = new FakePbx(clock, PHONES);
  private CallRouter router;

  @BeforeEach
  void connect() {
    router =
        CallRouter.builder(new InMemoryDirectory(PHONES), pbx)
            .clock(clock)
            .singleThreaded()
            .build();
    pbx.connect(router);
  }

  private Whereabouts whereabouts(Caller caller) {
    Channel channel = new Channel(FakePbx.ID, "PJSIP/trunk-00000000");
    return pbx.whereabouts(CallId.of(caller.id()), channel).toCompletableFuture().join();
  }

  private DeliveryReport deliver(Caller caller, long token) {
    return pbx.deliver(
            new Delivery(
                CallId.of(caller.id()),
                new Channel(FakePbx.ID, "PJSIP/trunk-00000000"),
                DirectoryNumber.of("8260"),
                new Token(token),
                List.of(new RingTarget(DirectoryNumber.of("8260"), ANNA)),
                Duration.ofSeconds(20)))
        .toCompletableFuture()
        .join();
  }

  @Test
  void a_phone_is_named_by_its_extension_whatever_its_device_is_called() {
    pbx.phone("8260", PhoneBehaviour.answers(Duration.ofSeconds(2), Duration.ofSeconds(5)));
    pbx.call(CallPlan.of("0301", "8260"));
    clock.advance(Duration.ofSeconds(10));
    assertThat(pbx.sightings())
        .filteredOn(seen -> seen.kind().name().startsWith("PHONE"))
        .extracting(Sighting::kind, Sighting::subject, seen -> seen.at().getEpochSecond() % 60)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Kind.PHONE_RINGS, "8260", 0L),
            org.assertj.core.groups.Tuple.tuple(Kind.PHONE_ANSWERS, "8260", 2L),
            org.assertj.core.groups.Tuple.tuple(Kind.PHONE_ENDS, "8260", 7L));
  }

  @Test
  void it_says_where_a_caller_is() {
    pbx.engage("8260");
    Caller caller = pbx.call(CallPlan.of("0301", "8260"));
    assertThat(whereabouts(caller)).isEqualTo(Whereabouts.WAITING);
    pbx.hangUpPhone("8260");
    assertThat(whereabouts(caller)).isEqualTo(Whereabouts.RINGING);
    pbx.phone("8261", PhoneBehaviour.answers(Duration.ZERO, Duration.ofMinutes(1)));
    Caller talks = pbx.call(CallPlan.of("0302", "8261"));
    clock.advance(Duration.ofSeconds(1));
    assertThat(whereabouts(talks)).isEqualTo(Whereabouts.TALKING);
    pbx.breakLink();
    assertThat(whereabouts(talks)).isEqualTo(Whereabouts.UNKNOWN);
    pbx.restoreLink();
    talks.hangUp();
    talks.hangUp();
    assertThat(whereabouts(talks)).isEqualTo(Whereabouts.GONE);
  }

  @Test
  void a_snapshot_holds_devices_channels_and_who_waits() {
    pbx.engage("8260");
    pbx.unplug("8261");
    Caller caller = pbx.call(CallPlan.of("0301", "8260").withPriority(2));
    PbxSnapshot snapshot = pbx.snapshot();
    assertThat(snapshot.devices())
        .extracting(DeviceReport::device, DeviceReport::state)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(ANNA, DeviceState.IN_USE),
            org.assertj.core.groups.Tuple.tuple(Device.of("PJSIP/ben"), DeviceState.UNAVAILABLE));
    assertThat(snapshot.alive()).hasSize(2).contains(CallId.of(caller.id()));
    assertThat(snapshot.callers())
        .singleElement()
        .satisfies(
            seen -> {
              assertThat(seen.where()).isEqualTo(Whereabouts.WAITING);
              assertThat(seen.call().priority().level()).isEqualTo(2);
              assertThat(seen.call().since()).isEqualTo(SteppedTimeline.START);
            });
  }

  @Test
  void a_delivery_that_cannot_be_is_told_so() {
    pbx.engage("8260");
    Caller caller = pbx.call(CallPlan.of("0301", "8260"));
    pbx.breakLink();
    assertThat(deliver(caller, 1)).isEqualTo(DeliveryReport.NOT_SENT);
    pbx.restoreLink();
    caller.hangUp();
    assertThat(deliver(caller, 2)).isEqualTo(DeliveryReport.CALLER_GONE);
  }

  @Test
  void a_delivery_with_a_token_that_does_not_count_lands_and_the_caller_waits_on() {
    pbx.engage("8260");
    Caller caller = pbx.call(CallPlan.of("0301", "8260"));
    assertThat(deliver(caller, 99)).isEqualTo(DeliveryReport.SENT);
    assertThat(whereabouts(caller)).isEqualTo(Whereabouts.WAITING);
    assertThat(pbx.sightings())
        .filteredOn(seen -> seen.kind() == Kind.CONTEXT_ENTERED)
        .extracting(Sighting::subject)
        .containsExactly("ringwright-wait", "ringwright-deliver", "ringwright-wait");
    assertThat(router.waitingCalls()).hasSize(1);
  }

  private CompletionStage<DeliveryReport> callBack(Caller caller) {
    CallId call = CallId.of(caller.id());
    Channel channel = new Channel(FakePbx.ID, "PJSIP/trunk-00000000");
    DirectoryNumber number = DirectoryNumber.of("8260");
    RememberedCall memory =
        new RememberedCall(
            call, channel, CallerId.unknown(), number, Priority.of(2), clock.instant());
    Delivery delivery =
        new Delivery(call, channel, number, new Token(9), List.of(), Duration.ofSeconds(20));
    return pbx.deliver(delivery.to(new CallBack(ExternalNumber.of("0301555"), memory)));
  }

  @Test
  void who_is_called_back_rings_and_then_lands() {
    pbx.engage("8260");
    pbx.phone("0301555", PhoneBehaviour.answers(Duration.ofSeconds(3), Duration.ofMinutes(1)));
    Caller caller = pbx.call(CallPlan.of("0301555", "8260"));
    caller.hangUp();
    clock.advance(Duration.ofSeconds(1));
    CompletionStage<DeliveryReport> report = callBack(caller);
    clock.advance(Duration.ofSeconds(1));
    assertThat(whereabouts(caller)).isEqualTo(Whereabouts.RINGING);
    assertThat(pbx.snapshot().callers())
        .extracting(PbxSnapshot.SeenCaller::where)
        .containsExactly(Whereabouts.RINGING);
    assertThat(report.toCompletableFuture()).isNotDone();
    clock.advance(Duration.ofSeconds(3));
    assertThat(report.toCompletableFuture()).isCompletedWithValue(DeliveryReport.SENT);
    assertThat(pbx.sightings())
        .filteredOn(seen -> seen.kind() == Kind.CONTEXT_ENTERED)
        .extracting(Sighting::subject)
        .contains("ringwright-deliver");
    clock.advance(Duration.ofMinutes(1));
    assertThat(whereabouts(caller)).isEqualTo(Whereabouts.GONE);
  }

  @Test
  void who_does_not_answer_a_call_back_is_gone() {
    pbx.engage("8260");
    Caller caller = pbx.call(CallPlan.of("0301555", "8260"));
    assertThat(callBack(caller).toCompletableFuture())
        .as("while the old channel is there")
        .isCompletedWithValue(DeliveryReport.NOT_SENT);
    caller.hangUp();
    clock.advance(Duration.ofSeconds(1));
    CompletionStage<DeliveryReport> report = callBack(caller);
    clock.advance(Duration.ofSeconds(24));
    assertThat(report.toCompletableFuture()).isNotDone();
    clock.advance(Duration.ofSeconds(1));
    assertThat(report.toCompletableFuture()).isCompletedWithValue(DeliveryReport.CALLER_GONE);
    assertThat(whereabouts(caller)).isEqualTo(Whereabouts.GONE);
  }

  @Test
  void news_are_lost_while_the_link_is_down_and_made_good_by_the_snapshot() {
    pbx.engage("8260");
    Caller caller = pbx.call(CallPlan.of("0301", "8260"));
    pbx.breakLink();
    pbx.hangUpPhone("8260");
    clock.advance(Duration.ofSeconds(5));
    assertThat(whereabouts(caller)).isEqualTo(Whereabouts.UNKNOWN);
    pbx.restoreLink();
    clock.advance(Duration.ofSeconds(1));
    assertThat(whereabouts(caller)).isEqualTo(Whereabouts.RINGING);
  }

  @Test
  void what_it_does_not_have_is_named() {
    assertThatThrownBy(() -> pbx.unplug("9999"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("extension 9999 has no phone here: expected one of [8260, 8261]");
    assertThatThrownBy(() -> new FakePbx(clock, PHONES).call(CallPlan.of("0301", "8260")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("FakePbx.connect(router)");
  }
}
