package io.ringwright.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.call.RoutingExplanation.Rule;
import io.ringwright.call.RoutingExplanation.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrailTest {

  private static final Step STEP = new Step(0, "extension 100", Rule.PREFERENCE, "preferred");

  @Test
  void a_kept_trail_gives_back_what_is_cut_and_takes_it_again() {
    Trail trail = Trail.kept();
    trail.note(0, "extension 100", Rule.PREFERENCE, "pre", "ferred");
    assertThat(trail.cut(0)).containsExactly(STEP);
    assertThat(trail.length()).isZero();
    trail.add(List.of(STEP));
    assertThat(trail.explanation().steps()).containsExactly(STEP);
  }

  /** All engines of a process share it, each on its own thread. */
  @Test
  void the_silent_trail_cannot_be_changed() throws Exception {
    Trail silent = Trail.silent();
    silent.note(0, "extension 100", Rule.PREFERENCE, "preferred");
    silent.add(List.of(STEP));
    assertThat(silent.cut(0)).isEmpty();
    assertThat(silent.explanation().steps()).isEmpty();
    var steps = Trail.class.getDeclaredField("steps");
    steps.setAccessible(true);
    assertThatThrownBy(() -> ((List<?>) steps.get(silent)).subList(0, 0).clear())
        .as("where a list that can be changed counts even a change of nothing")
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
