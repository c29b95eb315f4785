package io.ringwright.engine;

import io.ringwright.call.CallOutcome;
import io.ringwright.call.Destination;
import io.ringwright.call.InboundCall;
import io.ringwright.call.LimitedUse;
import io.ringwright.call.RejectReason;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingExplanation.Rule;
import io.ringwright.call.Token;
import io.ringwright.effect.Effect;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.CallPhase.Attempt;
import io.ringwright.engine.state.CallPhase.Delivering;
import io.ringwright.engine.state.CallPhase.Ringing;
import io.ringwright.engine.state.CallPhase.RungPhone;
import io.ringwright.engine.state.CallPhase.Waiting;
import io.ringwright.engine.state.Calls;
import io.ringwright.engine.state.EngineState;
import io.ringwright.engine.state.KeptPlaces;
import io.ringwright.routing.RoutingRules;
import io.ringwright.routing.Trail;
import io.ringwright.routing.Verdict;
import io.ringwright.waiting.Place;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Treats the events of a call's channel: arrival, landing, sign of life. */
final class CallHandler {

  private final EngineState state;
  private final Outbox outbox;
  private final Answers answers;
  private final Transitions transitions;
  private final Matching matching;
  private final Decisions decisions;
  private final KnownCalls known;
  private final Reservations reservations;
  private final ProgressiveRinging ringing;
  private final UseGuard guard;

  CallHandler(BasicParts basic, EngineParts parts) {
    this.state = basic.state();
    this.outbox = basic.outbox();
    this.answers = basic.answers();
    this.transitions = basic.transitions();
    this.reservations = basic.reservations();
    this.ringing = basic.ringing();
    this.matching = parts.matching();
    this.decisions = parts.decisions();
    this.known = parts.known();
    this.guard = new UseGuard(state, outbox);
  }

  RoutingAnswer arrived(InboundCall call) {
    boolean mayBeLate = state.calls().mayBeLate(call.id(), state.now());
    state.call(call.id()).ifPresent(this::endEarlier);
    Call opened = known.arriving(call);
    outbox.emit(new Effect.Tell.Arrived(call, opened.visit()));
    Trail trail = answers.trail();
    Optional<Destination> called = RoutingRules.called(call, state.phones(), trail);
    // Its place first: calls and timers are ordered by tickets.
    called
        .flatMap(wanted -> keptFor(opened, call, wanted))
        .ifPresent(place -> takesBack(opened, place, trail));
    state.open(opened);
    transitions.spoke(opened, call.channel());
    RoutingAnswer answer =
        called.isPresent()
            ? decide(opened, called.get(), trail)
            : decisions.refuseUnknown(opened, trail);
    if (mayBeLate) {
      lookSoon(opened);
    }
    return answer;
  }

  /** Where phones ring: if nobody is there, they are not held for a whole ring. */
  private void lookSoon(Call call) {
    if (call.phase() instanceof Ringing ringing) {
      transitions.ringing(call, ringing.attempt(), state.now().plus(Transitions.LANDING_TIME));
    }
  }

  /** The place of a caller who comes back, unless too many did of late. */
  private Optional<Place> keptFor(Call opened, InboundCall call, Destination wanted) {
    KeptPlaces kept = state.keptPlaces();
    boolean granted =
        !kept.isClaimedBy(call, wanted, state.now())
            || guard.grants(opened, LimitedUse.RETURN, call.caller().number());
    return granted ? kept.takeBack(call, wanted, state.now()) : Optional.empty();
  }

  /** The caller was sent on and arrives once more: the visit until now is over. */
  private void endEarlier(Call earlier) {
    boolean answered = earlier.phase().answeredAfter().isPresent();
    transitions.end(earlier, answered ? CallOutcome.ANSWERED_THEN_SENT_ON : CallOutcome.SENT_ON);
  }

  private static void takesBack(Call call, Place place, Trail trail) {
    trail.note(0, "call " + call.id(), Rule.ADMISSION, "takes back a place from ", place.since());
    call.takeBack(place);
  }

  private RoutingAnswer decide(Call call, Destination called, Trail trail) {
    Instant arrived = state.now().truncatedTo(ChronoUnit.MILLIS);
    Instant since = call.place().since();
    call.want(called, arrived.equals(since) ? since : arrived);
    if (state.isUnseen(call.pbx())) {
      return decisions.postpone(call, trail);
    }
    answers.noteUnseen(call, trail);
    try (Matching.Turn turn = matching.turnOf(call, trail)) {
      return decisions.settle(call, matching.decide(call, trail), trail);
    }
  }

  /** A caller who was moved came to the landing place: this alone proves it. */
  RoutingAnswer landed(RememberedCall remembered, Token token) {
    Optional<RoutingAnswer> refused = known.refused(remembered, "landing");
    if (refused.isPresent()) {
      return refused.get();
    }
    Call call = known.heard(remembered);
    Optional<Attempt> attempt =
        call.phase().current().filter(current -> current.token().equals(token));
    if (attempt.isPresent()) {
      call.callBack().ifPresent(number -> calledBack(call));
      return land(call, attempt.get());
    }
    outbox.ignored("landing", "token " + token + " no longer counts for call " + call.id());
    // Was the caller moved away from a phone, or does an old question come late? Ask the switch.
    lookSoon(call);
    return answers.waitOn(call, "token " + token + " no longer counts");
  }

  /** Whoever is called back has not waited on the line: the longest wait begins anew. */
  private void calledBack(Call call) {
    call.calledBack();
    call.want(call.wanted(), state.now());
  }

  private RoutingAnswer land(Call call, Attempt attempt) {
    if (attempt.phones().isEmpty()) {
      RoutingAnswer answer = decisions.told(answers.standing(call, attempt));
      transitions.end(call, Answers.outcome(answer.decision()));
      return answer;
    }
    if (call.phase() instanceof Ringing) {
      transitions.ringing(call, attempt); // The same question again has the same answer.
      return answers.standing(call, attempt);
    }
    reservations.free(call);
    List<RungPhone> free = attempt.phones().stream().filter(ringing::mayRing).toList();
    return ringing.isOver(call) || free.isEmpty()
        ? landsInVain(call)
        : landsInTime(call, attempt.ringingAt(free));
  }

  private RoutingAnswer landsInTime(Call call, Attempt attempt) {
    Attempt now = ringing.landing(call, attempt);
    reservations.hold(call, now.phones());
    transitions.ringing(call, now);
    return answers.standing(call, now);
  }

  /** On the way to the phones the longest wait ended, or they began to do something else. */
  private RoutingAnswer landsInVain(Call call) {
    transitions.backInQueue(call);
    Trail trail = answers.trail();
    try (Matching.Turn turn = matching.turnOf(call, trail)) {
      Verdict verdict = matching.decide(call, trail);
      state.leaveQueue(call);
      return decisions.settle(call, verdict, trail);
    }
  }

  /** A waiting caller's sign of life. */
  RoutingAnswer alive(RememberedCall remembered) {
    Optional<RoutingAnswer> refused = known.refused(remembered, "sign of life");
    if (refused.isPresent()) {
      return refused.get();
    }
    Call call = known.heard(remembered);
    boolean waits = call.phase() instanceof Waiting || call.phase() instanceof Delivering;
    boolean settled = !state.now().isBefore(call.phaseSince().plus(Calls.CROSSING_TOLERANCE));
    if (!waits && settled) {
      transitions.backInQueue(call);
    }
    boolean inQueue = call.phase() instanceof Waiting;
    if (inQueue && state.isUnseen(call.pbx()) && !ringing.isOver(call)) {
      return answers.waitUnseen(call);
    }
    if (inQueue && (ringing.isOver(call) || !state.isDeliverable(call))) {
      Trail trail = answers.trail();
      answers.noteUnseen(call, trail);
      try (Matching.Turn turn = matching.turnOf(call, trail)) {
        return ask(call, trail);
      }
    }
    return answers.waitOn(call, "waits on");
  }

  /** A caller who asks, because nobody can tell: is it time to ring, or to be told something? */
  private RoutingAnswer ask(Call call, Trail trail) {
    if (call.isUndecided()) {
      state.leaveQueue(call);
      call.undecided(false);
      return decisions.settle(call, matching.decide(call, trail), trail);
    }
    Verdict verdict = matching.decide(call, trail);
    boolean ledOn = verdict instanceof Verdict.WaitFor && Matching.standsElsewhere(call, verdict);
    if (ringing.isOver(call) || Matching.leaves(call, verdict) || ledOn) {
      state.leaveQueue(call);
      return decisions.settle(call, verdict, trail);
    }
    if (verdict instanceof Verdict.Ring && call.callBack().isPresent()) {
      calledBack(call); // The caller never hung up.
    }
    return verdict instanceof Verdict.Ring
        ? decisions.settle(call, verdict, trail)
        : answers.waitOn(call, "waits on");
  }

  /** What would happen to a call, without any effect. */
  RoutingAnswer explain(InboundCall call) {
    Trail trail = Trail.kept();
    Optional<Destination> called = RoutingRules.called(call, state.phones(), trail);
    Call imagined = known.imagined(call);
    called.ifPresent(to -> imagined.want(to, state.now()));
    answers.noteUnseen(imagined, trail);
    if (called.isPresent() && state.isUnseen(imagined.pbx())) {
      return answers.answer(imagined, answers.waiting(imagined), trail);
    }
    Verdict verdict =
        called.isEmpty()
            ? new Verdict.Refuse(RejectReason.UNKNOWN_NUMBER)
            : supposedly(imagined, trail);
    return answers.answer(imagined, answers.preview(imagined, verdict, ringing), trail);
  }

  /** What would happen to a waiting call if its turn came now, without any effect. */
  RoutingAnswer explainTurn(Call call) {
    Trail trail = Trail.kept();
    Verdict verdict = supposedly(call, trail);
    Call imagined = new Call(call.waiting(), state.now());
    return answers.answer(imagined, answers.preview(imagined, verdict, ringing), trail);
  }

  private Verdict supposedly(Call call, Trail trail) {
    try (Matching.Turn turn = matching.supposedTurnOf(call, trail)) {
      return matching.decide(call, trail);
    }
  }
}
