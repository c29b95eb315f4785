package io.ringwright.engine;

import io.ringwright.call.CallOutcome;
import io.ringwright.call.Channel;
import io.ringwright.call.Device;
import io.ringwright.call.HangUpSide;
import io.ringwright.call.Party;
import io.ringwright.call.RingOutcome;
import io.ringwright.effect.Effect;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.CallPhase.Attempt;
import io.ringwright.engine.state.CallPhase.Ringing;
import io.ringwright.engine.state.CallPhase.RungPhone;
import io.ringwright.engine.state.CallPhase.Talking;
import io.ringwright.engine.state.EngineState;
import io.ringwright.telling.Answered;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Begins talks, hands callers over, and ends calls. */
final class Talks {

  private final EngineState state;
  private final Outbox outbox;
  private final Transitions transitions;
  private final Tellings tellings;

  Talks(EngineState state, Outbox outbox, Transitions transitions) {
    this.state = state;
    this.outbox = outbox;
    this.transitions = transitions;
    this.tellings = new Tellings(state, outbox);
  }

  /**
   * Somebody talks to the caller: on a phone of the attempt, on any phone of the house, or outside.
   * A call that talks must not be moved again.
   *
   * @return false if that was known
   */
  boolean talksWith(Call call, Party party) {
    return talksWith(call, party, Optional.empty());
  }

  /** The same, on a channel that the switch has named. */
  boolean talksWith(Call call, Party party, Optional<Channel> agent) {
    Optional<Party> before = call.phase().party();
    if (before.isEmpty()) {
      answered(call, party, agent);
      return true;
    }
    boolean same = Parties.same(before.get(), party);
    if (same && call.phase() instanceof Talking talking && talking.by().equals(party)) {
      return false;
    }
    transitions.handOver(call, party, agent);
    if (!same) {
      outbox.emit(new Effect.Tell.Transferred(call.id(), before.get(), party));
    }
    return true;
  }

  private void answered(Call call, Party party, Optional<Channel> agent) {
    state.expectedWaits().answered(call, state.now());
    Duration waited = Duration.between(call.place().since(), state.now());
    Answered answered = new Answered(call.visit(), party, waited, Tellings.channels(call, agent));
    outbox.emit(
        party.isOutsider()
            ? new Effect.Tell.AnsweredByOutsider(answered)
            : new Effect.Tell.Answered(answered));
    transitions.talk(call, new Talking(party, waited), agent);
  }

  /**
   * The caller of another call goes on at the place of this one, which was a consultation. If
   * somebody has answered it, the other call goes on with that party, and this one is over.
   */
  void takenOver(Call call, Channel channel, Optional<Call> by) {
    if (by.isPresent() && call.phase().answeredAfter().isPresent()) {
      consulted(call, by.get());
    } else {
      transitions.carriedOn(call, channel);
      by.ifPresent(
          caller -> {
            outbox.emit(new Effect.Tell.TakenOver(call.id(), caller.id()));
            ended(caller);
          });
    }
  }

  private void consulted(Call consultation, Call caller) {
    if (consultation.phase() instanceof Talking talking) {
      transitions.giveTalkTo(consultation, caller);
      talksWith(caller, talking.by());
    }
    transitions.end(consultation, CallOutcome.ANSWERED);
  }

  /** The caller's channel is gone, and nobody said who hung up. */
  void ended(Call call) {
    ended(call, HangUpSide.UNKNOWN);
  }

  /** The caller's channel is gone. */
  void ended(Call call, HangUpSide by) {
    over(call, RingOutcome.ABANDONED, by);
  }

  /** No engine answered the dialplan in time. */
  void fellBack(Call call) {
    if (call.phase().answeredAfter().isPresent() || call.callBack().isPresent()) {
      ended(call);
    } else {
      transitions.end(call, CallOutcome.FELL_BACK);
    }
  }

  /** The caller's channel is gone, or a talk that nobody told of is over. */
  void over(Call call, RingOutcome how, HangUpSide by) {
    if (call.callBack().isPresent()) {
      return; // The channel that ends is the old one, or a call-out: the call goes on.
    }
    boolean talked = call.phase().answeredAfter().isPresent();
    boolean answered = talked || how == RingOutcome.ANSWERED;
    if (call.phase() instanceof Ringing ringing && answered) {
      state.expectedWaits().answered(call, call.phaseSince());
      answeredUntold(call, ringing.attempt());
    }
    if (!answered && call.admitted().inQueue()) {
      transitions.keepPlace(call);
    }
    tellings.hungUp(call, by);
    transitions.end(call, answered ? CallOutcome.ANSWERED : CallOutcome.ABANDONED);
  }

  /** Nobody told when it was answered; where one phone alone rang it was that one that talked. */
  private void answeredUntold(Call call, Attempt attempt) {
    if (attempt.phones().size() == 1) {
      RungPhone phone = attempt.phones().get(0);
      Duration waited = Duration.between(call.place().since(), call.phaseSince());
      Duration sinceRing = Duration.between(call.phaseSince(), state.now());
      List<Device> rung = attempt.devices();
      Device device = state.devices().deviceOf(call.id(), rung).orElse(rung.get(0));
      Party party = Party.of(phone.extension(), device);
      transitions.talk(call, new Talking(party, waited), Optional.empty());
      transitions.hangUp(call, sinceRing);
    }
  }
}
