package io.ringwright.engine;

import io.ringwright.availability.DeviceReport;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.Device;
import io.ringwright.call.PbxId;
import io.ringwright.call.Token;
import io.ringwright.directory.Extension;
import io.ringwright.effect.Effect;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.CallPhase;
import io.ringwright.engine.state.CallPhase.Attempt;
import io.ringwright.engine.state.CallPhase.Delivering;
import io.ringwright.engine.state.CallPhase.Ringing;
import io.ringwright.engine.state.EngineState;
import io.ringwright.event.RouterEvent.CallerSeen;
import io.ringwright.port.Telephony.DeliveryReport;
import io.ringwright.port.Telephony.Whereabouts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Treats what the switch reports of devices and talks, and what it answers when it is asked to move
 * a caller or where one is.
 */
final class SwitchHandler {

  /** A move is asked for at most this often with one token. */
  static final int MOST_SENDS = 3;

  /** Nobody is called back more often than this. */
  static final int MOST_CALL_OUTS = 3;

  /** Who did not answer is called again after this. */
  static final Duration NEXT_CALL_OUT = Duration.ofMinutes(5);

  private final EngineState state;
  private final Outbox outbox;
  private final Transitions transitions;
  private final Reservations reservations;
  private final Talks talks;

  SwitchHandler(BasicParts basic, EngineParts parts) {
    this.state = basic.state();
    this.outbox = basic.outbox();
    this.transitions = basic.transitions();
    this.reservations = basic.reservations();
    this.talks = parts.talks();
  }

  void deviceReported(PbxId pbx, DeviceReport report) {
    if (state.phones().extensionsOn(report.device()).isEmpty()) {
      // Kept all the same: it may be in the next phone list.
      outbox.ignored("device", "device " + report.device() + " is nobody's in the directory");
    }
    note(pbx, report);
  }

  /** What a switch says of a device; talks that it no longer reports are over. */
  void note(PbxId pbx, DeviceReport report) {
    boolean wasReachable = isReachable(report.device());
    for (CallId id : state.devices().report(pbx, report, state.now())) {
      state.call(id).ifPresent(transitions::hangUp);
      state.devices().hangUp(report.device(), id, Duration.ZERO, state.now());
    }
    if (wasReachable && !isReachable(report.device())) {
      state.phones().extensionsOn(report.device()).forEach(each -> state.thinOut(each.number()));
    }
  }

  private boolean isReachable(Device device) {
    return state.devices().load(device).state().reachable();
  }

  void answered(CallId id, Device device) {
    Optional<Call> call = state.call(id);
    if (call.isEmpty()) {
      outbox.ignored("answer", KnownCalls.unknown(id));
    } else if (call.get().phase().answeredAfter().isPresent()) {
      outbox.ignored("answer", "call " + id + " talks already");
    } else if (talks.numberOf(call.get(), device).isEmpty()) {
      outbox.ignored("answer", "device " + device + " is nobody's in the directory");
    } else {
      talks.answered(call.get(), device);
    }
  }

  void ended(CallId id) {
    state
        .call(id)
        .ifPresentOrElse(talks::ended, () -> outbox.ignored("end", KnownCalls.unknown(id)));
  }

  void deliveryAnswered(CallId id, Token token, DeliveryReport report) {
    Optional<Call> delivered = state.call(id).filter(call -> isDelivering(call, token));
    if (delivered.isEmpty()) {
      return;
    }
    Call call = delivered.get();
    if (report == DeliveryReport.CALLER_GONE && call.callBack().isPresent()) {
      notReached(call);
    } else if (report == DeliveryReport.NOT_SENT) {
      transitions.restInQueue(call);
    } else if (report == DeliveryReport.CALLER_GONE) {
      ask(call, token);
    }
  }

  private static boolean isDelivering(Call call, Token token) {
    return call.phase() instanceof Delivering delivering
        && delivering.attempt().token().equals(token);
  }

  /** Where the switch saw a caller, unless the call moved since it was asked. */
  void callerSeen(CallerSeen seen) {
    state
        .call(seen.call())
        .filter(call -> call.moves() == seen.moves())
        .filter(call -> hasToken(call.phase(), seen.token()))
        .ifPresent(call -> lookedFor(call, seen.where()));
  }

  private static boolean hasToken(CallPhase phase, Token token) {
    return phase.current().filter(attempt -> attempt.token().equals(token)).isPresent();
  }

  /** Asks the switch where a caller is. */
  void ask(Call call, Token token) {
    outbox.emit(new Effect.AskWhereabouts(call.id(), call.channel(), token, call.moves()));
  }

  private void lookedFor(Call call, Whereabouts where) {
    switch (where) {
      case GONE -> gone(call);
      case ELSEWHERE -> transitions.end(call, CallOutcome.WITHDRAWN);
      case TALKING -> markAnswered(call);
      case WAITING, RINGING, UNKNOWN -> {
        if (call.phase() instanceof Delivering delivering) {
          lookedForDelivering(call, delivering, where);
        } else if (call.phase() instanceof Ringing ringing) {
          lookedForRinging(call, ringing, where);
        }
      }
    }
  }

  private void gone(Call call) {
    if (call.callBack().isPresent()) {
      notReached(call);
    } else {
      talks.ended(call);
    }
  }

  /** Somebody was called back and did not answer: again later, but not for ever. */
  private void notReached(Call call) {
    if (call.unansweredCallOut(state.now().plus(NEXT_CALL_OUT)) >= MOST_CALL_OUTS) {
      transitions.end(call, CallOutcome.ABANDONED);
    } else {
      transitions.backInQueue(call);
    }
  }

  private void lookedForDelivering(Call call, Delivering delivering, Whereabouts where) {
    if (where == Whereabouts.WAITING) {
      sendAgain(call, delivering);
    } else if (where == Whereabouts.UNKNOWN) {
      transitions.restInQueue(call);
    }
  }

  private void lookedForRinging(Call call, Ringing ringing, Whereabouts where) {
    if (where == Whereabouts.WAITING) {
      transitions.backInQueue(call);
    } else {
      Instant later = state.now().plus(Reservations.LEASE_GRACE);
      transitions.ringing(call, ringing.attempt(), later);
    }
  }

  private void sendAgain(Call call, Delivering delivering) {
    if (delivering.sends() >= MOST_SENDS) {
      transitions.restInQueue(call);
      return;
    }
    Instant checkAt = state.now().plus(Transitions.LANDING_TIME);
    transitions.enter(call, new Delivering(delivering.attempt(), delivering.sends() + 1, checkAt));
    outbox.emit(new Effect.Deliver(reservations.delivery(call, delivering.attempt())));
  }

  /** Somebody talks to the caller: on the phone that the switch names, or on the only one. */
  void markAnswered(Call call) {
    List<Device> rung = call.phase().current().map(Attempt::devices).orElse(List.of());
    Optional<Device> device =
        rung.isEmpty()
            ? state.devices().deviceOf(call.id()).filter(this::isSomebodys)
            : state.devices().deviceOf(call.id(), rung);
    device
        .or(() -> rung.size() == 1 ? Optional.of(rung.get(0)) : Optional.empty())
        .ifPresent(found -> talks.answered(call, found));
  }

  private boolean isSomebodys(Device device) {
    return !state.phones().extensionsOn(device).stream().map(Extension::number).toList().isEmpty();
  }
}
