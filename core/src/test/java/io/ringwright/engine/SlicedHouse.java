package io.ringwright.engine;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.ringwright.availability.DeviceReport;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.Priority;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.effect.Effect;
import io.ringwright.engine.dispatch.IndexedDispatcher;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.EngineState;
import io.ringwright.event.Moment;
import io.ringwright.event.RouterEvent;
import io.ringwright.port.PbxSnapshot;
import io.ringwright.port.PbxSnapshot.SeenCaller;
import io.ringwright.port.Telephony.Whereabouts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** An engine that does one thing at a time of whatever is cut into slices. */
final class SlicedHouse {

  /** Of everything one. */
  static final Slices ONE = new Slices(1, 1, 1, 1, 1, 1);

  final List<Effect> effects = new ArrayList<>();
  private final Engine engine;
  private final Map<String, RememberedCall> channels = new HashMap<>();
  private Instant now = House.START;

  SlicedHouse(Slices slices, Consumer<PhoneListBuilder> list) {
    engine = new Engine(new EngineState(1000, 7), false, IndexedDispatcher::new, slices);
    happens(new RouterEvent.PhoneListInstalled(1, House.phones(list)));
    connects(List.of(), List.of());
    settles();
  }

  @CanIgnoreReturnValue
  Engine.Outcome happens(RouterEvent event) {
    Engine.Outcome outcome = engine.apply(Moment.of(now), event);
    effects.addAll(outcome.effects());
    return outcome;
  }

  void passes(Duration time) {
    now = now.plus(time);
  }

  /** One event of time. */
  void slice() {
    happens(new RouterEvent.TimePassed());
  }

  boolean isDue() {
    return engine.isDue(Moment.of(now));
  }

  /** What is due is done at this instant, until nothing is. */
  void settles() {
    for (int slice = 0; isDue(); slice++) {
      if (slice > 1000) {
        throw new AssertionError("something is due for ever");
      }
      slice();
    }
  }

  @CanIgnoreReturnValue
  RoutingAnswer arrives(String call, String number) {
    RememberedCall channel =
        new RememberedCall(
            CallId.of(call),
            new Channel(House.PBX, "PJSIP/trunk-" + call),
            CallerId.of("0301234567"),
            DirectoryNumber.of(number),
            Priority.NORMAL,
            now);
    channels.put(call, channel);
    return (RoutingAnswer)
        happens(new RouterEvent.Arrived(House.inbound(channel))).answer().orElseThrow();
  }

  void answers(String call, String extension) {
    happens(new RouterEvent.Answered(CallId.of(call), List.of(House.device(extension))));
  }

  void hangsUp(String call) {
    happens(new RouterEvent.Ended(CallId.of(call)));
  }

  void reports(String extension, DeviceState state, String... calls) {
    happens(new RouterEvent.DeviceReported(House.PBX, House.report(extension, state, calls)));
  }

  void linkBreaks() {
    happens(new RouterEvent.PbxDisconnected(House.PBX));
  }

  /** The first slice of a snapshot: these phones, and these callers, who wait. */
  void connects(List<DeviceReport> devices, List<String> waiting) {
    happens(new RouterEvent.PbxConnected(snapshot(devices, waiting)));
  }

  /** A part of a snapshot of this instant, and not the last. */
  void seen(List<DeviceReport> devices, List<String> waiting) {
    happens(new RouterEvent.PbxSeen(snapshot(devices, waiting)));
  }

  private PbxSnapshot snapshot(List<DeviceReport> devices, List<String> waiting) {
    Set<CallId> alive = new HashSet<>();
    List<SeenCaller> seen = new ArrayList<>();
    for (String call : waiting) {
      alive.add(CallId.of(call));
      seen.add(new SeenCaller(Objects.requireNonNull(channels.get(call)), Whereabouts.WAITING));
    }
    return new PbxSnapshot(House.PBX, now, devices, alive, seen);
  }

  static List<DeviceReport> idle(String... extensions) {
    return Arrays.stream(extensions)
        .map(each -> House.report(each, DeviceState.NOT_IN_USE))
        .toList();
  }

  /** The calls that were sent to phones, or fetched, in order. */
  List<String> delivered() {
    return effects.stream()
        .filter(Effect.Deliver.class::isInstance)
        .map(each -> ((Effect.Deliver) each).delivery().call().value())
        .toList();
  }

  /** The calls that ended, in order. */
  List<String> ended() {
    return effects.stream()
        .filter(Effect.Tell.Ended.class::isInstance)
        .map(each -> ((Effect.Tell.Ended) each).visit().call().value())
        .toList();
  }

  /** The waiting calls, first to last. */
  List<String> line() {
    return state().waiting().calls().stream().map(Call::id).map(CallId::value).toList();
  }

  EngineState state() {
    return engine.state();
  }
}
