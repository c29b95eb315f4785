package io.ringwright.engine;

import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.ExternalNumber;
import io.ringwright.call.RejectReason;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.call.RoutingExplanation.Rule;
import io.ringwright.directory.WaitingPolicy.Leaving;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.CallPhase.Waiting;
import io.ringwright.engine.state.EngineState;
import io.ringwright.routing.RoutedCaller;
import io.ringwright.routing.RoutingRules;
import io.ringwright.routing.Trail;
import io.ringwright.routing.Verdict;
import io.ringwright.routing.WaitingAdmission;
import java.util.Optional;

/** A waiting caller presses a key: to go elsewhere at the old place, or to be called back. */
final class KeyHandler {

  private final EngineState state;
  private final Outbox outbox;
  private final Answers answers;
  private final Transitions transitions;
  private final Placement placement;
  private final Matching matching;
  private final Decisions decisions;

  KeyHandler(BasicParts basic, EngineParts parts) {
    this.state = basic.state();
    this.outbox = basic.outbox();
    this.answers = basic.answers();
    this.transitions = basic.transitions();
    this.placement = parts.placement();
    this.matching = parts.matching();
    this.decisions = parts.decisions();
  }

  /**
   * A key was pressed.
   *
   * @param alive what the caller is told anyway, as at a sign of life
   */
  RoutingAnswer pressed(RememberedCall remembered, DirectoryNumber key, RoutingAnswer alive) {
    Optional<Call> waiting =
        state.call(remembered.id()).filter(call -> call.phase() instanceof Waiting);
    if (waiting.isEmpty()) {
      outbox.ignored("key", "call " + remembered.id() + " does not wait");
      return alive;
    }
    Call call = waiting.get();
    Leaving leaving = WaitingAdmission.policy(call.wanted(), state.phones()).leaving();
    if (leaving.callBackKey().filter(key::equals).isPresent()) {
      return callBackToOwnNumber(call).orElse(alive);
    }
    Optional<Destination> to = Optional.ofNullable(leaving.keys().get(key));
    if (to.isEmpty()) {
      outbox.ignored("key", "key " + key + " leads nowhere for " + call.wanted());
      return alive;
    }
    return leave(call, key, to.get());
  }

  private RoutingAnswer leave(Call call, DirectoryNumber key, Destination to) {
    Trail trail = answers.trail();
    trail.note(0, "call " + call.id(), Rule.ADMISSION, "leaves by key ", key, " to ", to);
    try (Matching.Turn turn = matching.turnOf(call, trail)) {
      return left(call, to, trail);
    }
  }

  /** Whoever would be turned away elsewhere stays in the queue here. */
  private RoutingAnswer left(Call call, Destination to, Trail trail) {
    RoutedCaller caller = call.routed().wantingSince(state.now());
    WaitingAdmission.Admitted newcomer = new WaitingAdmission.Admitted(state.now(), false);
    Verdict verdict = RoutingRules.decide(to, caller, newcomer, matching.facts(), trail);
    if (verdict instanceof Verdict.Refuse refuse) {
      trail.note(0, "call " + call.id(), Rule.ADMISSION, "stays: ", refuse.reason().word());
      return decisions.say(call, answers.waiting(call), trail);
    }
    transitions.change(call, to);
    state.leaveQueue(call);
    return decisions.settle(call, verdict, trail);
  }

  /** The caller wants to be called back at the number shown, if it may be called. */
  private Optional<RoutingAnswer> callBackToOwnNumber(Call call) {
    Optional<ExternalNumber> number = ExternalNumber.parse(call.waiting().caller().number());
    if (number.filter(state.phones()::allowsCallBack).isEmpty()) {
      outbox.ignored(
          "call back", call.waiting().caller() + " is no number that may be called back");
      return Optional.empty();
    }
    arrangeCallBack(call, number.get());
    Trail trail = answers.trail();
    trail.note(0, "call " + call.id(), Rule.ADMISSION, "is called back at ", number.get());
    RoutingDecision goodbye = new RoutingDecision.Reject(RejectReason.CALL_BACK_ARRANGED);
    return Optional.of(decisions.say(call, goodbye, trail));
  }

  /** The place in the queue stays; from now on there is no channel. */
  void arrangeCallBack(Call call, ExternalNumber number) {
    state.readings().before(call);
    call.arrangeCallBack(number);
    placement.place(call);
  }
}
