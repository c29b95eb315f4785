package io.ringwright.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.RoutingExplanation.Rule;
import io.ringwright.call.RoutingExplanation.Step;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoutingExplanationTest {

  private static Step step(int depth, String subject, Rule rule, String finding) {
    return new Step(depth, subject, rule, finding);
  }

  private static final Step CALLED = step(0, "number 7", Rule.CALLED, "hunt group 700");
  private static final Step HUNT = step(0, "hunt group 700", Rule.HUNT, "linear among 1: 102");
  private static final Step BUSY = step(1, "extension 100", Rule.AVAILABILITY, "engaged");
  private static final Step DIVERTS = step(1, "extension 100", Rule.FORWARDING_ON_BUSY, "to 101");
  private static final Step LOGGED_OUT = step(2, "extension 101", Rule.LOGGED_IN, "logged out");
  private static final Step FREE = step(1, "extension 102", Rule.AVAILABILITY, "free");
  private static final Step RING = step(0, "call c1", Rule.DECISION, "ring 102 for 20 s");

  private static RoutingExplanation of(Step... steps) {
    return new RoutingExplanation(List.of(steps));
  }

  @Test
  void it_prints_as_a_tree_with_one_line_a_step() {
    assertThat(of(CALLED, HUNT, BUSY, DIVERTS, LOGGED_OUT, FREE).and(RING))
        .hasToString(
            """
            number 7 · called: hunt group 700
            hunt group 700 · hunt: linear among 1: 102
            ├─ extension 100 · availability: engaged
            ├─ extension 100 · forwarding on busy: to 101
            │  └─ extension 101 · logged in: logged out
            └─ extension 102 · availability: free
            call c1 · decision: ring 102 for 20 s""");
  }

  @Test
  void a_branch_goes_on_past_what_is_deeper_and_ends_before_what_is_higher() {
    Step four = step(4, "d", Rule.CHAIN, "4");
    Step two = step(2, "b", Rule.CHAIN, "2");
    Step three = step(3, "c", Rule.CHAIN, "3");
    assertThat(of(four, two, three, step(1, "a", Rule.CHAIN, "1"), two, three))
        .hasToString(
            """
            │  │     └─ d · chain: 4
            │  └─ b · chain: 2
            │     └─ c · chain: 3
            └─ a · chain: 1
               └─ b · chain: 2
                  └─ c · chain: 3""");
  }

  @Test
  void an_empty_one_prints_nothing_and_one_step_prints_one_line() {
    assertThat(of()).hasToString("");
    assertThat(of(RING)).hasToString("call c1 · decision: ring 102 for 20 s");
  }

  @Test
  void it_is_a_value() {
    List<Step> steps = new ArrayList<>(List.of(CALLED));
    RoutingExplanation explanation = new RoutingExplanation(steps);
    steps.clear();
    assertThat(explanation).isEqualTo(of(CALLED));
  }

  @Test
  void equal_explanations_have_no_difference() {
    RoutingExplanation explanation = of(CALLED, HUNT, BUSY, FREE, FREE, RING);
    assertThat(explanation.differences(of(CALLED, HUNT, BUSY, FREE, FREE, RING))).isEmpty();
  }

  @Test
  void what_was_added_changed_and_removed_is_told_in_the_order_of_the_other() {
    RoutingExplanation then = of(CALLED, HUNT, BUSY, DIVERTS, LOGGED_OUT, RING);
    RoutingExplanation otherwise =
        of(CALLED, FREE, step(1, "extension 100", Rule.AVAILABILITY, "free"), RING);
    assertThat(then.differences(otherwise))
        .extracting(Object::toString)
        .containsExactly(
            "+ extension 102 · availability: free",
            "~ extension 100 · availability: engaged ⇒ free",
            "- hunt group 700 · hunt: linear among 1: 102",
            "- extension 100 · forwarding on busy: to 101",
            "- extension 101 · logged in: logged out");
  }

  @Test
  void differences_the_other_way_round_are_the_opposite() {
    assertThat(of(BUSY).differences(of(BUSY, FREE)))
        .containsExactly(new RoutingExplanation.Difference.Added(FREE));
    assertThat(of(BUSY, FREE).differences(of(BUSY)))
        .containsExactly(new RoutingExplanation.Difference.Removed(FREE));
  }

  @Test
  void of_several_steps_of_one_rule_the_first_is_compared_with_the_first() {
    Step first = step(0, "hunt group 700", Rule.ADMISSION, "queue full");
    Step second = step(0, "hunt group 700", Rule.ADMISSION, "overflows to 701");
    assertThat(of(first, second).differences(of(first, second, second)))
        .containsExactly(new RoutingExplanation.Difference.Added(second));
    assertThat(of(first, second).differences(of(first)))
        .containsExactly(new RoutingExplanation.Difference.Removed(second));
    assertThat(of(first, first, second).differences(of(first, second, second)))
        .containsExactly(new RoutingExplanation.Difference.Changed(first, second));
  }
}
