package io.ringwright.benchmarks.engine;

import io.ringwright.CallRouter;
import io.ringwright.availability.DeviceReport;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.InboundCall.CalledAs;
import io.ringwright.call.PbxId;
import io.ringwright.call.Priority;
import io.ringwright.directory.PhoneList;
import io.ringwright.engine.Engine;
import io.ringwright.engine.dispatch.Dispatcher;
import io.ringwright.engine.dispatch.EngineFacts;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.CallPhase;
import io.ringwright.engine.state.EngineState;
import io.ringwright.engine.state.LanePlacement;
import io.ringwright.event.Moment;
import io.ringwright.event.RouterEvent;
import io.ringwright.port.PbxSnapshot;
import io.ringwright.waiting.Place;
import io.ringwright.waiting.WaitingCall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * An engine of which every part can be reached, under a clock of its own; no effect is carried out.
 */
final class OpenHouse {

  static final PbxId PBX = PbxId.of("pbx");
  static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

  private static final Duration STEP = Duration.ofMillis(1);

  private final Engine engine;
  private final EngineFacts facts;
  private Instant now = START;
  private long calls;

  OpenHouse(PhoneList phones, Dispatcher.Factory dispatching) {
    EngineState state = new EngineState(0, 42);
    Dispatcher dispatcher = dispatching.of(state);
    facts = dispatcher.facts();
    engine = new Engine(state, false, made -> dispatcher);
    happens(new RouterEvent.PhoneListInstalled(1, phones));
    happens(new RouterEvent.PbxConnected(connected()));
  }

  static PbxSnapshot connected() {
    return new PbxSnapshot(PBX, START, List.of(), Set.of(), List.of());
  }

  Engine engine() {
    return engine;
  }

  EngineState state() {
    return engine.state();
  }

  /** What the rules see, with what the dispatcher has ready. */
  EngineFacts facts() {
    return facts;
  }

  Instant now() {
    return now;
  }

  void happens(RouterEvent event) {
    now = now.plus(STEP);
    engine.apply(Moment.of(now), event);
  }

  /** A phone is in a call of its own, or idle. */
  static RouterEvent report(Device device, boolean inUse) {
    DeviceState state = inUse ? DeviceState.IN_USE : DeviceState.NOT_IN_USE;
    Set<CallId> own =
        inUse ? Set.of(CallId.of("own-" + device.name().replace('/', '-'))) : Set.of();
    return new RouterEvent.DeviceReported(PBX, new DeviceReport(device, state, own));
  }

  /** The same, brought to a router. */
  static void deliverReport(CallRouter router, RouterEvent report) {
    RouterEvent.DeviceReported reported = (RouterEvent.DeviceReported) report;
    router.deviceReported(reported.pbx(), reported.report());
  }

  /** A caller who waits for a hunt group, behind all others; nobody is matched. */
  Call waits(DirectoryNumber group) {
    Call call = new Call(nextInQueue(group), now);
    call.spoke(call.channel(), now);
    call.enter(CallPhase.Waiting.SAME, now);
    state().open(call);
    state().waiting().join(call);
    LanePlacement placement =
        LanePlacement.of(call, state().reach().traits(call.wanted()), List.of(), now);
    state().waiting().place(call, placement.kind());
    state().timers().lookAt(call, placement.changes());
    return call;
  }

  /** A waiting call of which the engine does not know yet. */
  WaitingCall nextInQueue(DirectoryNumber group) {
    InboundCall call = arrival(group);
    return new WaitingCall(
        call.id(),
        call.channel(),
        call.caller(),
        new Destination.ToHuntGroup(group),
        new Place(Priority.NORMAL, now, calls));
  }

  InboundCall arrival(DirectoryNumber called) {
    return arrival(calls++, called);
  }

  /** The call of this number in the day's order, named as Asterisk names it. */
  static InboundCall arrival(long serial, DirectoryNumber called) {
    return new InboundCall(
        CallId.of("pbx-1772442000." + serial),
        new Channel(PBX, String.format("PJSIP/trunk-%08x", serial)),
        CallerId.of("+4930" + (1_000_000 + serial)),
        called,
        CalledAs.ANY,
        Priority.NORMAL);
  }
}
