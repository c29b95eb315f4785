package io.ringwright.testkit;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.ringwright.call.CallOutcome;
import io.ringwright.fakeasterisk.Sighting;
import io.ringwright.fakeasterisk.Sighting.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on a caller of a {@link RoutingScenario}.
 *
 * <p>Thread safety: one thread.
 *
 * @see RoutingAssertions
 */
public final class ScenarioCallerAssert
    extends AbstractAssert<ScenarioCallerAssert, ScenarioCaller> {

  ScenarioCallerAssert(ScenarioCaller actual) {
    super(actual, ScenarioCallerAssert.class);
  }

  /**
   * The caller waits.
   *
   * @return this
   */
  @CanIgnoreReturnValue
  public ScenarioCallerAssert waits() {
    isNotNull();
    if (actual.position().isEmpty()) {
      fail("to wait", "does not");
    }
    return this;
  }

  /**
   * The caller waits at a position, counted over everybody who waits.
   *
   * @param position 1 is next
   * @return this
   */
  @CanIgnoreReturnValue
  public ScenarioCallerAssert atPosition(int position) {
    isNotNull();
    Optional<Integer> found = actual.position();
    if (!found.equals(Optional.of(position))) {
      fail(
          "to wait at position " + position,
          found.map(at -> "is at " + at).orElse("does not wait"));
    }
    return this;
  }

  /**
   * These phones ring for the caller at this moment, and no others.
   *
   * @param extensions numbers in any order
   * @return this
   */
  @CanIgnoreReturnValue
  public ScenarioCallerAssert rings(String... extensions) {
    isNotNull();
    List<String> ringing = ringing();
    List<String> expected = List.of(extensions);
    if (ringing.size() != expected.size() || !ringing.containsAll(expected)) {
      fail("to ring " + expected, "rings " + ringing);
    }
    return this;
  }

  private List<String> ringing() {
    List<String> ringing = new ArrayList<>();
    for (Sighting sighting : actual.sightings()) {
      if (sighting.kind() == Kind.PHONE_RINGS) {
        ringing.add(sighting.subject());
      } else if (sighting.kind() == Kind.PHONE_STOPS || sighting.kind() == Kind.PHONE_ANSWERS) {
        ringing.remove(sighting.subject());
      }
    }
    return ringing;
  }

  /**
   * These phones have rung for the caller so far, one after the other.
   *
   * @param extensions numbers in order; one that rang twice stands twice
   * @return this
   */
  @CanIgnoreReturnValue
  public ScenarioCallerAssert hasRung(String... extensions) {
    isNotNull();
    if (!actual.rung().equals(List.of(extensions))) {
      fail("to have rung " + List.of(extensions), "has rung " + actual.rung());
    }
    return this;
  }

  /**
   * Some phones have never rung for the caller.
   *
   * @param extensions numbers in any order
   * @return this
   */
  @CanIgnoreReturnValue
  public ScenarioCallerAssert hasNeverRung(String... extensions) {
    isNotNull();
    List<String> rung = List.of(extensions).stream().filter(actual.rung()::contains).toList();
    if (!rung.isEmpty()) {
      fail("never to have rung " + rung, "has rung " + actual.rung());
    }
    return this;
  }

  /**
   * The caller talks to somebody at this moment.
   *
   * @param extension to whom
   * @return this
   */
  @CanIgnoreReturnValue
  public ScenarioCallerAssert talksTo(String extension) {
    isNotNull();
    String talking = "";
    for (Sighting sighting : actual.sightings()) {
      if (sighting.kind() == Kind.PHONE_ANSWERS) {
        talking = sighting.subject();
      } else if (sighting.kind() == Kind.PHONE_ENDS) {
        talking = "";
      }
    }
    if (!talking.equals(extension)) {
      fail(
          "to talk to " + extension, talking.isEmpty() ? "talks to nobody" : "talks to " + talking);
    }
    return this;
  }

  /**
   * The call has ended for the engine in this way.
   *
   * @param outcome how
   * @return this
   */
  @CanIgnoreReturnValue
  public ScenarioCallerAssert hasEnded(CallOutcome outcome) {
    isNotNull();
    if (!actual.outcome().equals(Optional.of(outcome))) {
      fail("to have ended " + outcome, actual.outcome().map(Enum::name).orElse("has not ended"));
    }
    return this;
  }

  /**
   * The call has not ended for the engine.
   *
   * @return this
   */
  @CanIgnoreReturnValue
  public ScenarioCallerAssert hasNotEnded() {
    isNotNull();
    actual.outcome().ifPresent(outcome -> fail("not to have ended", "has ended " + outcome));
    return this;
  }

  /**
   * Goes over to the engine's last answer for this call.
   *
   * @return an assertion on the answer
   */
  public RoutingAnswerAssert lastAnswer() {
    isNotNull();
    return new RoutingAnswerAssert(actual.lastAnswer());
  }

  private void fail(String expected, String found) {
    String explanations =
        actual.answers().stream()
            .map(answer -> answer.decision() + "\n" + answer.explanation().toString().indent(2))
            .collect(Collectors.joining("then "));
    failWithMessage(
        "Expected %s %s, but it %s.%nThe engine decided: %s",
        actual, expected, found, explanations);
  }
}
