package io.ringwright;

import io.ringwright.Phase.InLine;
import io.ringwright.Phase.Talking;
import io.ringwright.availability.Attendance;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.Priority;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingExplanation.Rule;
import io.ringwright.directory.WaitingPolicy.Leaving;
import io.ringwright.routing.Trail;
import io.ringwright.routing.WaitingAdmission;
import java.util.Optional;

/**
 * What people change about the line and behind it: a caller presses a key, the host takes a call
 * out or gives it another priority, somebody logs in or out or pauses. Used under the lock of the
 * {@link CallRouter} only.
 */
final class LineChanges {

  private final SwitchRoom room;
  private final CallLife life;

  LineChanges(SwitchRoom room, CallLife life) {
    this.room = room;
    this.life = life;
  }

  /** A waiting caller pressed a key: whoever may leave by it goes, at the old place. */
  RoutingAnswer keyPressed(RememberedCall call, DirectoryNumber key) {
    RoutingAnswer waitsOn = life.beat(call);
    Optional<CallFile> waiting =
        room.file(call.id()).filter(file -> file.phase() instanceof InLine);
    if (waiting.isEmpty()) {
      return waitsOn;
    }
    CallFile file = waiting.get();
    Leaving leaving = WaitingAdmission.policy(file.wanted(), room.phones()).leaving();
    Optional<Destination> to = Optional.ofNullable(leaving.keys().get(key));
    if (to.isEmpty()) {
      room.ignored("key", "key " + key + " leads nowhere for " + file.wanted());
      return waitsOn;
    }
    return leave(file, key, to.get());
  }

  private RoutingAnswer leave(CallFile file, DirectoryNumber key, Destination to) {
    Trail trail = room.trail();
    trail.note(0, "call " + file.id(), Rule.ADMISSION, "leaves by key ", key, " to ", to);
    room.change(file, to);
    room.line().leave(file);
    return room.turns()
        .inTurn(file, trail, () -> room.settle(file, room.decide(file, trail), trail));
  }

  /** The host takes a call out of our hands. */
  void withdrawn(CallId call) {
    Optional<CallFile> file = room.file(call);
    if (file.isEmpty() || file.get().phase() instanceof Talking) {
      room.ignored("withdraw", "call " + call + " does not wait");
      return;
    }
    room.end(file.get(), CallOutcome.WITHDRAWN);
  }

  /** A call gets another priority, wherever it stands; its ticket stays. */
  void priorityChanged(CallId call, Priority priority) {
    Optional<CallFile> known = room.file(call);
    if (known.isEmpty() || known.get().phase() instanceof Talking) {
      room.ignored("priority", "call " + call + " does not wait");
      return;
    }
    room.reprioritise(known.get(), priority);
  }

  /** Somebody logged in or out, paused or resumed. */
  void attends(DirectoryNumber extension, Attendance attendance) {
    if (room.phones().extension(extension).isEmpty()) {
      room.ignored("attendance", "extension " + extension + " is not in the directory");
      return;
    }
    room.attends(extension, attendance);
  }
}
