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
    Round round = dispatcher.round(call);
    Walk walk = isTooMuch(round) ? new Walk(false, false) : carryOut(round);
    noteFairness(walk.any(), trail);
    if (!walk.whole()) {
      takeAllPhones(trail);
    }
    return new Turn(dispatcher.facts());
  }

  /** Whether not all callers ahead can be looked at in one event. */
  private boolean isTooMuch(Round round) {
    boolean placing = state.replacements().isPending() && !state.waiting().isEmpty();
    return placing || !round.rest().isNone();
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
  private record Walk(boolean any, boolean whole) {}

  /** The same for a question: nobody is sent to a phone. */
  Turn supposedTurnOf(Call call, Trail trail) {
    Round round = dispatcher.round(call);
    if (isTooMuch(round)) {
      takeAllPhones(trail);
      return new Turn(dispatcher.facts());
    }
    boolean any = false;
    for (Match match = round.next(); match != null; match = round.next()) {
      any = true;
      hold(match);
    }
    noteFairness(any, trail);
    return new Turn(dispatcher.facts());
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
