package io.ringwright.engine;

import io.ringwright.call.RejectReason;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingExplanation.Rule;
import io.ringwright.effect.Effect;
import io.ringwright.engine.dispatch.Dispatcher;
import io.ringwright.engine.dispatch.EngineFacts;
import io.ringwright.engine.dispatch.Holds;
import io.ringwright.engine.dispatch.Match;
import io.ringwright.engine.dispatch.Round;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.CallPhase.Attempt;
import io.ringwright.engine.state.EngineState;
import io.ringwright.engine.state.Openings;
import io.ringwright.routing.Candidate;
import io.ringwright.routing.RoutingFacts;
import io.ringwright.routing.RoutingRules;
import io.ringwright.routing.Trail;
import io.ringwright.routing.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Applies what the dispatcher finds: callers whose turn has come are sent to their phones; phones
 * for callers who cannot be moved now count as taken while others are decided about.
 */
final class Matching {

  private final EngineState state;
  private final Dispatcher dispatcher;
  private final Outbox outbox;
  private final Answers answers;
  private final Transitions transitions;
  private final Reservations reservations;
  private final ProgressiveRinging ringing;
  private final int mostMatches;
  private Consumer<Call> watcher = call -> {};

  /** Whether this event has looked at as much as one event can. */
  private boolean spent;

  Matching(Dispatcher dispatcher, BasicParts parts, Slices slices) {
    this.state = parts.state();
    this.dispatcher = dispatcher;
    this.outbox = parts.outbox();
    this.answers = parts.answers();
    this.transitions = parts.transitions();
    this.reservations = parts.reservations();
    this.ringing = parts.ringing();
    this.mostMatches = slices.matches();
  }

  /** Calls this with each waiting call that has a match, before it is sent to a phone. */
  void watch(Consumer<Call> chosen) {
    watcher = chosen;
  }

  /**
   * Sends waiting calls that have a match to their phones, as many as one event can.
   *
   * @return whether more may follow with the next event
   */
  boolean dispatch() {
    boolean more = false;
    if (dispatcher.isDue() && !state.isBehind()) {
      boolean open = state.openings().isPending();
      Round round = dispatcher.round(null);
      Walk walk = carryOut(round, Trail.silent());
      dispatcher.facts().giveBack();
      more = open && staysOpen(round, walk);
    }
    dispatcher.keepUp();
    spent = more;
    return more;
  }

  /** The event comes to its end: the same, unless so much was looked at in it already. */
  void end() {
    if (!spent) {
      dispatch();
    }
    spent = false;
  }

  /** Notes what is open still, and says whether it is of use to go on. */
  private boolean staysOpen(Round round, Walk walk) {
    if (walk.whole()) {
      state.openings().clearBut(round.rest());
    } else if (walk.isStuck()) {
      // Whoever holds phones is asked with each event anyway.
      state.openings().clearBut(Openings.Rest.NONE);
    }
    return state.openings().isPending() && (walk.delivered() > 0 || walk.held() == 0);
  }

  /**
   * Lets those ahead of a call have their turn: what they could take is taken, or counts as taken
   * until the turn is closed. While more of them wait for their turn than one event can serve, it
   * is as if there were no free phone: the call has its turn when they have had theirs.
   */
  Turn turnOf(Call call, Trail trail) {
    if (!walk(call, trail, state.isBehind()).whole()) {
      takeAllPhones(trail);
    }
    return new Turn(dispatcher.facts());
  }

  /**
   * The same for the first of the calls that are decided when their switch has been seen.
   *
   * @return empty while more of those ahead have their turn than one event can serve
   */
  Optional<Turn> turnOfUndecided(Call call, Trail trail) {
    Walk walk = walk(call, trail, state.isBehindInTime());
    if (!walk.whole() && (walk.delivered() > 0 || state.isBehindInTime())) {
      dispatcher.facts().giveBack();
      return Optional.empty();
    }
    if (!walk.whole()) {
      takeAllPhones(trail);
    }
    return Optional.of(new Turn(dispatcher.facts()));
  }

  private Walk walk(Call call, Trail trail, boolean behind) {
    return wholeRound(call, behind).map(round -> carryOut(round, trail)).orElse(Walk.NOT_NOW);
  }

  /** A walk along all callers ahead; empty while there is too much to look at in one event. */
  private Optional<Round> wholeRound(Call call, boolean behind) {
    return behind && !state.waiting().isEmpty()
        ? Optional.empty()
        : Optional.of(dispatcher.round(call)).filter(round -> round.rest().isNone());
  }

  private void takeAllPhones(Trail trail) {
    trail.note(0, "the queue", Rule.FAIRNESS, "many callers ahead have their turn first");
    dispatcher.facts().takeAllPhones();
  }

  /** The turn of one call, which is decided about before this is closed. */
  static final class Turn implements AutoCloseable {

    private final EngineFacts facts;

    private Turn(EngineFacts facts) {
      this.facts = facts;
    }

    @Override
    public void close() {
      facts.giveBack();
    }
  }

  /**
   * What came of a walk.
   *
   * @param delivered how many callers were sent to phones
   * @param held how many callers who cannot be moved now have a match
   * @param whole whether it came to its end
   */
  private record Walk(int delivered, int held, boolean whole) {

    /** There is too much to look at in this event. */
    static final Walk NOT_NOW = new Walk(0, 0, false);

    /** Whether another walk would end at the same callers. */
    boolean isStuck() {
      return !whole && delivered == 0;
    }
  }

  /** The same for a question: nobody is sent to a phone. */
  Turn supposedTurnOf(Call call, Trail trail) {
    wholeRound(call, state.replacements().isPending())
        .ifPresentOrElse(round -> holdAll(round, trail), () -> takeAllPhones(trail));
    return new Turn(dispatcher.facts());
  }

  private void holdAll(Round round, Trail trail) {
    for (Match match = round.next(); match != null; match = round.next()) {
      hold(match, trail);
    }
  }

  private Walk carryOut(Round round, Trail trail) {
    int delivered = 0;
    int held = 0;
    for (Match match = round.next(); match != null; match = round.next()) {
      if (state.isDeliverable(match.call())) {
        deliver(match, trail);
        delivered++;
      } else {
        hold(match, trail);
        held++;
      }
      if (delivered + held == mostMatches) {
        return new Walk(delivered, held, false);
      }
    }
    return new Walk(delivered, held, true);
  }

  private void deliver(Match match, Trail later) {
    Call call = match.call();
    noteAhead(match, " goes to ", later);
    watcher.accept(call);
    Trail trail = answers.trail();
    if (trail.isKept()) {
      decide(call, trail);
    }
    send(call, match.phones(), trail);
  }

  /** Sends a waiting call to phones. */
  void send(Call call, List<Candidate> phones, Trail trail) {
    ProgressiveRinging.Step step = ringing.first(call, phones);
    step.note(call, trail);
    Attempt attempt = reservations.toRing(call, step);
    RoutingAnswer answer = answers.answer(call, attempt.decision(), trail);
    transitions.deliver(call, attempt);
    outbox.emit(new Effect.Tell.Delivering(answer));
  }

  private void hold(Match match, Trail later) {
    noteAhead(match, " cannot be moved now and keeps ", later);
    match.phones().forEach(phone -> holds().hold(phone.extension(), match.call().id()));
  }

  private Holds holds() {
    return dispatcher.facts().holds();
  }

  /** For the explanation of a later call: who is ahead of it, and which phones are for them. */
  private static void noteAhead(Match match, String what, Trail later) {
    if (later.isKept()) {
      String phones =
          match.phones().stream()
              .map(phone -> phone.extension().number().digits())
              .collect(Collectors.joining(" and "));
      later.ahead("call " + match.call().id() + what + phones);
    }
  }

  /** What is known now, as the rules see it. */
  RoutingFacts facts() {
    return dispatcher.facts();
  }

  /**
   * Whether a call that waits does not stay, though it has not waited too long: nobody is there for
   * it any more, its hunt group closed, what it waits for is gone or is forwarded by now. Who is to
   * be called back stays, as long as there is something to wait for.
   */
  boolean leaves(Call call) {
    if (call.isUndecided() || isOver(call)) {
      return false;
    }
    Verdict verdict = decide(call, Trail.silent());
    return standsElsewhere(call, verdict) || leaves(call, verdict);
  }

  /** The same where the rules were asked already. */
  static boolean leaves(Call call, Verdict verdict) {
    boolean gone =
        verdict instanceof Verdict.Refuse refuse && refuse.reason() == RejectReason.UNKNOWN_NUMBER;
    return goesOn(call, verdict) && (gone || call.callBack().isEmpty());
  }

  /** Whether any call of the lane of this one may have to leave. */
  boolean anyLeavesLaneOf(Call call) {
    if (isOver(call)) {
      return false;
    }
    Verdict verdict = decide(call, Trail.silent());
    return standsElsewhere(call, verdict) || goesOn(call, verdict);
  }

  /** Whether forwardings, and no overflow, lead the call to another queue with its settings. */
  static boolean standsElsewhere(Call call, Verdict verdict) {
    return !goesOn(call, verdict)
        && standing(verdict).filter(it -> !it.at().equals(call.wanted())).isPresent();
  }

  private static Optional<Verdict.Standing> standing(Verdict verdict) {
    if (verdict instanceof Verdict.Ring ring) {
      return Optional.of(ring.standing());
    }
    return verdict instanceof Verdict.WaitFor wait
        ? Optional.of(wait.standing())
        : Optional.empty();
  }

  private boolean isOver(Call call) {
    return RoutingRules.isOver(call.wanted(), call.admitted(), facts());
  }

  private static boolean goesOn(Call call, Verdict verdict) {
    return standing(verdict).filter(it -> it.overflows() <= call.overflows()).isEmpty();
  }

  /** What the rules say about a call that is in no queue at this moment. */
  Verdict decide(Call call, Trail trail) {
    return RoutingRules.decide(
        call.wanted(), call.routed(), call.admitted(), dispatcher.facts(), trail);
  }
}
