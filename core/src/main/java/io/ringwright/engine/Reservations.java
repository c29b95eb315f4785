package io.ringwright.engine;

import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.ExternalNumber;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.RoutingDecision;
import io.ringwright.call.Token;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.CallPhase.Attempt;
import io.ringwright.engine.state.CallPhase.RungPhone;
import io.ringwright.engine.state.EngineState;
import io.ringwright.port.Telephony.CallBack;
import io.ringwright.port.Telephony.Delivery;
import io.ringwright.waiting.WaitingCall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Attempts to ring, or to tell a waiting caller something: numbered, and holding a slot of each
 * phone that is to ring, for as long as the lease runs.
 */
final class Reservations {

  /** How much longer than the ring time a reservation lives: prompts come before the ringing. */
  static final Duration LEASE_GRACE = Duration.ofSeconds(30);

  /** How long it may take until somebody who is called back has answered or has not. */
  static final Duration CALL_OUT_TIME = Duration.ofSeconds(60);

  private final EngineState state;

  Reservations(EngineState state) {
    this.state = state;
  }

  /** An attempt to ring phones for a time. */
  Attempt toRing(Call call, ProgressiveRinging.Step step) {
    Token token = state.drawToken();
    RoutingDecision ring =
        new RoutingDecision.Ring(token, RungPhone.targets(step.phones()), step.time());
    return new Attempt(token, step.phones(), ring, call.wanted(), step.time());
  }

  /** An attempt to tell the caller a decision, without any phone. */
  Attempt toTell(Call call, RoutingDecision decision) {
    return new Attempt(state.drawToken(), List.of(), decision, call.wanted(), Duration.ZERO);
  }

  /** Takes the slots; from now on the phones count as rung. */
  void reserve(Call call, Attempt attempt) {
    call.tokenDrawn(attempt.token());
    hold(call, attempt.phones());
    attempt.phones().forEach(each -> state.history().rung(each.stops()));
  }

  /** Takes the slots of phones of an attempt that counts already. */
  void hold(Call call, List<RungPhone> phones) {
    RungPhone.targets(phones)
        .forEach(target -> state.devices().reserve(target.device(), call.id()));
  }

  /** Gives back the slots that the call's attempt holds. */
  void free(Call call) {
    call.phase()
        .current()
        .ifPresent(
            attempt ->
                attempt.devices().forEach(device -> state.devices().release(device, call.id())));
  }

  /** Until when the reservation holds if nothing is heard. */
  Instant leaseEnd(Call call, Attempt attempt) {
    Duration calling = call.callBack().isPresent() ? CALL_OUT_TIME : Duration.ZERO;
    return state.now().plus(calling).plus(attempt.ringTime()).plus(LEASE_GRACE);
  }

  /** What the switch is asked for. */
  Delivery delivery(Call call, Attempt attempt) {
    Delivery delivery =
        new Delivery(
            call.id(),
            call.channel(),
            DirectoryNumber.of(attempt.wanted().digits()),
            attempt.token(),
            attempt.targets(),
            attempt.ringTime());
    return call.callBack().map(number -> delivery.to(callBack(call, number))).orElse(delivery);
  }

  private static CallBack callBack(Call call, ExternalNumber number) {
    WaitingCall waiting = call.waiting();
    RememberedCall memory =
        new RememberedCall(
            waiting.id(),
            waiting.channel(),
            waiting.caller(),
            DirectoryNumber.of(waiting.waitingFor().digits()),
            waiting.place().priority(),
            waiting.place().since(),
            waiting.requirements());
    return new CallBack(number, memory);
  }
}
