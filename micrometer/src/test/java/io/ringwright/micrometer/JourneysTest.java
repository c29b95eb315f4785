package io.ringwright.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.CallId;
import io.ringwright.call.Visit;
import org.junit.jupiter.api.Test;

class JourneysTest {

  private final Journeys journeys = new Journeys(100);

  private static Visit visit(int call) {
    return new Visit(CallId.of("1700000000." + call), call);
  }

  @Test
  void of_calls_that_never_end_the_oldest_are_forgotten() {
    for (int call = 0; call < 1000; call++) {
      journeys.begin(visit(call), "700");
    }
    assertThat(journeys.size()).isEqualTo(100);
    assertThat(journeys.of(visit(899)).group()).isEqualTo("none");
    assertThat(journeys.of(visit(900)).group()).isEqualTo("700");
  }

  @Test
  void the_next_visit_of_a_call_is_another_one() {
    Visit first = visit(1);
    Visit second = new Visit(first.call(), 2);
    journeys.begin(first, "700");
    journeys.end(first);
    journeys.begin(second, "710");
    assertThat(journeys.end(first).group()).isEqualTo("none");
    assertThat(journeys.of(second).group()).isEqualTo("710");
  }

  @Test
  void a_call_of_before_the_start_has_a_group_when_it_begins_to_wait() {
    assertThat(journeys.of(visit(1)).group()).isEqualTo("none");
    journeys.waitsFor(visit(1), "700");
    assertThat(journeys.of(visit(1)).group()).isEqualTo("700");
  }

  @Test
  void only_the_first_answer_of_a_visit_counts() {
    journeys.begin(visit(1), "700");
    assertThat(journeys.of(visit(1)).answered()).isTrue();
    assertThat(journeys.of(visit(1)).answered()).isFalse();
  }
}
