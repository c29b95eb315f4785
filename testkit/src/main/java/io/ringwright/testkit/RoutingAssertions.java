package io.ringwright.testkit;

import io.ringwright.call.RoutingAnswer;

/**
 * Assertions on what the engine answers. A failure prints the explanation with it, so that the
 * reason is on the screen.
 *
 * <pre>{@code
 * import static io.ringwright.testkit.RoutingAssertions.assertThat;
 *
 * assertThat(router.explain(call)).rings("8260", "8261");
 * assertThat(office.call("0301", "700")).waits().atPosition(1);
 * }</pre>
 *
 * <p>Thread safety: may be used by many threads.
 */
public final class RoutingAssertions {

  private RoutingAssertions() {}

  /**
   * Begins an assertion on an answer of the engine.
   *
   * @param actual the answer
   * @return the assertion
   */
  public static RoutingAnswerAssert assertThat(RoutingAnswer actual) {
    return new RoutingAnswerAssert(actual);
  }

  /**
   * Begins an assertion on a caller of a {@link RoutingScenario}.
   *
   * @param actual the caller
   * @return the assertion
   */
  public static ScenarioCallerAssert assertThat(ScenarioCaller actual) {
    return new ScenarioCallerAssert(actual);
  }
}
