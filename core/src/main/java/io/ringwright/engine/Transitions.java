package io.ringwright.engine;

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
import io.ringwright.effect.Effect;
import io.ringwright.engine.CallPhase.Attempt;
import io.ringwright.engine.CallPhase.Ringing;
import io.ringwright.engine.CallPhase.Talking;
import io.ringwright.engine.CallPhase.Waiting;
import io.ringwright.routing.Candidate;
import io.ringwright.routing.Trail;
import io.ringwright.routing.WaitingAdmission;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The moves that a call can make: into the line, to a phone, back to its old place, out. Each gives
 * back what the call held before, and leaves the store the change. Belongs to the {@link
 * EngineState} and its lock.
 */
public final class Transitions {

  private final EngineState room;

  public Transitions(EngineState room) {
    this.room = room;
  }

  public void joinLine(Call file) {
    room.expected().joins(file, room.now());
    if (!file.inStore()) {
      room.leave(new Effect.Store.Enqueue(file.waiting()));
      file.inStore(true);
    }
    room.line().join(file);
    enter(file, CallPhase.WAITING);
    room.turns().changed(file);
    room.timetable().watchTheHours();
  }

  /** The call stands where it stands now, in a lane if it waits, and is looked at in time. */
  public void enter(Call file, CallPhase phase) {
    file.enter(phase, room.now());
    stand(file);
  }

  /** The call stands in the lane in which it belongs now. */
  public void stand(Call file) {
    Instant changes = Instant.MAX;
    boolean held = false;
    if (file.phase() instanceof Waiting && room.line().contains(file)) {
      LanePlacement standing =
          LanePlacement.of(
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
  public void spoke(Call file, Channel where) {
    file.spoke(where, room.now());
    stand(file);
  }

  /** Somebody else saw the caller. */
  public void seen(Call file, Instant at) {
    file.seen(at);
    stand(file);
  }

  /** The link to a switch came or went: its callers stand differently now. */
  public void linkChanged(PbxId pbx) {
    for (Call file : room.files().all()) {
      if (file.pbx().equals(pbx)) {
        stand(file);
        room.timetable().lookAt(file);
      }
    }
    room.turns().allChanged();
  }

  /** The call waits for something else; its place stays. */
  public void change(Call file, Destination other) {
    moveInLine(
        file,
        () -> {
          room.expected().leaves(file, room.now());
          file.want(other, room.now());
        });
  }

  /** The call has another priority; its ticket stays. */
  public void reprioritise(Call file, Priority priority) {
    moveInLine(file, () -> file.reprioritise(priority));
  }

  /** What the line's order looks at changes only while the call is out of it. */
  private void moveInLine(Call file, Runnable change) {
    boolean inLine = file.phase() instanceof Waiting && file.standing().inLine();
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
  public void attends(DirectoryNumber extension, Attendance attendance) {
    room.roster().attends(extension, attendance);
    touch(extension);
    room.leave(new Effect.Tell.Attends(extension, attendance));
  }

  /** A call through a hunt group got no reply: after so many in a row the extension is paused. */
  public void leftUnanswered(Extension extension) {
    DirectoryNumber number = extension.number();
    if (room.roster().leftUnanswered(number, extension.duty().pauseAfterUnanswered())) {
      touch(number);
      room.leave(new Effect.Tell.Attends(number, room.roster().attendance(number)));
    }
  }

  /** Something about an extension changed that its device does not tell. */
  public void touch(DirectoryNumber extension) {
    room.phones().extension(extension).ifPresent(found -> room.turns().touched(found.device()));
  }

  /** Rings at once: the caller is on the line with us. */
  public RoutingAnswer ring(Call file, List<Candidate> candidates, Trail trail) {
    return ring(file, room.attempts().toRing(file, candidates, trail));
  }

  /** The same with an attempt that is ready. */
  public RoutingAnswer ring(Call file, Attempt attempt) {
    room.line().leave(file);
    room.attempts().reserve(file, attempt);
    ringing(file, attempt);
    return attempt.answer();
  }

  public void ringing(Call file, Attempt attempt) {
    ringing(file, attempt, room.attempts().leaseEnd(file, attempt));
  }

  public void ringing(Call file, Attempt attempt, Instant checkAt) {
    enter(file, new Ringing(attempt, checkAt));
  }

  /** Gives back what the call's attempt holds. The call is nowhere then: put it somewhere. */
  public void release(Call file) {
    room.attempts().free(file);
    if (file.inStore()) {
      Reservations.of(file)
          .map(attempt -> new Effect.Store.BackInLine(file.id(), attempt.token()))
          .ifPresent(room::leave);
      if (file.takeStoreBehind()) {
        room.leave(new Effect.Store.MoveTo(file.waiting()));
      }
    }
  }

  /** The call goes back to its old place, wherever it was. */
  public void backInLine(Call file) {
    hangUp(file);
    release(file);
    joinLine(file);
  }

  /** The switch did not move the caller: back in line, for a while passed over. */
  public void restInLine(Call file) {
    file.rest(room.now());
    backInLine(file);
  }

  /**
   * The talk on this call's phone is over, if there is one: the phone is free after its wrap-up.
   */
  public void hangUp(Call file) {
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
  public void keepPlace(Call file) {
    WaitingPolicy.Leaving leaving = WaitingAdmission.policy(file.wanted(), room.phones()).leaving();
    if (!leaving.placeKeptFor().isZero()) {
      room.keptPlaces()
          .keep(file.waiting(), leaving.placeKeptFor(), leaving.byNumber(), room.now());
    }
  }

  /** The call is over for the engine. */
  public void end(Call file, CallOutcome outcome) {
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
  public void forget(Call file) {
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
