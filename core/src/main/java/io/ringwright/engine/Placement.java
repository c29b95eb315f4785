package io.ringwright.engine;

import io.ringwright.directory.Condition.Circumstances;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.CallPhase.Delivering;
import io.ringwright.engine.state.CallPhase.Ringing;
import io.ringwright.engine.state.CallPhase.Waiting;
import io.ringwright.engine.state.EngineState;
import io.ringwright.engine.state.LanePlacement;
import io.ringwright.engine.state.WaitingQueue;
import io.ringwright.routing.ReachTraits;
import io.ringwright.routing.RoutingRules;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Puts a call in the lane where it belongs at this moment, and says when it is looked at next. */
final class Placement {

  /** A call that is overdue and cannot be helped now is looked at again after this. */
  private static final Duration NEXT_LOOK = Duration.ofSeconds(1);

  /** A caller who gives no sign of life for so long, at a switch without a link, is gone. */
  static final Duration LONGEST_SILENCE = Duration.ofMinutes(10);

  private final EngineState state;

  Placement(EngineState state) {
    this.state = state;
  }

  /** The call is placed anew, and looked at in time: where that is past, with those overdue. */
  void place(Call call) {
    Instant next = Instant.MAX;
    if (call.phase() instanceof Delivering delivering) {
      next = earlier(delivering.checkAt(), endOfDelivery(call, delivering));
    } else if (call.phase() instanceof Ringing ringing) {
      next = ringing.checkAt();
    } else if (call.phase() instanceof Waiting) {
      next = waiting(call);
    }
    if (next.isAfter(state.now())) {
      state.timers().lookAt(call, next);
    } else {
      state.timers().lookAt(call, Instant.MAX);
      state.timers().lookAtNow(call);
    }
  }

  /** Nobody is moved to phones after the longest wait. */
  private Instant endOfDelivery(Call call, Delivering delivering) {
    boolean told = delivering.attempt().phones().isEmpty() || call.callBack().isPresent();
    return told ? Instant.MAX : waitsUntil(call);
  }

  private Instant waitsUntil(Call call) {
    return RoutingRules.waitsUntil(call.wanted(), call.admitted(), state.phones());
  }

  /** Whether it has waited too long, in the queue or on the way to phones. */
  boolean hasWaitedTooLong(Call call) {
    boolean told =
        call.phase() instanceof Delivering delivering
            && endOfDelivery(call, delivering).equals(Instant.MAX);
    return !told && !state.now().isBefore(waitsUntil(call));
  }

  private Instant waiting(Call call) {
    Instant limits = limits(call);
    Instant next = limits.isAfter(state.now()) ? limits : state.now().plus(NEXT_LOOK);
    Optional<WaitingQueue> queue = state.waiting().queue(call.wanted());
    if (queue.isEmpty() || !queue.get().all().contains(call)) {
      return next;
    }
    noteBasis(queue.get());
    ReachTraits traits = traits(call, state.now());
    LanePlacement now = LanePlacement.of(call, traits, conditions(call, traits), state.now());
    if (state.placeInLane(call, now.kind())) {
      state.openings().opened(call.wanted());
    }
    return earlier(next, now.changes());
  }

  /**
   * Puts a waiting call in its lane after its state was copied or read: where it was put by the
   * last event that placed it.
   */
  void restore(Call call) {
    state.waiting().queue(call.wanted()).ifPresent(this::noteBasis);
    // Nothing changes between two looks at it; one that is due has not been placed anew yet.
    Instant before = call.lookAt().isAfter(state.now()) ? state.now() : call.lookAt().minusNanos(1);
    ReachTraits traits = traits(call, before);
    LanePlacement then = LanePlacement.of(call, traits, conditions(call, traits), before);
    state.waiting().place(call, then.kind());
  }

  private void noteBasis(WaitingQueue queue) {
    ReachTraits traits = state.reach().traits(queue.destination());
    queue.noteBasis(traits, state.phones(), state.phoneListVersion());
  }

  /** What matters for a call at a moment: on the ways from whom it prefers, too. */
  private ReachTraits traits(Call call, Instant at) {
    return state.reach().traits(call.wanted(), call.preferredAt(at));
  }

  private List<Boolean> conditions(Call call, ReachTraits traits) {
    return traits.holding(
        group ->
            new Circumstances(
                call.waiting().caller(), group, state.wallClock(), state.hostAnswers()));
  }

  /** When it has waited too long, or it is time to ask whether the caller is still there. */
  private Instant limits(Call call) {
    Instant tooLong = waitsUntil(call);
    if (call.callBack().isPresent()) {
      return tooLong;
    }
    // Where there is a link it may be lost: nobody is placed anew then, so this is asked anyway.
    Instant from = state.links().isUp(call.pbx()) ? state.now() : alone(call);
    return earlier(tooLong, from.plus(LONGEST_SILENCE));
  }

  /** Whether the caller counts as gone: no link, and for long no sign of life. */
  boolean isGone(Call call) {
    return call.callBack().isEmpty()
        && !state.links().isUp(call.pbx())
        && !state.now().isBefore(alone(call).plus(LONGEST_SILENCE));
  }

  /** Since when nothing could be heard of the caller. */
  private Instant alone(Call call) {
    Instant down = state.links().downSince(call.pbx()).orElse(Instant.MIN);
    return down.isAfter(call.silentSince()) ? down : call.silentSince();
  }

  /**
   * Opening hours, and what the host's predicates say, may open a way for somebody who waits: hours
   * at the instant at which they change, predicates at every full minute.
   */
  void watchHours() {
    if (state.waiting().isEmpty() || !state.phones().dependsOnTime()) {
      return;
    }
    Instant next = state.phones().nextHoursChange(state.wallClock()).orElse(Instant.MAX);
    if (!state.phones().hostPredicates().areNone()) {
      Instant minute = state.wallClock().truncatedTo(ChronoUnit.MINUTES);
      next = earlier(next, minute.plus(1, ChronoUnit.MINUTES));
    }
    if (next.isBefore(state.timers().nextHours())) {
      state.timers().watchHours(next);
    }
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
