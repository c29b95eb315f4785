package io.ringwright.engine;

import io.ringwright.availability.DeviceReport;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.Device;
import io.ringwright.call.PbxId;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.CallPhase.Delivering;
import io.ringwright.engine.state.CallPhase.Waiting;
import io.ringwright.engine.state.Calls;
import io.ringwright.engine.state.EngineState;
import io.ringwright.engine.state.Snapshots;
import io.ringwright.port.PbxSnapshot;
import io.ringwright.port.PbxSnapshot.SeenCaller;
import io.ringwright.port.Telephony.Whereabouts;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The link to a switch comes with all that the switch knows, or is lost. */
final class SnapshotHandler {

  /** More calls than this are not ended in one event. */
  private static final int MOST_ENDED = 200;

  private final EngineState state;
  private final Outbox outbox;
  private final Transitions transitions;
  private final KnownCalls known;
  private final Talks talks;
  private final Decisions decisions;
  private final SwitchHandler devices;

  SnapshotHandler(BasicParts basic, EngineParts parts, SwitchHandler devices) {
    this.state = basic.state();
    this.outbox = basic.outbox();
    this.transitions = basic.transitions();
    this.known = parts.known();
    this.talks = parts.talks();
    this.decisions = parts.decisions();
    this.devices = devices;
  }

  /** The engine goes on from what a journal kept: no switch is linked yet. */
  void resumed() {
    List.copyOf(state.links().data().keySet()).forEach(pbx -> state.links().down(pbx, state.now()));
  }

  /** A part of a snapshot, and not the last. */
  void seen(PbxSnapshot part) {
    take(part);
    state.snapshots().add(contents(part));
  }

  /** The link stands; the last part of what the switch knows. */
  void connected(PbxSnapshot last) {
    if (!state.links().isUp(last.pbx())) {
      state.waiting().queues().forEach(queue -> state.openings().thinned(queue.destination()));
    }
    state.links().up(last.pbx());
    take(last);
    Snapshots.Progress all = state.snapshots().finish(contents(last));
    for (Device device : state.devices().reportedBy(last.pbx())) {
      if (!all.devices().contains(device)) {
        devices.note(last.pbx(), new DeviceReport(device, DeviceState.UNKNOWN, Set.of()));
      }
    }
    List<Call> gone = state.calls().byTicket(call -> isGone(call, all));
    if (gone.size() <= MOST_ENDED) {
      gone.forEach(talks::ended);
    } else {
      gone.forEach(this::endSoon);
    }
    state.openings().everything();
  }

  private void take(PbxSnapshot part) {
    part.devices().forEach(report -> devices.note(part.pbx(), report));
    part.callers().forEach(caller -> compare(caller, part.takenAt()));
  }

  private static Snapshots.Progress contents(PbxSnapshot part) {
    Set<Device> devices = new HashSet<>();
    part.devices().forEach(report -> devices.add(report.device()));
    return new Snapshots.Progress(part.pbx(), part.takenAt(), devices, part.alive());
  }

  /** Too many are gone to end them all in this event. */
  private void endSoon(Call call) {
    call.goes();
    state.timers().lookAtNow(call);
  }

  private static boolean isGone(Call call, Snapshots.Progress all) {
    return call.pbx().equals(all.pbx())
        && call.callBack().isEmpty()
        && !all.alive().contains(call.id())
        && call.heard().isBefore(all.takenAt());
  }

  void disconnected(PbxId pbx) {
    if (!state.links().down(pbx, state.now())) {
      outbox.ignored("link", "there is no link to " + pbx);
    }
  }

  private void compare(SeenCaller seen, Instant takenAt) {
    Optional<Call> call = state.call(seen.call().id());
    if (call.isPresent()) {
      compare(call.get(), seen.where(), takenAt);
    } else if (seen.where() == Whereabouts.WAITING && !state.calls().hasEnded(seen.call().id())) {
      transitions.seen(known.adopt(seen.call()), takenAt);
    }
  }

  private void compare(Call call, Whereabouts where, Instant takenAt) {
    boolean settled = settled(call, takenAt);
    if (where == Whereabouts.TALKING && (settled || !(call.phase() instanceof Waiting))) {
      devices.markAnswered(call);
    }
    boolean waits = call.phase() instanceof Waiting || call.phase() instanceof Delivering;
    if (where == Whereabouts.WAITING && settled && !waits) {
      transitions.backInQueue(call);
    } else if (where != Whereabouts.WAITING && settled && call.phase() instanceof Waiting) {
      watch(call, where);
    }
    if (where == Whereabouts.WAITING || !(call.phase() instanceof Waiting)) {
      transitions.seen(call, takenAt);
    }
  }

  /** The caller does not wait, as was thought, and must not be moved while that is so. */
  private void watch(Call call, Whereabouts where) {
    if (where == Whereabouts.RINGING || where == Whereabouts.TALKING) {
      decisions.ringsUnasked(call);
    }
  }

  /** Whether nothing was heard of a call that could be newer than a list of this instant. */
  private static boolean settled(Call call, Instant takenAt) {
    Instant crossing = takenAt.minus(Calls.CROSSING_TOLERANCE);
    return (call.heard().isBefore(crossing) && !call.phaseSince().isAfter(crossing))
        || call.heard().equals(Instant.MIN);
  }
}
