package io.ringwright.life;

import io.ringwright.CallRouter;
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
import io.ringwright.call.RememberedCall;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.Token;
import io.ringwright.directory.PhoneList;
import io.ringwright.memory.InMemoryDirectory;
import io.ringwright.port.PbxSnapshot;
import io.ringwright.port.Telephony;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** The smallest house: one extension in one hunt group. Each chapter is one event. */
public final class Story implements Supplier<Map<String, List<String>>> {

  private static final PbxId PBX = PbxId.of("pbx");
  private static final Device PHONE = Device.of("PJSIP/100");
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  private final Map<String, List<String>> chapters = new HashMap<>();
  private Optional<Token> moved = Optional.empty();

  /** A switch that says nothing to what it is asked for. */
  private final class SilentSwitch implements Telephony {
    @Override
    public CompletionStage<DeliveryReport> deliver(Delivery delivery) {
      moved = Optional.of(delivery.token());
      return new CompletableFuture<>();
    }

    @Override
    public CompletionStage<Whereabouts> whereabouts(CallId call, Channel channel) {
      return new CompletableFuture<>();
    }
  }

  /** The classes that each event passes, by the heading under which the design lists them. */
  @Override
  public Map<String, List<String>> get() {
    PhoneList phones =
        PhoneList.builder()
            .extension("100", phone -> phone.device(PHONE.name()))
            .huntGroup("700", group -> group.member("100"))
            .build();
    CallRouter router =
        CallRouter.builder(new InMemoryDirectory(phones), new SilentSwitch())
            .clock(() -> NOW)
            .singleThreaded()
            .build();
    router.pbxConnected(new PbxSnapshot(PBX, NOW, List.of(idle()), Set.of(), List.of()));
    chapter("A call arrives and rings", () -> router.callArrived(arriving("c1")));
    router.deviceReported(PBX, busy("c1"));
    router.callAnswered(CallId.of("c1"), PHONE);
    chapter("A call arrives and waits", () -> router.callArrived(arriving("c2")));
    chapter("The caller hangs up after a talk", () -> router.callEnded(CallId.of("c1")));
    chapter("A phone is freed", () -> router.deviceReported(PBX, idle()));
    Token token = moved.orElseThrow();
    chapter("The caller lands", () -> router.callLanded(remembered("c2"), token));
    chapter(
        "Ringing ends without an answer",
        () -> router.ringEnded(remembered("c2"), token, RingOutcome.NO_REPLY));
    return chapters;
  }

  private void chapter(String heading, Runnable event) {
    Trace.begin();
    event.run();
    chapters.put(heading, Trace.entered());
    chapters.put(heading + ", again", Trace.again(Story::isNoRule));
  }

  /** Rules ask each other by nature: a group's member may be a group. Values are read anywhere. */
  private static boolean isNoRule(String entry) {
    String type = entry.substring(0, entry.indexOf(' '));
    String place = type.substring(0, type.lastIndexOf('.'));
    return Set.of(
            "io.ringwright",
            "io.ringwright.engine",
            "io.ringwright.engine.dispatch",
            "io.ringwright.effect",
            "io.ringwright.memory")
        .contains(place);
  }

  private static DeviceReport idle() {
    return new DeviceReport(PHONE, DeviceState.NOT_IN_USE, Set.of());
  }

  private static DeviceReport busy(String call) {
    return new DeviceReport(PHONE, DeviceState.IN_USE, Set.of(CallId.of(call)));
  }

  private static InboundCall arriving(String call) {
    RememberedCall as = remembered(call);
    return new InboundCall(
        as.id(), as.channel(), as.caller(), as.called(), CalledAs.ANY, as.priority());
  }

  private static RememberedCall remembered(String call) {
    return new RememberedCall(
        CallId.of(call),
        new Channel(PBX, "PJSIP/trunk-" + call),
        CallerId.of("0301234567"),
        DirectoryNumber.of("700"),
        Priority.NORMAL,
        NOW);
  }
}
