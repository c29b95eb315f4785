package io.ringwright.engine;

import io.ringwright.availability.Availability;
import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.HangUpSide;
import io.ringwright.call.RejectReason;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingExplanation.Rule;
import io.ringwright.call.Token;
import io.ringwright.directory.Extension;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.CallPhase.Attempt;
import io.ringwright.engine.state.CallPhase.Ringing;
import io.ringwright.engine.state.CallPhase.RungPhone;
import io.ringwright.engine.state.CallPhase.Talking;
import io.ringwright.engine.state.EngineState;
import io.ringwright.routing.Candidate;
import io.ringwright.routing.Path;
import io.ringwright.routing.RoutingFacts;
import io.ringwright.routing.RoutingRules;
import io.ringwright.routing.Trail;
import io.ringwright.routing.Verdict;
import io.ringwright.telling.RingStopped.Why;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Ringing ended. Without an answer, what follows is the phone's forwarding, another phone, or the
 * old place in the queue.
 */
final class RingEndHandler {

  private static final Duration SHORTEST_BACK_OFF = Duration.ofSeconds(1);

  private final EngineState state;
  private final Outbox outbox;
  private final Answers answers;
  private final Transitions transitions;
  private final Staff staff;
  private final Reservations reservations;
  private final ProgressiveRinging ringing;
  private final Matching matching;
  private final Decisions decisions;
  private final KnownCalls known;
  private final Talks talks;

  RingEndHandler(BasicParts basic, EngineParts parts) {
    this.state = basic.state();
    this.outbox = basic.outbox();
    this.answers = basic.answers();
    this.transitions = basic.transitions();
    this.staff = basic.staff();
    this.reservations = basic.reservations();
    this.ringing = basic.ringing();
    this.matching = parts.matching();
    this.decisions = parts.decisions();
    this.known = parts.known();
    this.talks = parts.talks();
  }

  RoutingAnswer ringEnded(RememberedCall remembered, Token token, RingOutcome outcome) {
    if (outcome == RingOutcome.ANSWERED || outcome == RingOutcome.ABANDONED) {
      state
          .call(remembered.id())
          .ifPresentOrElse(
              call -> talks.over(call, outcome, side(outcome)),
              () -> outbox.ignored("ring end", KnownCalls.unknown(remembered.id())));
      return KnownCalls.rejected(remembered.id(), RejectReason.CALL_OVER);
    }
    Optional<RoutingAnswer> refused = known.refused(remembered, "ring end");
    return refused.isPresent()
        ? refused.get()
        : unanswered(known.heard(remembered), token, outcome);
  }

  /** Dial says that the caller hung up before the answer, and of a talk it says nothing. */
  private static HangUpSide side(RingOutcome outcome) {
    return outcome == RingOutcome.ABANDONED ? HangUpSide.CALLER : HangUpSide.UNKNOWN;
  }

  private RoutingAnswer unanswered(Call call, Token token, RingOutcome outcome) {
    if (call.phase() instanceof Ringing current && call.outdated(token)) {
      outbox.ignored("ring end", "token " + token + " is an older one of call " + call.id());
      return decisions.told(answers.standing(call, current.attempt()));
    }
    Optional<Attempt> ended =
        call.phase().current().filter(current -> current.token().equals(token));
    return ended.isPresent()
        ? goOn(call, ended.get(), outcome)
        : decisions.told(unexpected(call, token));
  }

  /** An end of a ring that the engine does not know of: the caller is not where it was thought. */
  private RoutingAnswer unexpected(Call call, Token token) {
    outbox.ignored("ring end", "token " + token + " no longer counts for call " + call.id());
    boolean contradicts = call.phase() instanceof Ringing || call.phase() instanceof Talking;
    if (contradicts && !call.outdated(token)) {
      transitions.backInQueue(call);
    }
    return answers.waitOn(call, "token " + token + " no longer counts");
  }

  private RoutingAnswer goOn(Call call, Attempt ended, RingOutcome outcome) {
    Trail trail = answers.trail();
    reservations.free(call);
    List<RungPhone> goingOn = goingOn(call, ended, outcome);
    transitions.ringsOver(call, goingOn, Why.of(outcome));
    // They do not stop: whoever's turn it is now must not find them free.
    reservations.hold(call, goingOn);
    for (RungPhone rung : ended.phones()) {
      if (!goingOn.contains(rung)) {
        boolean whole = ringing.hasRungOut(call, rung, ended.ringTime());
        leaveAlone(call, new RungOut(rung, outcome, isOffered(call, ended, rung), whole), trail);
      }
    }
    try (Matching.Turn turn = matching.turnOf(call, trail)) {
      return next(call, new Ended(ended, outcome, goingOn), trail);
    }
  }

  /** A ring that ended without an answer, and the phones that go on nevertheless. */
  private record Ended(Attempt attempt, RingOutcome outcome, List<RungPhone> goingOn) {}

  private RoutingAnswer next(Call call, Ended ended, Trail trail) {
    Optional<ProgressiveRinging.Step> step = ringing.next(call, ended.goingOn());
    if (step.isPresent()) {
      int phones = step.get().phones().size();
      trail.note(0, "call " + call.id(), Rule.HUNT, "progressive: ", phones, " now");
      return decisions.ring(call, step.get(), trail);
    }
    return decisions.settle(call, forwarded(call, ended, trail), trail);
  }

  /** The phones that ring on because their group rings progressively. */
  private List<RungPhone> goingOn(Call call, Attempt ended, RingOutcome outcome) {
    boolean over = ringing.isOver(call) || state.isUnseen(call.pbx());
    if (over || outcome != RingOutcome.NO_REPLY || !ringing.isProgressive(ended)) {
      return List.of();
    }
    ended.phones().forEach(each -> call.rang(each.extension(), ended.ringTime()));
    return ringing.goingOn(call, ended);
  }

  /**
   * A phone that did not take the call.
   *
   * @param phone which
   * @param outcome how its ring ended
   * @param offered whether a hunt group, or a wish of who waits for one, offered it the call
   * @param whole whether it rang for its whole ring time; no reply counts only then
   */
  private record RungOut(RungPhone phone, RingOutcome outcome, boolean offered, boolean whole) {
    boolean isMissed() {
      return offered && (outcome != RingOutcome.NO_REPLY || whole);
    }
  }

  private static boolean isOffered(Call call, Attempt attempt, RungPhone rung) {
    return !attempt.ordered() && way(call, rung).throughGroup().isPresent();
  }

  /** A phone that did not take the call is not offered it again for a while. */
  private void leaveAlone(Call call, RungOut out, Trail trail) {
    RungPhone rung = out.phone();
    RingOutcome outcome = out.outcome();
    Optional<Extension> extension = state.phones().extension(rung.extension());
    Duration backOff = backOff(extension, outcome);
    call.leaveAlone(rung.extension(), state.now().plus(backOff));
    noteBackOff(rung.extension(), outcome, backOff, trail);
    if (out.isMissed() && extension.isPresent()) {
      missed(extension.get(), outcome, trail);
    }
  }

  /** After so many in a row it is not offered to anybody for a while. */
  private void missed(Extension extension, RingOutcome outcome, Trail trail) {
    Duration time = staff.missed(extension, outcome);
    if (!time.isZero()) {
      trail.note(
          0,
          "extension " + extension.number(),
          Rule.BACK_OFF,
          "did not take the last calls, left alone for everybody for ",
          time.toSeconds(),
          " s");
    }
  }

  private static void noteBackOff(
      DirectoryNumber extension, RingOutcome outcome, Duration backOff, Trail trail) {
    trail.note(
        0,
        "extension " + extension,
        Rule.BACK_OFF,
        outcome.name().toLowerCase(Locale.ROOT).replace('_', ' '),
        ", left alone for ",
        backOff.toSeconds(),
        " s");
  }

  /** What ends at once would otherwise be tried again at once, for ever. */
  private static Duration backOff(Optional<Extension> extension, RingOutcome outcome) {
    Duration given = extension.map(each -> each.times().backOff()).orElse(SHORTEST_BACK_OFF);
    boolean atOnce = outcome != RingOutcome.NO_REPLY && given.compareTo(SHORTEST_BACK_OFF) < 0;
    return atOnce ? SHORTEST_BACK_OFF : given;
  }

  private Verdict forwarded(Call call, Ended ended, Trail trail) {
    boolean alone = ended.attempt().phones().size() == 1 && !ended.attempt().ordered();
    call.preferred()
        .map(each -> new Destination.ToExtension(each.extension()))
        .filter(it -> ended.attempt().phones().stream().anyMatch(on -> on.stops().contains(it)))
        .ifPresent(it -> call.prefer(Optional.empty())); // It did not take the call.
    if (alone && !ringing.isOver(call)) {
      Optional<Verdict> next =
          afterRing(call, ended.attempt().phones().get(0), ended.outcome(), trail);
      if (next.isPresent()) {
        return state.isUnseen(call.pbx()) ? standing(call, next.get()) : next.get();
      }
    }
    return matching.decide(call, trail);
  }

  /**
   * While nobody can be rung, the call stands for the phone to which a forwarding leads, as it does
   * where that phone is engaged.
   */
  private static Verdict standing(Call call, Verdict verdict) {
    if (verdict instanceof Verdict.Ring ring && ring.standing().at().equals(call.wanted())) {
      Candidate phone = ring.candidates().get(0);
      Destination to = new Destination.ToExtension(phone.extension().number());
      Verdict.Standing there = new Verdict.Standing(to, ring.standing().overflows());
      boolean stays = !phone.path().stops().contains(call.wanted()); // It was preferred.
      return stays || phone.path().throughGroup().isPresent()
          ? ring
          : new Verdict.Ring(ring.candidates(), there);
    }
    return verdict;
  }

  private Optional<Verdict> afterRing(Call call, RungPhone rung, RingOutcome outcome, Trail trail) {
    RoutingFacts facts = matching.facts();
    Verdict.Standing here = new Verdict.Standing(call.wanted(), call.overflows());
    return state
        .phones()
        .extension(rung.extension())
        .map(extension -> new Candidate(extension, Availability.FREE, way(call, rung)))
        .map(candidate -> new RoutingRules.Rung(candidate, outcome, here))
        .flatMap(
            ended ->
                RoutingRules.afterRing(
                    ended, call.routed(), call.newcomer(state.now()), facts, trail));
  }

  /** The way to a phone that rang; whom a call preferred it rang as a member of its group. */
  private static Path way(Call call, RungPhone rung) {
    boolean preferred = !rung.stops().contains(call.wanted());
    return preferred && call.wanted() instanceof Destination.ToHuntGroup group
        ? Path.preferred(rung.stops(), Optional.of(group.number()))
        : Path.of(rung.stops());
  }
}
