package io.ringwright.engine;

import io.ringwright.call.LimitedUse;
import io.ringwright.call.RejectReason;
import io.ringwright.directory.UseLimit;
import io.ringwright.effect.Effect;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.EngineState;
import io.ringwright.routing.Verdict;

/** Says whether what is limited may be used once more, and tells the listener where it may not. */
final class UseGuard {

  private final EngineState state;
  private final Outbox outbox;

  UseGuard(EngineState state, Outbox outbox) {
    this.state = state;
    this.outbox = outbox;
  }

  /**
   * Whether it may be used; if so, it is used.
   *
   * @param call whose call
   * @param use what
   * @param number by, or of, which number
   */
  boolean grants(Call call, LimitedUse use, String number) {
    UseLimit limit = state.phones().limit(use);
    state.limitedUses().forget(use, limit, state.now());
    if (state.limitedUses().isFull(use, number, limit, state.now())) {
      outbox.emit(new Effect.Tell.LimitReached(call.id(), use, number));
      return false;
    }
    state.limitedUses().note(use, number, limit, state.now());
    return true;
  }

  /** A verdict as it would be carried out: who may not leave the house is refused. */
  static Verdict limited(EngineState state, Verdict verdict) {
    UseLimit limit = state.phones().limit(LimitedUse.DIVERSION);
    return verdict instanceof Verdict.Leave leave
            && state
                .limitedUses()
                .isFull(LimitedUse.DIVERSION, leave.to().digits(), limit, state.now())
        ? new Verdict.Refuse(RejectReason.TOO_MANY_OUTSIDE)
        : verdict;
  }

  /** The same before it is carried out; the listener is told. */
  Verdict limited(Call call, Verdict verdict) {
    Verdict limited = limited(state, verdict);
    if (limited != verdict && verdict instanceof Verdict.Leave leave) {
      outbox.emit(
          new Effect.Tell.LimitReached(call.id(), LimitedUse.DIVERSION, leave.to().digits()));
    }
    return limited;
  }
}
