package io.ringwright.engine;

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
import io.ringwright.routing.RoutingFacts;
import io.ringwright.routing.RoutingRules;
import io.ringwright.routing.Trail;
import io.ringwright.routing.Verdict;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Applies what the dispatcher finds: callers whose turn has come are sent to their phones; phones
 * for callers who cannot be moved now count as taken while others are decided about.
 */
final class Matching {

  /** So many callers are sent to phones in one event; the rest follows with the next. */
  private static final int MOST_MATCHES = 500;

  private final EngineState state;
  private final Dispatcher dispatcher;
  private final Outbox outbox;
  private final Answers answers;
  private final Transitions transitions;
  private final Reservations reservations;
  private final ProgressiveRinging ringing;
  private Consumer<Call> watcher = call -> {};

  Matching(Dispatcher dispatcher, BasicParts parts) {
    this.state = parts.state();
    this.dispatcher = dispatcher;
    this.outbox = parts.outbox();
    this.answers = parts.answers();
    this.transitions = parts.transitions();
    this.reservations = parts.reservations();
    this.ringing = parts.ringing();
  }

  /** Calls this with each waiting call that has a match, before it is sent to a phone. */
  void watch(Consumer<Call> chosen) {
    watcher = chosen;
  }

  /** Sends each waiting call that has a match to its phones. */
  void dispatch() {
    if (dispatcher.isDue() && !state.replacements().isPending()) {
      Round round = dispatcher.round(null);
      Walk walk = carryOut(round);
      dispatcher.facts().giveBack();
      if (walk.whole()) {
        state.openings().clearBut(round.rest());
      }
    }
    dispatcher.keepUp();
  }

  /**
   * Lets those ahead of a call have their turn: what they could take is taken, or counts as taken
   * until the turn is closed. While more of them wait for their turn than one event can serve, it
   * is as if there were no free phone: the call has its turn when they have had theirs.
   */
  Turn turnOf(Call call, Trail trail) {
    Optional<Round> round = wholeRound(call);
    Walk walk = round.map(this::carryOut).orElse(Walk.NOT_NOW);
    noteFairness(walk.any(), trail);
    if (!walk.whole()) {
      takeAllPhones(trail);
    }
    return new Turn(dispatcher.facts());
  }

  /** A walk along all callers ahead; empty while there is too much to look at in one event. */
  private Optional<Round> wholeRound(Call call) {
    if (state.replacements().isPending() && !state.waiting().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(dispatcher.round(call)).filter(round -> round.rest().isNone());
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
   * @param any whether anybody ahead could take a phone
   * @param whole whether it came to its end
   */
  private record Walk(boolean any, boolean whole) {

    /** There is too much to look at in this event. */
    static final Walk NOT_NOW = new Walk(false, false);
  }

  /** The same for a question: nobody is sent to a phone. */
  Turn supposedTurnOf(Call call, Trail trail) {
    Optional<Round> round = wholeRound(call);
    boolean any = round.isPresent() && holdAll(round.get());
    noteFairness(any, trail);
    if (round.isEmpty()) {
      takeAllPhones(trail);
    }
    return new Turn(dispatcher.facts());
  }

  private boolean holdAll(Round round) {
    boolean any = false;
    for (Match match = round.next(); match != null; match = round.next()) {
      any = true;
      hold(match);
    }
    return any;
  }

  private Walk carryOut(Round round) {
    int matches = 0;
    for (Match match = round.next(); match != null; match = round.next()) {
      matches++;
      if (state.isDeliverable(match.call())) {
        deliver(match);
      } else {
        hold(match);
      }
      if (matches == MOST_MATCHES) {
        return new Walk(true, false);
      }
    }
    return new Walk(matches > 0, true);
  }

  private void deliver(Match match) {
    Call call = match.call();
    watcher.accept(call);
    Trail trail = answers.trail();
    if (trail.isKept()) {
      decide(call, trail);
    }
    Attempt attempt = reservations.toRing(call, ringing.first(call, match.phones()));
    RoutingAnswer answer = answers.answer(call, attempt.decision(), trail);
    transitions.deliver(call, attempt);
    outbox.emit(new Effect.Tell.Delivering(answer));
  }

  private void hold(Match match) {
    match.phones().forEach(phone -> holds().hold(phone.extension().device(), match.call().id()));
  }

  private Holds holds() {
    return dispatcher.facts().holds();
  }

  private static void noteFairness(boolean tookAny, Trail trail) {
    if (tookAny) {
      trail.note(
          0, "the queue", Rule.FAIRNESS, "callers ahead could take phones; these count as taken");
    }
  }

  /** What is known now, as the rules see it. */
  RoutingFacts facts() {
    return dispatcher.facts();
  }

  /** What the rules say about a call that is in no queue at this moment. */
  Verdict decide(Call call, Trail trail) {
    return RoutingRules.decide(
        call.wanted(), call.routed(), call.admitted(), dispatcher.facts(), trail);
  }
}
