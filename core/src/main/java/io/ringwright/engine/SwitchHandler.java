package io.ringwright.engine;

import io.ringwright.availability.DeviceReport;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.Channel;
import io.ringwright.call.Device;
import io.ringwright.call.HangUpSide;
import io.ringwright.call.PbxId;
import io.ringwright.call.TalkingPhone;
import io.ringwright.call.Token;
import io.ringwright.directory.Extension;
import io.ringwright.effect.Effect;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.CallPhase;
import io.ringwright.engine.state.CallPhase.Delivering;
import io.ringwright.engine.state.CallPhase.Ringing;
import io.ringwright.engine.state.CallPhase.Talking;
import io.ringwright.engine.state.EngineState;
import io.ringwright.event.RouterEvent.CallerSeen;
import io.ringwright.port.Telephony.DeliveryReport;
import io.ringwright.port.Telephony.Whereabouts;
import java.time.Duration;
import java.time.Instant;
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
  private final Staff staff;
  private final Talks talks;
  private final Parties parties;

  SwitchHandler(BasicParts basic, EngineParts parts) {
    this.state = basic.state();
    this.outbox = basic.outbox();
    this.transitions = basic.transitions();
    this.staff = basic.staff();
    this.talks = parts.talks();
    this.parties = new Parties(state);
  }

  void deviceReported(PbxId pbx, DeviceReport report) {
    if (state.phones().extensionsOn(report.device()).isEmpty()) {
      // Kept all the same: it may be in the next phone list.
      outbox.ignored("device", "device " + report.device() + " is nobody's in the directory");
    }
    state.snapshots().reported(pbx, report.device());
    note(pbx, report);
  }

  /** What a switch says of a device; talks that it no longer reports are over. */
  void note(PbxId pbx, DeviceReport report) {
    boolean wasReachable = isReachable(report.device());
    boolean wasInCall = state.devices().load(report.device()).state().inCall();
    for (CallId id : state.devices().report(pbx, report, state.now())) {
      state.call(id).ifPresent(transitions::hangUp);
      state.devices().hangUp(report.device(), id, Duration.ZERO, state.now());
    }
    if (wasInCall && !report.state().inCall()) {
      state.phones().extensionsOn(report.device()).forEach(this::isThere);
    }
    if (wasReachable != isReachable(report.device())) {
      state.phones().extensionsOn(report.device()).forEach(each -> staff.thinOut(each.number()));
    }
  }

  /** Whoever hangs up a call is there: nobody leaves them alone any longer. */
  private void isThere(Extension extension) {
    if (state.extensions().isLeftAlone(extension.number())) {
      staff.offerAgain(extension.number());
    }
  }

  private boolean isReachable(Device device) {
    return state.devices().load(device).state().reachable();
  }

  /** A phone that has these names was answered. */
  void answered(CallId id, TalkingPhone phone) {
    if (state.call(id).filter(call -> call.phase() instanceof Talking).isPresent()) {
      outbox.ignored("answer", "call " + id + " talks already");
    } else {
      handedOver(id, phone);
    }
  }

  /** Somebody talks to the caller, with a phone that has these names. */
  void handedOver(CallId id, TalkingPhone phone) {
    Optional<Call> call = state.call(id);
    if (call.isEmpty()) {
      outbox.ignored("answer", KnownCalls.unknown(id));
    } else if (!talks.talksWith(
        call.get(), parties.of(call.get(), phone.names()), phone.channel())) {
      outbox.ignored("answer", "call " + id + " talks to them already");
    }
  }

  void ended(CallId id, HangUpSide by) {
    Optional<Call> call = state.call(id);
    state.calls().forgetWithdrawn(id, state.now());
    call.ifPresentOrElse(it -> talks.ended(it, by), () -> endedUnknown(id));
  }

  /** Its first question may still be under way. */
  private void endedUnknown(CallId id) {
    state.calls().noteUnknownEnd(id, state.now());
    outbox.ignored("end", KnownCalls.unknown(id));
  }

  void fellBack(CallId id) {
    state
        .call(id)
        .ifPresentOrElse(talks::fellBack, () -> outbox.ignored("fallback", KnownCalls.unknown(id)));
  }

  /** The caller of another call goes on at the place of this one. */
  void takenOver(CallId id, Channel channel, CallId by) {
    state
        .call(id)
        .ifPresentOrElse(
            call -> talks.takenOver(call, channel, state.call(by)), () -> takenOverUnknown(id, by));
  }

  /**
   * The consultation has asked nothing yet that arrived. Its channel counted its questions, and the
   * caller who goes on there counts on from them: no number says that a question came again.
   */
  private void takenOverUnknown(CallId id, CallId by) {
    state.call(by).ifPresent(Call::countsAnew);
    outbox.ignored("take-over", KnownCalls.unknown(id));
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
      notMoved(call);
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
      case FELL_BACK -> talks.fellBack(call);
      case TALKING -> talks.talksWith(call, parties.seen(call));
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
      notMoved(call);
    }
  }

  /**
   * The caller waits on. A switch that does not move somebody is left alone with it for a while;
   * where it is the link that failed, the next link moves callers in their order.
   */
  private void notMoved(Call call) {
    if (state.links().isUp(call.pbx())) {
      transitions.restInQueue(call);
    } else {
      transitions.backInQueue(call);
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
    } else {
      transitions.sendAgain(call, delivering.attempt(), delivering.sends() + 1);
    }
  }
}
