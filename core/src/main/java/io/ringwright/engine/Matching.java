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
import java.util.stream.Collectors;

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
      Walk walk = carryOut(round, Trail.silent());
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
    boolean early = state.replacements().isPending() || !round.rest().isEmpty();
    Walk walk = early ? new Walk(false) : carryOut(round, trail);
    if (!walk.whole()) {
      trail.note(0, "the queue", Rule.FAIRNESS, "many callers ahead have their turn first");
      dispatcher.facts().takeAllPhones();
    }
    return new Turn(dispatcher.facts());
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
   * @param whole whether it came to its end
   */
  private record Walk(boolean whole) {}

  /** The same for a question: nobody is sent to a phone. */
  Turn supposedTurnOf(Call call, Trail trail) {
    Round round = dispatcher.round(call);
    for (Match match = round.next(); match != null; match = round.next()) {
      hold(match, trail);
    }
    return new Turn(dispatcher.facts());
  }

  private Walk carryOut(Round round, Trail trail) {
    int matches = 0;
    for (Match match = round.next(); match != null; match = round.next()) {
      matches++;
      if (state.isDeliverable(match.call())) {
        deliver(match, trail);
      } else {
        hold(match, trail);
      }
      if (matches == MOST_MATCHES) {
        return new Walk(false);
      }
    }
    return new Walk(true);
  }

  private void deliver(Match match, Trail later) {
    Call call = match.call();
    noteAhead(match, " goes to ", later);
    watcher.accept(call);
    Trail trail = answers.trail();
    if (trail.isKept()) {
      decide(call, trail);
    }
    ProgressiveRinging.Step step = ringing.first(call, match.phones());
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

  /** What the rules say about a call that is in no queue at this moment. */
  Verdict decide(Call call, Trail trail) {
    return RoutingRules.decide(
        call.wanted(), call.routed(), call.admitted(), dispatcher.facts(), trail);
  }
}
