package io.ringwright.engine;

import io.ringwright.CallRouter;
import io.ringwright.availability.Attendance;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.ExternalNumber;
import io.ringwright.call.Priority;
import io.ringwright.call.RejectReason;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.call.RoutingExplanation.Rule;
import io.ringwright.directory.WaitingPolicy.Leaving;
import io.ringwright.effect.Effect;
import io.ringwright.engine.CallPhase.Talking;
import io.ringwright.engine.CallPhase.Waiting;
import io.ringwright.routing.RoutedCaller;
import io.ringwright.routing.RoutingRules;
import io.ringwright.routing.Trail;
import io.ringwright.routing.Verdict;
import io.ringwright.routing.WaitingAdmission;
import java.util.Optional;

/**
 * What people change about the line and behind it: a caller presses a key, the host takes a call
 * out or gives it another priority, somebody logs in or out or pauses. Used under the lock of the
 * {@link CallRouter} only.
 */
public final class HostHandler {

  private final EngineState room;
  private final CallHandler life;

  public HostHandler(EngineState room, CallHandler life) {
    this.room = room;
    this.life = life;
  }

  /** A waiting caller pressed a key: whoever may leave by it goes, at the old place. */
  public RoutingAnswer keyPressed(RememberedCall call, DirectoryNumber key) {
    RoutingAnswer waitsOn = life.beat(call);
    Optional<Call> waiting = room.file(call.id()).filter(file -> file.phase() instanceof Waiting);
    if (waiting.isEmpty()) {
      room.ignored("key", "call " + call.id() + " does not wait");
      return waitsOn;
    }
    Call file = waiting.get();
    Leaving leaving = WaitingAdmission.policy(file.wanted(), room.phones()).leaving();
    if (leaving.callBackKey().filter(key::equals).isPresent()) {
      return callBackToOwnNumber(file).orElse(waitsOn);
    }
    Optional<Destination> to = Optional.ofNullable(leaving.keys().get(key));
    if (to.isEmpty()) {
      room.ignored("key", "key " + key + " leads nowhere for " + file.wanted());
      return waitsOn;
    }
    return leave(file, key, to.get());
  }

  private RoutingAnswer leave(Call file, DirectoryNumber key, Destination to) {
    Trail trail = room.trail();
    trail.note(0, "call " + file.id(), Rule.ADMISSION, "leaves by key ", key, " to ", to);
    return room.turns().inTurn(file, trail, () -> left(file, to, trail));
  }

  /** Whoever would be turned away elsewhere stays in line here. */
  private RoutingAnswer left(Call file, Destination to, Trail trail) {
    RoutedCaller caller = file.routed(room.now()).wantingSince(room.now());
    WaitingAdmission.Admitted newcomer = new WaitingAdmission.Admitted(room.now(), false);
    Verdict verdict = RoutingRules.decide(to, caller, newcomer, room.facts(), trail);
    if (verdict instanceof Verdict.Refuse refuse) {
      trail.note(0, "call " + file.id(), Rule.ADMISSION, "stays: ", refuse.reason().word());
      return room.answers().told(room.answers().answer(file, room.answers().waiting(file), trail));
    }
    room.moves().change(file, to);
    room.line().leave(file);
    return room.answers().settle(file, verdict, trail);
  }

  /** The caller wants to be called back at the number shown, if it may be called. */
  private Optional<RoutingAnswer> callBackToOwnNumber(Call file) {
    Optional<ExternalNumber> number = ExternalNumber.parse(file.waiting().caller().number());
    if (number.filter(room.phones()::allowsCallBack).isEmpty()) {
      room.ignored("call back", file.waiting().caller() + " is no number that may be called back");
      return Optional.empty();
    }
    arrange(file, number.get());
    Trail trail = room.trail();
    trail.note(0, "call " + file.id(), Rule.ADMISSION, "is called back at ", number.get());
    RoutingDecision goodbye = new RoutingDecision.Reject(RejectReason.CALL_BACK_ARRANGED);
    return Optional.of(room.answers().told(room.answers().answer(file, goodbye, trail)));
  }

  /** The host arranges that a waiting caller is called back. */
  public void callBack(CallId call, ExternalNumber number) {
    Optional<Call> file = room.file(call).filter(each -> each.phase() instanceof Waiting);
    if (file.isEmpty()) {
      room.ignored("call back", "call " + call + " does not wait");
      return;
    }
    arrange(file.get(), number);
  }

  /** The place in line stays; from now on nobody is on the line. */
  private void arrange(Call file, ExternalNumber number) {
    file.arrangeCallBack(number);
    if (file.inStore()) {
      room.leave(new Effect.Store.MoveTo(file.waiting()));
    }
    room.moves().stand(file);
  }

  /** The host takes a call out of our hands. */
  public void withdrawn(CallId call) {
    Optional<Call> file = room.file(call);
    if (file.isEmpty() || file.get().phase() instanceof Talking) {
      room.ignored("withdraw", "call " + call + " does not wait");
      return;
    }
    room.moves().end(file.get(), CallOutcome.WITHDRAWN);
    room.files().withdraw(call);
  }

  /** A call gets another priority, wherever it stands; its ticket stays. */
  public void priorityChanged(CallId call, Priority priority) {
    Optional<Call> known = room.file(call);
    if (known.isEmpty() || known.get().phase() instanceof Talking) {
      room.ignored("priority", "call " + call + " does not wait");
      return;
    }
    room.moves().reprioritise(known.get(), priority);
  }

  /** Somebody logged in or out, paused or resumed. */
  public void attends(DirectoryNumber extension, Attendance attendance) {
    if (room.phones().extension(extension).isEmpty()) {
      room.ignored("attendance", "extension " + extension + " is not in the directory");
      return;
    }
    room.moves().attends(extension, attendance);
  }
}
