package io.ringwright.engine;

import io.ringwright.call.CallId;
import io.ringwright.call.Channel;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.call.RoutingExplanation;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.CallPhase.Ringing;
import io.ringwright.engine.state.Calls;
import io.ringwright.engine.state.EngineState;
import io.ringwright.engine.state.LastQuestion;
import io.ringwright.engine.state.StateData;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Sees to it that asking twice is asking once. A dialplan that had no answer in time asks the same
 * question again, with the same number: it is told what stands, and nothing happens a second time.
 */
final class RepeatedQuestions {

  private final EngineState state;
  private final Outbox outbox;
  private final Answers answers;
  private final Transitions transitions;
  private final WaitTreatments treatments;
  private final Tellings tellings;

  RepeatedQuestions(BasicParts basic) {
    this.state = basic.state();
    this.outbox = basic.outbox();
    this.answers = basic.answers();
    this.transitions = basic.transitions();
    this.tellings = new Tellings(state, outbox);
    this.treatments = new WaitTreatments(state, outbox, answers.trail().isKept());
  }

  /**
   * A question of a channel.
   *
   * @param call which call the channel is
   * @param channel the channel
   * @param number the number of the question, counted by the channel; 0 if it is not counted
   */
  record Asked(CallId call, Channel channel, int number) {}

  /** The answer to a question: the standing one, or else the one that is found now. */
  RoutingAnswer answer(Asked asked, Supplier<RoutingAnswer> first) {
    if (asked.number() == 0) {
      return answered(first.get());
    }
    Optional<RoutingAnswer> again = again(asked);
    if (again.isPresent()) {
      outbox.ignored(
          "question", "question " + asked.number() + " of call " + asked.call() + " came again");
      return again.get();
    }
    RoutingAnswer answer = answered(first.get());
    remember(asked, answer);
    return answer;
  }

  private RoutingAnswer answered(RoutingAnswer found) {
    tellings.sampled(found);
    return treatments.treated(found);
  }

  private Optional<RoutingAnswer> again(Asked asked) {
    Optional<Call> call = state.call(asked.call());
    return call.isPresent()
        ? call.filter(known -> known.wasAsked(asked.number(), asked.channel()))
            .filter(known -> !hasTalkedLong(known))
            .map(this::standing)
        : state
            .calls()
            .parting(asked.call(), asked.number(), state.now())
            .map(said -> new RoutingAnswer(asked.call(), said, new RoutingExplanation(List.of())));
  }

  /**
   * No question from before a talk comes so late. The caller has got to a place in the dialplan
   * where another channel had counted: by a transfer of which nothing was told.
   */
  private boolean hasTalkedLong(Call call) {
    Instant latest = call.phaseSince().plus(Calls.LATEST_QUESTION);
    return call.phase().answeredAfter().isPresent() && !state.now().isBefore(latest);
  }

  private RoutingAnswer standing(Call call) {
    LastQuestion last = call.lastQuestion();
    transitions.spoke(call, call.channel());
    if (last.goodbye().isPresent()) {
      return KnownCalls.rejected(call.id(), last.goodbye().get());
    }
    RoutingAnswer answer = treatments.again(standingInPhase(call), last);
    return last.notice().map(answer::saying).orElse(answer);
  }

  private RoutingAnswer standingInPhase(Call call) {
    if (call.phase() instanceof Ringing ringing && !ringing.attempt().phones().isEmpty()) {
      transitions.ringing(call, ringing.attempt()); // The phones begin to ring only now.
      return answers.standing(call, ringing.attempt());
    }
    return answers.waitOn(call, "was told so before");
  }

  private void remember(Asked asked, RoutingAnswer answer) {
    Optional<Call> call = state.call(asked.call());
    if (call.isPresent()) {
      call.get().answered(last(asked, answer));
    } else {
      state
          .calls()
          .noteParting(asked.call(), new StateData.Parting(asked.number(), answer.decision()));
    }
  }

  private static LastQuestion last(Asked asked, RoutingAnswer answer) {
    return new LastQuestion(
        asked.number(),
        answer.notice(),
        answer.decision() instanceof RoutingDecision.Reject reject
            ? Optional.of(reject.reason())
            : Optional.empty(),
        answer.treatment().announcement(),
        answer.treatment().inquiry());
  }
}
