package io.ringwright.engine;

import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.ExternalNumber;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.RingTarget;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.call.Token;
import io.ringwright.effect.Effect;
import io.ringwright.engine.CallPhase.Attempt;
import io.ringwright.engine.CallPhase.Delivering;
import io.ringwright.engine.CallPhase.Ringing;
import io.ringwright.port.Telephony.CallBack;
import io.ringwright.port.Telephony.Delivery;
import io.ringwright.routing.Candidate;
import io.ringwright.routing.Trail;
import io.ringwright.waiting.Reservation;
import io.ringwright.waiting.WaitingCall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reservations to ring, or to tell a waiting caller something: numbered, and holding a slot of each
 * phone that is to ring. Belongs to the {@link EngineState} and its lock.
 */
public final class Reservations {

  /** How much longer than the ring time a reservation lives: prompts come before the ringing. */
  static final Duration LEASE_GRACE = Duration.ofSeconds(30);

  private final EngineState room;
  private final Supplier<Token> tokens;

  public Reservations(EngineState room, Supplier<Token> tokens) {
    this.room = room;
    this.tokens = tokens;
  }

  /** The attempt that a call is in, if it is in one. */
  public static Optional<Attempt> of(Call file) {
    if (file.phase() instanceof Delivering offered) {
      return Optional.of(offered.attempt());
    }
    return file.phase() instanceof Ringing ringing
        ? Optional.of(ringing.attempt())
        : Optional.empty();
  }

  /** An attempt to ring these phones. */
  public Attempt toRing(Call file, List<Candidate> candidates, Trail trail) {
    Duration time = room.progression().ringTime(file, candidates);
    return toRing(file, new ProgressiveRinging.Step(candidates, time), trail);
  }

  /** An attempt to ring these phones for a time. */
  public Attempt toRing(Call file, ProgressiveRinging.Step step, Trail trail) {
    Token token = tokens.get();
    List<RingTarget> targets = step.candidates().stream().map(Candidate::target).toList();
    RoutingDecision ring = new RoutingDecision.Ring(token, targets, step.time());
    RoutingAnswer answer = room.answers().answer(file, ring, trail);
    return new Attempt(token, step.candidates(), answer, file.wanted(), step.time());
  }

  /** An attempt to tell the caller an answer, without any phone. */
  public Attempt toTell(Call file, RoutingAnswer answer) {
    return new Attempt(tokens.get(), List.of(), answer, file.wanted(), Duration.ZERO);
  }

  /** Takes the slots, and claims the call in the store. */
  public void reserve(Call file, Attempt attempt) {
    file.tokenDrawn(attempt.token());
    devices(attempt).forEach(device -> room.board().reserve(device, file.id()));
    attempt.candidates().forEach(each -> room.memories().rung(each.path().stops()));
    if (file.inStore()) {
      List<DirectoryNumber> numbers =
          attempt.candidates().stream().map(each -> each.extension().number()).toList();
      room.leave(
          new Effect.Store.Claim(
              new Reservation(file.id(), attempt.token(), numbers, leaseEnd(file, attempt))));
    }
  }

  /** Gives back the slots that the call's attempt holds. */
  public void free(Call file) {
    of(file)
        .ifPresent(
            attempt -> devices(attempt).forEach(device -> room.board().release(device, file.id())));
  }

  public Delivery delivery(Call file, Attempt attempt) {
    Delivery delivery =
        new Delivery(
            file.id(),
            file.channel(),
            DirectoryNumber.of(attempt.wanted().digits()),
            attempt.token(),
            attempt.candidates().stream().map(Candidate::target).toList(),
            attempt.ringTime());
    return file.callBack().map(number -> delivery.to(callBack(file, number))).orElse(delivery);
  }

  private static CallBack callBack(Call file, ExternalNumber number) {
    WaitingCall call = file.waiting();
    RememberedCall memory =
        new RememberedCall(
            call.id(),
            call.channel(),
            call.caller(),
            DirectoryNumber.of(call.waitingFor().digits()),
            call.place().priority(),
            call.place().since(),
            call.requirements());
    return new CallBack(number, memory);
  }

  public Instant leaseEnd(Call file, Attempt attempt) {
    Duration calling = file.callBack().isPresent() ? Deliveries.CALL_OUT_TIME : Duration.ZERO;
    return room.now().plus(calling).plus(attempt.ringTime()).plus(LEASE_GRACE);
  }

  public static List<Device> devices(Attempt attempt) {
    return attempt.candidates().stream().map(each -> each.extension().device()).toList();
  }
}
