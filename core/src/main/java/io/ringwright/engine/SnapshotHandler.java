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
  private final Parties parties;

  SnapshotHandler(BasicParts basic, EngineParts parts, SwitchHandler devices) {
    this.state = basic.state();
    this.outbox = basic.outbox();
    this.transitions = basic.transitions();
    this.known = parts.known();
    this.talks = parts.talks();
    this.decisions = parts.decisions();
    this.devices = devices;
    this.parties = new Parties(state);
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
