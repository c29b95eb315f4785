package io.ringwright.it.kills;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.fakeasterisk.Sighting;
import io.ringwright.fakeasterisk.Sighting.Kind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Planted ways of a caller through the dialplan. */
class DialplanWayTest {

  private static final String NUMBER = "100001";

  @Test
  void a_caller_is_known_from_the_first_decision_that_is_not_empty() {
    DialplanWay way =
        way(
            variable(1, "RW_DECISION", ""),
            variable(2, "RW_CALL", "lab-1@lab"),
            variable(3, "RW_DECISION", "wait"),
            variable(4, "RW_DECISION", "ring"));

    assertThat(way.known()).isEqualTo(at(3));
    assertThat(way.call()).isEqualTo("lab-1@lab");
    assertThat(way().known()).isEqualTo(Instant.MAX);
  }

  @Test
  void a_stay_in_the_wait_context_lasts_until_the_caller_leaves_it() {
    DialplanWay way =
        way(
            step(1, "ringwright-wait"),
            step(2, "ringwright-wait"),
            step(3, "ringwright-deliver"),
            step(4, "ringwright-wait"));

    assertThat(way.waits(at(9))).containsExactly(new Stay(at(1), at(3)), new Stay(at(4), at(9)));
  }

  @Test
  void a_caller_in_the_fallback_context_fell_back() {
    assertThat(way(step(1, "ringwright-fallback")).fellBack()).isTrue();
    assertThat(way(step(1, "ringwright-wait")).fellBack()).isFalse();
  }

  @Test
  void a_move_after_which_no_phone_rings_is_added() {
    DialplanWay way = way(step(3, "ringwright-deliver"), step(5, "ringwright-wait"));

    assertThat(way.withUnseen(List.of()))
        .containsExactly(new Ring(Ring.UNSEEN, NUMBER, at(3), Instant.MAX, at(5)));
  }

  @Test
  void the_questions_of_a_move_are_no_other_moves() {
    DialplanWay way =
        way(
            step(1, "ringwright-wait"),
            step(3, "ringwright-deliver"),
            step(3.1, "ringwright-deliver"),
            step(4, "ringwright-wait"));

    assertThat(way.moves()).containsExactly(at(3));
    assertThat(way.withUnseen(List.of())).hasSize(1);
  }

  @Test
  void a_move_whose_phone_rings_is_not_added_though_it_is_seen_after_the_phone() {
    Ring ring = new Ring("8260", NUMBER, at(2.9), at(4), at(9));

    assertThat(way(step(3, "ringwright-deliver")).withUnseen(List.of(ring))).containsExactly(ring);
  }

  private static DialplanWay way(Sighting... seen) {
    return new DialplanWay(NUMBER, List.of(seen));
  }

  private static Sighting step(double seconds, String context) {
    return new Sighting(at(seconds), Kind.CONTEXT_ENTERED, "caller-1", context, "s");
  }

  private static Sighting variable(double seconds, String name, String value) {
    return new Sighting(at(seconds), Kind.VARIABLE_SET, "caller-1", name, value);
  }

  private static Instant at(double seconds) {
    return Instant.EPOCH.plusMillis(Math.round(seconds * 1_000));
  }
}
