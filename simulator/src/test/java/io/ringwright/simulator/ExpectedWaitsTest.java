package io.ringwright.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.EstimateScore;
import io.ringwright.call.Priority;
import io.ringwright.waiting.QueueOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Expected waits that the engine told, held against what the callers went through. */
class ExpectedWaitsTest {

  private static final int DAYS = 12;

  @Test
  void eight_of_ten_hold_for_each_of_five_priorities() {
    CallStream callers =
        CallStream.to("700")
            .perHour(184)
            .talking(TimeDistribution.exponential(Duration.ofMinutes(3)))
            .priorities(Map.of(1, 1.0, 2, 1.0, 3, 1.0, 4, 1.0, 5, 1.0));
    Simulation day =
        Simulation.of(Houses.of(10, QueueOrder.STRICT))
            .withCalls(callers)
            .over(Span.of(Duration.ofHours(8)));
    Map<Priority, List<Double>> shares = new TreeMap<>();
    for (int seed = 1; seed <= DAYS; seed++) {
      day.withSeed(seed).run().estimates().values().stream()
          .flatMap(queue -> queue.entrySet().stream())
          .forEach(each -> note(shares, each.getKey(), each.getValue()));
    }
    assertThat(shares).hasSize(5);
    shares.forEach(
        (priority, all) -> {
          Estimate share = Estimate.of(all.stream().mapToDouble(each -> each).toArray());
          assertThat(share.value() + 3 * share.standardError())
              .as("priority %s: %s", priority, share)
              .isGreaterThan(0.8);
          assertThat(share.value() - 3 * share.standardError())
              .as("priority %s: %s", priority, share)
              .isLessThan(0.84);
        });
  }

  private static void note(
      Map<Priority, List<Double>> shares, Priority priority, EstimateScore score) {
    score
        .coverage()
        .ifPresent(share -> shares.computeIfAbsent(priority, none -> new ArrayList<>()).add(share));
  }
}
