package io.ringwright.call;

import java.time.Duration;
import java.util.Optional;

/**
 * What the engine answers: a decision, and why.
 *
 * <p>Thread safety: immutable.
 *
 * @param call the call it is about
 * @param decision what the switch must do now
 * @param explanation which rules led there
 * @param notice what the caller is told first; mostly nothing
 * @param nextSign after which time the caller who waits must give the next sign of life, unless the
 *     usual interval of the dialplan is shorter; empty for the usual interval
 * @param treatment what a caller who waits hears
 * @param greeting what a caller who arrives is told first
 */
public record RoutingAnswer(
    CallId call,
    RoutingDecision decision,
    RoutingExplanation explanation,
    Optional<Notice> notice,
    Optional<Duration> nextSign,
    Treatment treatment,
    Greeting greeting)
    implements EventAnswer {

  /**
   * An answer without a notice.
   *
   * @param call the call it is about
   * @param decision what the switch must do now
   * @param explanation which rules led there
   */
  public RoutingAnswer(CallId call, RoutingDecision decision, RoutingExplanation explanation) {
    this(
        call,
        decision,
        explanation,
        Optional.empty(),
        Optional.empty(),
        Treatment.USUAL,
        Greeting.NONE);
  }

  /**
   * This answer, of which the caller is told something first.
   *
   * @param told what
   * @return a copy
   */
  public RoutingAnswer saying(Notice told) {
    return new RoutingAnswer(
        call, decision, explanation, Optional.of(told), nextSign, treatment, greeting);
  }

  /**
   * This answer to a caller who waits, and who must give the next sign of life at another time than
   * usual.
   *
   * @param time after which
   * @return a copy
   */
  public RoutingAnswer askingAgainAfter(Duration time) {
    return new RoutingAnswer(
        call, decision, explanation, notice, Optional.of(time), treatment, greeting);
  }

  /**
   * This answer with another explanation.
   *
   * @param why which rules led there
   * @return a copy
   */
  public RoutingAnswer explainedBy(RoutingExplanation why) {
    return new RoutingAnswer(call, decision, why, notice, nextSign, treatment, greeting);
  }

  /**
   * This answer to a caller who waits, and what that caller hears.
   *
   * @param heard what
   * @return a copy
   */
  public RoutingAnswer treatedBy(Treatment heard) {
    return new RoutingAnswer(call, decision, explanation, notice, nextSign, heard, greeting);
  }

  /**
   * This answer to a caller who arrives, and what that caller is told first.
   *
   * @param first what
   * @return a copy
   */
  public RoutingAnswer greetedBy(Greeting first) {
    return new RoutingAnswer(call, decision, explanation, notice, nextSign, treatment, first);
  }
}
