package io.ringwright.agi;

import io.ringwright.CallRouter;
import io.ringwright.availability.DeviceReport;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.Channel;
import io.ringwright.call.Device;
import io.ringwright.call.DialplanExtension;
import io.ringwright.call.InboundCall;
import io.ringwright.call.PbxId;
import io.ringwright.call.Visit;
import io.ringwright.directory.PhoneList;
import io.ringwright.journal.Journal;
import io.ringwright.memory.InMemoryDirectory;
import io.ringwright.memory.InMemoryJournal;
import io.ringwright.port.PbxSnapshot;
import io.ringwright.port.RoutingListener;
import io.ringwright.port.Telephony;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A small house with a real engine: extensions 8260 to 8262, 8263 forwarded to the outside, 8264
 * engaged, hunt groups 700 (all at once, key 1) and 701 (8264 alone; key 1 leads to 8260).
 */
final class House implements RoutingListener {

  static final PbxId PBX = PbxId.of("lab");
  static final Instant NOW = Instant.ofEpochMilli(1_700_000_000_123L);

  final List<InboundCall> arrivals = Collections.synchronizedList(new ArrayList<>());
  final BlockingQueue<String> ends = new LinkedBlockingQueue<>();
  final List<Telephony.Delivery> deliveries = Collections.synchronizedList(new ArrayList<>());
  final CallRouter router;

  House() {
    this(new InMemoryJournal());
  }

  House(Journal journal) {
    router =
        CallRouter.builder(new InMemoryDirectory(phones()), new Messenger())
            .journal(journal)
            .listener(this)
            .clock(() -> NOW)
            .singleThreaded()
            .build();
    report("8264", DeviceState.IN_USE, Set.of(CallId.of("other-1")));
    router.pbxConnected(
        new PbxSnapshot(
            PBX,
            NOW,
            List.of(idle("8260"), idle("8261"), idle("8262"), idle("8263"), engaged("8264")),
            Set.of(CallId.of("other-1")),
            List.of()));
  }

  FastAgiServerBuilder server() {
    return FastAgiServer.builder(router, PBX).port(0).clock(() -> NOW).amiReports(() -> true);
  }

  /** How the first call to end has ended; waits for it. */
  String firstEnd() throws InterruptedException {
    String end = ends.poll(10, TimeUnit.SECONDS);
    return end == null ? "none" : end;
  }

  void report(String number, DeviceState state, Set<CallId> calls) {
    router.deviceReported(PBX, new DeviceReport(Device.of("PJSIP/" + number), state, calls));
  }

  @Override
  public void callArrived(InboundCall call, Visit visit) {
    arrivals.add(call);
  }

  @Override
  public void ended(Visit visit, CallOutcome outcome, Duration waited) {
    ends.add(visit.call() + " " + outcome);
  }

  private static DeviceReport idle(String number) {
    return new DeviceReport(Device.of("PJSIP/" + number), DeviceState.NOT_IN_USE, Set.of());
  }

  private static DeviceReport engaged(String number) {
    return new DeviceReport(
        Device.of("PJSIP/" + number), DeviceState.IN_USE, Set.of(CallId.of("other-1")));
  }

  private static PhoneList phones() {
    return PhoneList.builder()
        .extension("8260", e -> e.device("PJSIP/8260"))
        .extension("8261", e -> e.device("PJSIP/8261"))
        .extension("8262", e -> e.device("PJSIP/8262").outOfService())
        .extension("8263", e -> e.device("PJSIP/8263").forwardUnconditional("+493012345"))
        .extension("8264", e -> e.device("PJSIP/8264"))
        .extension(
            "8265",
            e -> e.device("PJSIP/8265").outOfService().overflow(DialplanExtension.of("night", "s")))
        .huntGroup(
            "700",
            g ->
                g.menuKey("1")
                    .member("8260")
                    .member("8261")
                    .strategy(io.ringwright.directory.StandardStrategy.SIMULTANEOUS))
        .huntGroup("701", g -> g.member("8264").leaveByKey("1", "8260").callBackByKey("#"))
        .allowExternal("+4930")
        .allowCallBack("+4930")
        .build();
  }

  /** Takes deliveries down, and says that they were sent. */
  private final class Messenger implements Telephony {
    @Override
    public CompletionStage<DeliveryReport> deliver(Delivery delivery) {
      deliveries.add(delivery);
      return CompletableFuture.completedFuture(DeliveryReport.SENT);
    }

    @Override
    public CompletionStage<Whereabouts> whereabouts(CallId call, Channel channel) {
      return CompletableFuture.completedFuture(Whereabouts.UNKNOWN);
    }
  }
}
