package io.ringwright.engine;

import io.ringwright.call.Announced;
import io.ringwright.call.Announcement;
import io.ringwright.call.Greeting;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.effect.Effect;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.EngineState;
import java.util.Optional;

/**
 * Adds to the answer for a caller who arrives what that caller is told first: as the hunt group
 * says for which the call is decided. A question that comes again has it again; that it was told is
 * said once.
 */
final class Greetings {

  private final EngineState state;
  private final Outbox outbox;

  Greetings(BasicParts basic) {
    this.state = basic.state();
    this.outbox = basic.outbox();
  }

  /** The answer to a caller who arrives for the first time; it is not changed here. */
  RoutingAnswer told(RoutingAnswer answer) {
    Optional<Call> call = state.call(answer.call());
    call.map(this::of)
        .flatMap(greeting -> greeting.soundsBefore(answer.decision()))
        .map(sounds -> announced(call.get(), sounds))
        .ifPresent(outbox::emit);
    return answer;
  }

  private static Effect announced(Call call, Announcement sounds) {
    return new Effect.Tell.Announced(
        new Announced(call.visit(), sounds, Optional.empty(), Optional.empty()));
  }

  /** The answer with the greeting. */
  RoutingAnswer greeted(RoutingAnswer answer) {
    if (!(answer.decision() instanceof RoutingDecision.Ring)
        && !(answer.decision() instanceof RoutingDecision.Wait)) {
      return answer;
    }
    Greeting greeting = state.call(answer.call()).map(this::of).orElse(Greeting.NONE);
    if (greeting.equals(Greeting.NONE)) {
      return answer;
    }
    RoutingAnswer greeted = answer.greetedBy(greeting);
    outbox.corrected(answer, greeted);
    return greeted;
  }

  private Greeting of(Call call) {
    return WaitTreatments.hearing(state, call.wanted()).greeting();
  }
}
