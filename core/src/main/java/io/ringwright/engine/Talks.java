package io.ringwright.engine;

import io.ringwright.call.CallOutcome;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.RingOutcome;
import io.ringwright.directory.Extension;
import io.ringwright.effect.Effect;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.CallPhase.Attempt;
import io.ringwright.engine.state.CallPhase.Ringing;
import io.ringwright.engine.state.CallPhase.RungPhone;
import io.ringwright.engine.state.CallPhase.Talking;
import io.ringwright.engine.state.EngineState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Begins talks, and ends calls. */
final class Talks {

  private final EngineState state;
  private final Outbox outbox;
  private final Transitions transitions;

  Talks(EngineState state, Outbox outbox, Transitions transitions) {
    this.state = state;
    this.outbox = outbox;
    this.transitions = transitions;
  }

  /** Whose phone a device is: one of the attempt's first, else anybody's of the house. */
  Optional<DirectoryNumber> numberOf(Call call, Device device) {
    List<RungPhone> rung = call.phase().current().map(Attempt::phones).orElse(List.of());
    return rung.stream()
        .filter(phone -> phone.device().equals(device))
        .map(RungPhone::extension)
        .findFirst()
        .or(() -> state.phones().extensionsOn(device).stream().map(Extension::number).findFirst());
  }

  /**
   * Somebody talks to the caller: on a phone of the attempt, or, where an old move was carried out
   * late, on any phone of the house. A call that talks must not be moved again.
   */
  void answered(Call call, Device device) {
    if (call.phase().answeredAfter().isPresent()) {
      return;
    }
    Optional<DirectoryNumber> taker = numberOf(call, device);
    if (taker.isPresent()) {
      state.expectedWaits().answered(call, state.now());
      Duration waited = Duration.between(call.place().since(), state.now());
      transitions.talk(call, new Talking(taker.get(), device, waited));
      outbox.emit(new Effect.Tell.Answered(call.id(), taker.get(), waited));
    }
  }

  /** The caller's channel is gone. */
  void ended(Call call) {
    over(call, RingOutcome.ABANDONED);
  }

  /** The caller's channel is gone, or a talk that nobody told of is over. */
  void over(Call call, RingOutcome how) {
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
    transitions.end(call, answered ? CallOutcome.ANSWERED : CallOutcome.ABANDONED);
  }

  /** Nobody told when it was answered; where one phone alone rang it was that one that talked. */
  private void answeredUntold(Call call, Attempt attempt) {
    if (attempt.phones().size() == 1) {
      RungPhone phone = attempt.phones().get(0);
      Duration waited = Duration.between(call.place().since(), call.phaseSince());
      Duration sinceRing = Duration.between(call.phaseSince(), state.now());
      transitions.talk(call, new Talking(phone.extension(), phone.device(), waited));
      state.extensions().talked(phone.extension(), sinceRing);
    }
  }
}
