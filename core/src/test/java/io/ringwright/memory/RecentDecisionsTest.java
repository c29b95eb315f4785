package io.ringwright.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.call.CallId;
import io.ringwright.call.RejectReason;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.call.RoutingExplanation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RecentDecisionsTest {

  private static final CallId CALL = CallId.of("c1");

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-02T09:00:00Z"));
  private final RecentDecisions recent = RecentDecisions.keeping(3, Duration.ofHours(1), now::get);

  @Test
  void an_hour_later_it_is_still_known_why_a_call_went_where_it_went() {
    recent.decided(answer("c1", RejectReason.QUEUE_FULL));
    recent.delivering(answer("c1", RejectReason.WAITED_TOO_LONG));
    now.set(now.get().plus(Duration.ofMinutes(59)));
    assertThat(recent.of(CALL))
        .containsExactly(
            answer("c1", RejectReason.QUEUE_FULL), answer("c1", RejectReason.WAITED_TOO_LONG));
  }

  @Test
  void what_is_older_is_forgotten() {
    recent.decided(answer("c1", RejectReason.QUEUE_FULL));
    now.set(now.get().plus(Duration.ofMinutes(61)));
    assertThat(recent.of(CALL)).isEmpty();
  }

  @Test
  void more_calls_than_were_asked_for_are_not_kept() {
    for (int call = 0; call < 100; call++) {
      recent.decided(answer("c" + call, RejectReason.QUEUE_FULL));
    }
    List<CallId> kept =
        java.util.stream.IntStream.range(0, 100)
            .mapToObj(call -> CallId.of("c" + call))
            .filter(call -> !recent.of(call).isEmpty())
            .toList();
    assertThat(kept).hasSize(3);
  }

  @Test
  void of_one_call_only_the_newest_decisions_are_kept() {
    for (int decision = 0; decision < 2 * RecentDecisions.MOST_OF_A_CALL; decision++) {
      recent.decided(answer("c1", RejectReason.QUEUE_FULL));
    }
    recent.decided(answer("c1", RejectReason.LOOP));
    assertThat(recent.of(CALL))
        .hasSize(RecentDecisions.MOST_OF_A_CALL)
        .endsWith(answer("c1", RejectReason.LOOP));
  }

  @Test
  void a_memory_for_no_call_is_refused() {
    assertThatThrownBy(() -> RecentDecisions.keeping(0, Duration.ofHours(1)))
        .hasMessageStartingWith("calls 0 is not valid");
  }

  private static RoutingAnswer answer(String call, RejectReason why) {
    return new RoutingAnswer(
        CallId.of(call), new RoutingDecision.Reject(why), new RoutingExplanation(List.of()));
  }
}
