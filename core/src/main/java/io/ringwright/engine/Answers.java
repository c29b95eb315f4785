package io.ringwright.engine;

import io.ringwright.call.CallOutcome;
import io.ringwright.call.PbxId;
import io.ringwright.call.RejectReason;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.call.RoutingExplanation.Rule;
import io.ringwright.call.Token;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.CallPhase.Attempt;
import io.ringwright.engine.state.EngineState;
import io.ringwright.routing.Candidate;
import io.ringwright.routing.RoutingRules;
import io.ringwright.routing.Trail;
import io.ringwright.routing.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes answers from verdicts and phases. Changes nothing. */
final class Answers {

  /** Stands for the token that nobody has drawn. */
  private static final Token NOT_DRAWN = new Token(Long.MAX_VALUE);

  /** What is due later than this is of no use to a caller who asks every 30 s or so anyway. */
  static final Duration SOON = Duration.ofMinutes(1);

  private static final Duration LAST = Duration.ofSeconds(1);

  private final EngineState state;
  private final boolean explains;

  Answers(EngineState state, boolean explains) {
    this.state = state;
    this.explains = explains;
  }

  /** Where to note why, if decisions are explained. */
  Trail trail() {
    return explains ? Trail.kept() : Trail.silent();
  }

  RoutingAnswer answer(Call call, RoutingDecision decision, Trail trail) {
    if (trail.isKept()) {
      trail.note(0, "call " + call.id(), Rule.DECISION, decision);
    }
    RoutingAnswer answer = new RoutingAnswer(call.id(), decision, trail.explanation(decision));
    return decision instanceof RoutingDecision.Wait
        ? nextSign(call).map(answer::askingAgainAfter).orElse(answer)
        : answer;
  }

  /** Nobody but the caller can say that it is time, where there is no link. */
  private Optional<Duration> nextSign(Call call) {
    if (state.links().isUp(call.pbx())) {
      return Optional.empty();
    }
    Duration due = Duration.between(state.now(), nextLook(call));
    boolean soon = !due.isNegative() && !due.isZero() && due.compareTo(SOON) < 0;
    return state
        .links()
        .awaitedFor(call.pbx(), state.now())
        .map(awaited -> soon && due.compareTo(awaited) < 0 ? due : awaited)
        .or(() -> Optional.of(due).filter(any -> soon));
  }

  /** What begins in the last second of the longest wait is only that no phone is rung any more. */
  private Instant nextLook(Call call) {
    Instant end = RoutingRules.waitsUntil(call.wanted(), call.admitted(), state.phones());
    boolean last = call.lookAt().isBefore(end) && call.lookAt().plus(LAST).compareTo(end) >= 0;
    return last ? end : call.lookAt();
  }

  RoutingDecision waiting(Call call) {
    return new RoutingDecision.Wait(
        call.wanted(),
        state.waiting().position(call),
        call.place().priority(),
        call.place().since(),
        state.expectedWaits().of(call, state.now()));
  }

  /** The caller is told to wait on, in whatever phase the call is. */
  RoutingAnswer waitOn(Call call, String why) {
    Trail trail = trail();
    trail.note(0, "call " + call.id(), Rule.ADMISSION, why);
    return answer(call, waiting(call), trail);
  }

  /** The caller waits until the switch has been seen. */
  RoutingAnswer waitUnseen(Call call) {
    Trail trail = trail();
    noteUnseen(call, trail);
    return answer(call, waiting(call), trail);
  }

  /** Says that the switch has not been seen, if that is so, and what follows from it. */
  void noteUnseen(Call call, Trail trail) {
    PbxId pbx = call.pbx();
    if (state.isUnseen(pbx)) {
      trail.unseen(pbx, "yet", "no phone is promised before its first snapshot has come");
    } else if (state.links().isMissed(pbx, state.now())) {
      trail.unseen(pbx, "in time", "what is known without its snapshot counts");
    }
  }

  /** What was decided for the attempt that is under way. */
  RoutingAnswer standing(Call call, Attempt attempt) {
    Trail trail = trail();
    if (attempt.ordered()) {
      trail.note(0, "call " + call.id(), Rule.ORDER, "rings out of turn");
    }
    return answer(call, attempt.decision(), trail);
  }

  /** A verdict as the decision it would become, if it were carried out. */
  RoutingDecision preview(Call call, Verdict verdict, ProgressiveRinging ringing) {
    if (verdict instanceof Verdict.Ring ring) {
      List<Candidate> phones = ring.candidates();
      stand(call, ring.standing());
      return new RoutingDecision.Ring(
          NOT_DRAWN,
          phones.stream().flatMap(each -> each.extension().devices().stream()).toList(),
          ringing.ringTime(call, phones));
    }
    if (verdict instanceof Verdict.WaitFor wait) {
      stand(call, wait.standing());
      return waiting(call);
    }
    return parting(UseGuard.limited(state, verdict));
  }

  /** Where an imagined call would stand. */
  private void stand(Call call, Verdict.Standing standing) {
    if (!standing.at().equals(call.wanted())) {
      call.want(standing.at(), state.now());
    }
  }

  /** What ends the call for the engine. */
  static RoutingDecision parting(Verdict verdict) {
    if (verdict instanceof Verdict.Leave leave) {
      return new RoutingDecision.Divert(leave.to());
    }
    if (verdict instanceof Verdict.HandBack back) {
      return new RoutingDecision.HandBack(back.to());
    }
    return new RoutingDecision.Reject(
        verdict instanceof Verdict.Refuse refuse ? refuse.reason() : RejectReason.CALL_OVER);
  }

  static CallOutcome outcome(RoutingDecision parting) {
    if (parting instanceof RoutingDecision.HandBack) {
      return CallOutcome.HANDED_BACK;
    }
    return parting instanceof RoutingDecision.Divert
        ? CallOutcome.OVERFLOWED
        : CallOutcome.REJECTED;
  }
}
