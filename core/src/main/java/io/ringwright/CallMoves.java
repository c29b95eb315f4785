package io.ringwright;

import io.ringwright.Phase.Attempt;
import io.ringwright.Phase.InLine;
import io.ringwright.Phase.Ringing;
import io.ringwright.Phase.Talking;
import io.ringwright.availability.Attendance;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.Channel;
import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.PbxId;
import io.ringwright.call.Priority;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.directory.Extension;
import io.ringwright.directory.WaitingPolicy;
import io.ringwright.routing.Candidate;
import io.ringwright.routing.Trail;
import io.ringwright.routing.WaitingAdmission;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The moves that a call can make: into the line, to a phone, back to its old place, out. Each gives
 * back what the call held before, and leaves the store the change. Belongs to the {@link
 * SwitchRoom} and its lock.
 */
final class CallMoves {

  private final SwitchRoom room;

  CallMoves(SwitchRoom room) {
    this.room = room;
  }

  void joinLine(CallFile file) {
    room.expected().joins(file, room.now());
    if (!file.inStore()) {
      room.leave(new Effect.Store.Enqueue(file.waiting()));
      file.inStore(true);
    }
    room.line().join(file);
    enter(file, Phase.IN_LINE);
    room.turns().changed(file);
    room.timetable().watchTheHours();
  }

  /** The call stands where it stands now, in a lane if it waits, and is looked at in time. */
  void enter(CallFile file, Phase phase) {
    file.enter(phase, room.now());
    stand(file);
  }

  /** The call stands in the lane in which it belongs now. */
  void stand(CallFile file) {
    Instant changes = Instant.MAX;
    boolean held = false;
    if (file.phase() instanceof InLine && room.line().contains(file)) {
      Standing standing =
          Standing.of(
              file,
              room.phones().traits(file.wanted()),
              room.linked().contains(file.pbx()),
              room.now());
      held = standing.kind().isPresent() && !room.offers().deliverable(file);
      if (room.line().stand(file, standing.kind())) {
        room.turns().changed(file);
      }
      changes = standing.changes();
    }
    if (room.line().hold(file, held)) {
      room.turns().allChanged();
    }
    room.timetable().schedule(file, changes);
  }

  /** The caller's own channel speaks. */
  void spoke(CallFile file, Channel where) {
    file.spoke(where, room.now());
    stand(file);
  }

  /** Somebody else saw the caller. */
  void seen(CallFile file, Instant at) {
    file.seen(at);
    stand(file);
  }

  /** The link to a switch came or went: its callers stand differently now. */
  void linkChanged(PbxId pbx) {
    for (CallFile file : room.files().all()) {
      if (file.pbx().equals(pbx)) {
        stand(file);
        room.timetable().lookAt(file);
      }
    }
    room.turns().allChanged();
  }

  /** The call waits for something else; its place stays. */
  void change(CallFile file, Destination other) {
    moveInLine(
        file,
        () -> {
          room.expected().leaves(file, room.now());
          file.want(other, room.now());
        });
  }

  /** The call has another priority; its ticket stays. */
  void reprioritise(CallFile file, Priority priority) {
    moveInLine(file, () -> file.reprioritise(priority));
  }

  /** What the line's order looks at changes only while the call is out of it. */
  private void moveInLine(CallFile file, Runnable change) {
    boolean inLine = file.phase() instanceof InLine && file.standing().inLine();
    room.line().leave(file);
    change.run();
    if (file.inStore()) {
      room.leave(new Effect.Store.MoveTo(file.waiting()));
    }
    if (inLine) {
      joinLine(file);
    }
  }

  /** Somebody logged in or out, paused or resumed. */
  void attends(DirectoryNumber extension, Attendance attendance) {
    room.roster().attends(extension, attendance);
    touch(extension);
    room.leave(new Effect.Tell.Attends(extension, attendance));
  }

  /** A call through a hunt group got no reply: after so many in a row the extension is paused. */
  void leftUnanswered(Extension extension) {
    DirectoryNumber number = extension.number();
    if (room.roster().leftUnanswered(number, extension.duty().pauseAfterUnanswered())) {
      touch(number);
      room.leave(new Effect.Tell.Attends(number, room.roster().attendance(number)));
    }
  }

  /** Something about an extension changed that its device does not tell. */
  void touch(DirectoryNumber extension) {
    room.phones().extension(extension).ifPresent(found -> room.turns().touched(found.device()));
  }

  /** Rings at once: the caller is on the line with us. */
  RoutingAnswer ring(CallFile file, List<Candidate> candidates, Trail trail) {
    return ring(file, room.attempts().toRing(file, candidates, trail));
  }

  /** The same with an attempt that is ready. */
  RoutingAnswer ring(CallFile file, Attempt attempt) {
    room.line().leave(file);
    room.attempts().reserve(file, attempt);
    ringing(file, attempt);
    return attempt.answer();
  }

  void ringing(CallFile file, Attempt attempt) {
    ringing(file, attempt, room.attempts().leaseEnd(file, attempt));
  }

  void ringing(CallFile file, Attempt attempt, Instant checkAt) {
    enter(file, new Ringing(attempt, checkAt));
  }

  /** Gives back what the call's attempt holds. The call is nowhere then: put it somewhere. */
  void release(CallFile file) {
    room.attempts().free(file);
    if (file.inStore()) {
      Attempts.of(file)
          .map(attempt -> new Effect.Store.BackInLine(file.id(), attempt.token()))
          .ifPresent(room::leave);
      if (file.takeStoreBehind()) {
        room.leave(new Effect.Store.MoveTo(file.waiting()));
      }
    }
  }

  /** The call goes back to its old place, wherever it was. */
  void backInLine(CallFile file) {
    hangUp(file);
    release(file);
    joinLine(file);
  }

  /** The switch did not move the caller: back in line, for a while passed over. */
  void restInLine(CallFile file) {
    file.rest(room.now());
    backInLine(file);
  }

  /**
   * The talk on this call's phone is over, if there is one: the phone is free after its wrap-up.
   */
  void hangUp(CallFile file) {
    if (file.phase() instanceof Talking talking) {
      Duration wrapUp =
          room.phones()
              .extension(talking.extension())
              .map(extension -> extension.times().wrapUp())
              .orElse(Duration.ZERO);
      room.roster().talked(talking.extension(), Duration.between(file.phaseSince(), room.now()));
      room.board().hangUp(talking.device(), file.id(), wrapUp, room.now());
      room.timetable()
          .wrapUp(talking.device(), room.board().occupancy(talking.device()).wrapUpUntil());
    }
  }

  /** The caller hung up while waiting: the place may be kept for a while. */
  void keepPlace(CallFile file) {
    WaitingPolicy.Leaving leaving = WaitingAdmission.policy(file.wanted(), room.phones()).leaving();
    if (!leaving.placeKeptFor().isZero()) {
      room.keptPlaces()
          .keep(file.waiting(), leaving.placeKeptFor(), leaving.byNumber(), room.now());
    }
  }

  /** The call is over for the engine. */
  void end(CallFile file, CallOutcome outcome) {
    Duration waited =
        file.phase() instanceof Talking talking
            ? talking.waited()
            : Duration.between(file.place().since(), room.now());
    forget(file);
    if (file.inStore()) {
      room.leave(new Effect.Store.End(file.id(), outcome));
    }
    room.leave(new Effect.Tell.Ended(file.id(), outcome, waited));
  }

  /** Takes all traces of a call out of the room, without a word. */
  void forget(CallFile file) {
    hangUp(file);
    room.attempts().free(file);
    room.line().leave(file);
    room.expected().leaves(file, room.now());
    room.timetable().forget(file);
    if (room.line().hold(file, false)) {
      room.turns().allChanged();
    }
    room.files().close(file, room.now());
  }
}
