package io.ringwright.engine;

import io.ringwright.availability.DeviceReport;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.Device;
import io.ringwright.call.PbxId;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.CallPhase.Delivering;
import io.ringwright.engine.state.CallPhase.Waiting;
import io.ringwright.engine.state.Calls;
import io.ringwright.engine.state.EngineState;
import io.ringwright.engine.state.OpenSnapshot;
import io.ringwright.port.PbxSnapshot;
import io.ringwright.port.PbxSnapshot.SeenCaller;
import io.ringwright.port.Telephony.Whereabouts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The link to a switch comes with all that the switch knows, or is lost. */
final class SnapshotHandler {

  private final EngineState state;
  private final Outbox outbox;
  private final Transitions transitions;
  private final KnownCalls known;
  private final Talks talks;
  private final Decisions decisions;
  private final SwitchHandler devices;
  private final Parties parties;
  private final Slices slices;

  SnapshotHandler(BasicParts basic, EngineParts parts, SwitchHandler devices) {
    this.state = basic.state();
    this.outbox = basic.outbox();
    this.transitions = basic.transitions();
    this.known = parts.known();
    this.talks = parts.talks();
    this.decisions = parts.decisions();
    this.devices = devices;
    this.parties = new Parties(state);
    this.slices = parts.slices();
  }

  /** The engine goes on from what a journal kept: no switch is linked yet. */
  void resumed(Duration within) {
    state.links().startAnew(state.now(), within);
    state.snapshots().forgetAll();
    if (state.sinceLastEvent().compareTo(KnownCalls.LONGEST_OUTAGE) > 0) {
      // Nobody waits for an engine that long: whoever is there has not waited all of that time.
      state.calls().byTicket().stream()
          .filter(call -> call.phase().answeredAfter().isEmpty() && call.callBack().isEmpty())
          .toList()
          .forEach(call -> transitions.change(call, call.wanted()));
    }
  }

  /** A link is being made; a snapshot will follow. */
  void expected(PbxId pbx, Duration within) {
    if (!state.links().expect(pbx, state.now(), within)) {
      outbox.ignored("link", "there is a link to " + pbx + " already");
    }
  }

  /** A part of a snapshot, and not the last. */
  void seen(PbxSnapshot part) {
    take(part);
  }

  /**
   * The last part of what a switch knows. When everything was compared with it the link stands: in
   * this event, or after as many slices as that takes.
   */
  void connected(PbxSnapshot last) {
    take(last).isWholeNow();
    goOn();
  }

  private OpenSnapshot take(PbxSnapshot part) {
    OpenSnapshot snapshot = state.snapshots().of(part.pbx(), part.takenAt());
    for (DeviceReport report : part.devices()) {
      if (!snapshot.has(report.device())) { // Else it was reported since, which is newer.
        devices.note(part.pbx(), report);
      }
    }
    part.devices().forEach(report -> snapshot.add(report.device()));
    part.alive().forEach(snapshot::add);
    part.callers().forEach(caller -> compare(caller, part.takenAt()));
    return snapshot;
  }

  /**
   * Compares more of the state with a snapshot of which all parts have come.
   *
   * @return whether there was such a snapshot
   */
  boolean goOn() {
    Optional<OpenSnapshot> whole = state.snapshots().whole();
    whole.ifPresent(
        snapshot -> {
          if (compareCalls(snapshot) && compareDevices(snapshot)) {
            state.snapshots().forget(snapshot.pbx());
            linked(snapshot.pbx());
          }
        });
    return whole.isPresent();
  }

  /** The link stands: callers can be moved again, to phones and away. */
  private void linked(PbxId pbx) {
    if (!state.links().isUp(pbx)) {
      state.openings().thinned(state.waiting().destinations());
    }
    state.links().up(pbx);
    state.openings().everything();
  }

  /**
   * Calls without a channel end.
   *
   * @return whether all calls are compared
   */
  private boolean compareCalls(OpenSnapshot snapshot) {
    List<Call> next = state.calls().after(snapshot.compared().call(), slices.compared());
    int gone = 0;
    for (Call call : next) {
      snapshot.compared(call);
      if (isGone(call, snapshot)) {
        talks.ended(call);
        gone++;
      }
      if (gone == slices.gone()) {
        return false;
      }
    }
    return next.size() < slices.compared();
  }

  /**
   * Devices of which the switch no longer says anything count as unknown.
   *
   * @return whether all devices are compared
   */
  private boolean compareDevices(OpenSnapshot snapshot) {
    List<Device> next =
        state.devices().reportedAfter(snapshot.compared().device(), slices.compared());
    int gone = 0;
    for (Device device : next) {
      if (state.devices().isReportedBy(snapshot.pbx(), device) && !snapshot.has(device)) {
        devices.note(snapshot.pbx(), new DeviceReport(device, DeviceState.UNKNOWN, Set.of()));
        gone++;
      }
      snapshot.compared(device);
      if (gone == slices.gone()) {
        return false;
      }
    }
    return next.size() < slices.compared();
  }

  private static boolean isGone(Call call, OpenSnapshot snapshot) {
    return call.pbx().equals(snapshot.pbx())
        && call.callBack().isEmpty()
        && !snapshot.has(call.id())
        && call.heard().isBefore(snapshot.takenAt());
  }

  void disconnected(PbxId pbx) {
    state.snapshots().forget(pbx);
    if (!state.links().down(pbx, state.now())) {
      outbox.ignored("link", "there is no link to " + pbx);
    }
  }

  private void compare(SeenCaller seen, Instant takenAt) {
    Optional<Call> call = state.call(seen.call().id());
    if (call.isPresent()) {
      compare(call.get(), seen, takenAt);
    } else if (seen.where() == Whereabouts.WAITING && !isOver(seen.call().id())) {
      transitions.seen(known.adopt(seen.call()), takenAt);
    }
  }

  /** A list of channels brings back no call that has ended, and none that the host took out. */
  private boolean isOver(CallId call) {
    return state.calls().hasEnded(call) || state.calls().isWithdrawn(call);
  }

  private void compare(Call call, SeenCaller seen, Instant takenAt) {
    if (seen.where() == Whereabouts.TALKING) {
      talks(call, seen.with(), takenAt);
    }
    if (left(call, seen.where(), takenAt)) {
      return;
    }
    compare(call, seen.where(), takenAt);
  }

  /** The caller talks to somebody: events may have been missed. */
  private void talks(Call call, List<Device> with, Instant takenAt) {
    boolean settled = settled(call, takenAt);
    boolean unanswered = call.phase().answeredAfter().isEmpty();
    if (unanswered && (isOlder(call, takenAt) || !(call.phase() instanceof Waiting))) {
      talks.talksWith(call, with.isEmpty() ? parties.seen(call) : parties.of(call, with));
    } else if (!unanswered && settled && !with.isEmpty()) {
      talks.talksWith(call, parties.of(call, with));
    }
  }

  /**
   * A caller who waited, and was seen somewhere else, does not come back by itself: the call leaves
   * its queue.
   */
  private boolean left(Call call, Whereabouts where, Instant takenAt) {
    boolean waited = call.phase() instanceof Waiting || call.phase() instanceof Delivering;
    if (!waited || !isOlder(call, takenAt) || call.callBack().isPresent()) {
      return false;
    }
    if (where == Whereabouts.FELL_BACK) {
      talks.fellBack(call);
    } else if (where == Whereabouts.ELSEWHERE) {
      transitions.end(call, CallOutcome.WITHDRAWN);
    }
    return where == Whereabouts.FELL_BACK || where == Whereabouts.ELSEWHERE;
  }

  /** Whether all that was heard of a call came before the list was asked for. */
  private static boolean isOlder(Call call, Instant takenAt) {
    return call.heard().isBefore(takenAt) && call.phaseSince().isBefore(takenAt);
  }

  private void compare(Call call, Whereabouts where, Instant takenAt) {
    boolean settled = settled(call, takenAt);
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
