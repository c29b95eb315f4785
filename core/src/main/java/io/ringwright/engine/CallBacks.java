package io.ringwright.engine;

import io.ringwright.call.Destination;
import io.ringwright.call.ExternalNumber;
import io.ringwright.call.LimitedUse;
import io.ringwright.call.Notice;
import io.ringwright.call.RejectReason;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.call.RoutingExplanation.Rule;
import io.ringwright.effect.Effect;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.CallPhase.Ringing;
import io.ringwright.engine.state.EngineState;
import io.ringwright.event.RouterEvent.KeyPressed;
import io.ringwright.routing.Trail;
import io.ringwright.telling.KeyUsed;
import io.ringwright.telling.KeyUsed.Meaning;
import java.util.Optional;
import java.util.function.Function;

/** Promises by key that a caller is called back, or not, and tells the listener of keys. */
final class CallBacks {

  static final String TOO_MANY = "too many calls back were arranged of late, in all or with ";

  private final EngineState state;
  private final Outbox outbox;
  private final Answers answers;
  private final Transitions transitions;
  private final Placement placement;
  private final Decisions decisions;
  private final UseGuard guard;
  private final Function<Call, RoutingAnswer> ringsOn;

  /**
   * Call backs.
   *
   * @param ringsOn the answer to a key while phones ring that go on ringing
   */
  CallBacks(BasicParts basic, EngineParts parts, Function<Call, RoutingAnswer> ringsOn) {
    this.state = basic.state();
    this.outbox = basic.outbox();
    this.answers = basic.answers();
    this.transitions = basic.transitions();
    this.placement = parts.placement();
    this.decisions = parts.decisions();
    this.guard = new UseGuard(state, outbox);
    this.ringsOn = ringsOn;
  }

  /** Whether phones ring for a call. */
  static boolean isRung(Call call) {
    return call.phase() instanceof Ringing ringing && !ringing.attempt().phones().isEmpty();
  }

  /** The caller wants to be called back at the number shown, if it can be called. */
  RoutingAnswer callBackToOwnNumber(Call call, KeyPressed event) {
    Optional<ExternalNumber> number = allowed(call.waiting().caller().number());
    if (number.isEmpty()) {
      return noCallBack(
          call, event, call.waiting().caller() + " is no number that may be called back");
    }
    return callBackAt(call, number.get(), event);
  }

  /** The number of these digits; empty if it is none that may be called back. */
  Optional<ExternalNumber> allowed(String digits) {
    return ExternalNumber.parse(digits).filter(state.phones()::allowsCallBack);
  }

  /** The caller is called back at a number that may be called, unless that cannot be. */
  RoutingAnswer callBackAt(Call call, ExternalNumber number, KeyPressed event) {
    if (!event.callsBack()) {
      return cannotCallBack(call, event);
    }
    if (!mayCallBack(call, number)) {
      return noCallBack(call, event, TOO_MANY + number);
    }
    tell(call, event, Meaning.CALL_BACK);
    if (isRung(call)) {
      transitions.backInQueue(call);
    }
    arrangeCallBack(call, number);
    Trail trail = answers.trail();
    trail.note(0, "call " + call.id(), Rule.ADMISSION, "is called back at ", number);
    RoutingDecision goodbye = new RoutingDecision.Reject(RejectReason.CALL_BACK_ARRANGED);
    return decisions.say(call, goodbye, trail);
  }

  /** Whether a limit allows one more call back; the same one once more is none. */
  boolean mayCallBack(Call call, ExternalNumber number) {
    return call.callBack().filter(number::equals).isPresent()
        || guard.grants(call, LimitedUse.CALL_BACK, number.digits());
  }

  RoutingAnswer cannotCallBack(Call call, KeyPressed event) {
    return noCallBack(call, event, "switch " + call.pbx() + " cannot call anybody back");
  }

  /** Nothing is promised that cannot be kept: the caller waits on, or the phones ring on. */
  RoutingAnswer noCallBack(Call call, KeyPressed event, String why) {
    tell(call, event, Meaning.CALL_BACK_REFUSED);
    outbox.ignored("call back", why);
    RoutingAnswer answer =
        isRung(call) ? ringsOn.apply(call) : answers.waitOn(call, "is not called back: " + why);
    return answer.saying(Notice.CALL_BACK_REFUSED);
  }

  /** The listener is told of the key. */
  void tell(Call call, KeyPressed event, Meaning meaning) {
    tell(call, event, meaning, Optional.empty());
  }

  /** The same of a key that leads somewhere. */
  void tell(Call call, KeyPressed event, Meaning meaning, Optional<Destination> to) {
    outbox.emit(new Effect.Tell.KeyUsed(new KeyUsed(call.visit(), event.key(), meaning, to)));
  }

  /** The place in the queue stays; from now on there is no channel. */
  void arrangeCallBack(Call call, ExternalNumber number) {
    call.arrangeCallBack(number);
    placement.place(call);
  }
}
