package io.ringwright.records;

import io.ringwright.call.CallOutcome;
import io.ringwright.call.Destination;
import io.ringwright.call.RejectReason;
import io.ringwright.call.RoutingExplanation;
import io.ringwright.call.RoutingExplanation.Rule;
import io.ringwright.records.Stay.How;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says how a stay ended, from what was told of the call. */
final class Departure {

  private Departure() {}

  /**
   * A call that stands elsewhere leaves where it stood, once the reason was told or will not be.
   */
  static void settle(OpenCall call, Steps steps, Instant now) {
    OpenStay next = call.next();
    OpenStay before = call.current();
    if (next != null && before != null) {
      steps.left(call, call.leave(before, ledOn(call, before, next.entered())));
      steps.entered(call, call.begin(next), now);
    }
  }

  private static Stay.End ledOn(OpenCall call, OpenStay stay, Instant at) {
    return stay.key().isEmpty()
        ? because(refusal(call.explanation(), stay.at()).orElse(""), How.LED_ON, at)
        : new Stay.End(at, How.LEFT_BY_KEY, stay.key());
  }

  private static Stay.End because(String word, How otherwise, Instant at) {
    return new Stay.End(at, how(word).orElse(otherwise), word);
  }

  /** What a reason means for app_queue's two ways to leave without an answer. */
  private static Optional<How> how(String word) {
    return Arrays.stream(RejectReason.values())
        .filter(reason -> reason.word().equals(word))
        .findFirst()
        .map(
            reason ->
                switch (reason) {
                  case WAITED_TOO_LONG, JOURNEY_TOO_LONG -> How.WAITED_TOO_LONG;
                  case NOBODY_IN_SERVICE, NOBODY_QUALIFIED, NOT_REACHABLE, CLOSED ->
                      How.NOBODY_THERE;
                  case WITHDRAWN -> How.TAKEN_AWAY;
                  default -> How.LED_ON;
                });
  }

  /** Why a destination did not keep the call: the rule of admission says it in its first word. */
  private static Optional<String> refusal(@Nullable RoutingExplanation why, Destination left) {
    if (why == null) {
      return Optional.empty();
    }
    return why.steps().stream()
        .filter(step -> step.rule() == Rule.ADMISSION && step.subject().equals(left.toString()))
        .map(step -> step.finding().split(" ", 2)[0])
        .filter(word -> how(word).isPresent())
        .findFirst();
  }

  /** How the last stay ended, with the visit. */
  static Stay.End end(OpenCall call, OpenStay stay, CallOutcome outcome, Instant at) {
    if (!stay.key().isEmpty()) {
      return new Stay.End(at, How.LEFT_BY_KEY, stay.key());
    }
    return switch (outcome) {
      case ANSWERED, ANSWERED_THEN_SENT_ON -> new Stay.End(at, How.ANSWERED, "");
      case ABANDONED -> new Stay.End(at, How.ABANDONED, "");
      case SENT_ON -> new Stay.End(at, How.TAKEN_AWAY, "");
      case WITHDRAWN -> new Stay.End(at, How.TAKEN_AWAY, RejectReason.WITHDRAWN.word());
      case OVERFLOWED, HANDED_BACK, REJECTED ->
          because(refusal(call.explanation(), stay.at()).orElse(call.reason()), How.LED_ON, at);
      case FELL_BACK, LOST -> new Stay.End(at, How.UNKNOWN, "");
    };
  }
}
