package io.ringwright.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.simulator.Observation.Kind;
import io.ringwright.waiting.QueueOrder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What callers were told while they waited, held against what they went through. */
class AnnouncedWaitsTest {

  private static final int DAYS = 6;

  private static final CallStream CALLERS =
      CallStream.to("700")
          .perHour(178)
          .talking(TimeDistribution.exponential(Duration.ofMinutes(3)))
          .patience(TimeDistribution.exponential(Duration.ofMinutes(20)))
          .pickedUpAfter(TimeDistribution.exponential(Duration.ofSeconds(6)))
          .priorities(Map.of(1, 1.0, 5, 4.0));

  private static ToldCallers days(int rounding) {
    Simulation day =
        Simulation.of(
                Houses.with(
                    10,
                    QueueOrder.STRICT,
                    phone -> {},
                    group ->
                        group
                            .longestWait(Duration.ofHours(4))
                            .callersHear(
                                hearing ->
                                    hearing
                                        .position()
                                        .expectedWait(rounding)
                                        .every(Duration.ofSeconds(45)))))
            .withCalls(CALLERS)
            .withShift("1009", Duration.ZERO, Duration.ofHours(5))
            .over(Span.of(Duration.ofHours(8)));
    ToldCallers told = new ToldCallers();
    for (int seed = 1; seed <= DAYS; seed++) {
      day.withSeed(seed).run(told);
      told.nextDay();
    }
    return told;
  }

  @Test
  void eight_of_ten_waits_that_callers_were_told_come_true() {
    for (int rounding : List.of(1, 5)) {
      ToldCallers told = days(rounding);
      System.out.println("expected waits told, rounded to " + rounding + " min: " + told);
      assertThat(told.waits()).isGreaterThan(2_000);
      assertThat(told.shareTrue()).as("%s", told).isGreaterThanOrEqualTo(0.8);
    }
  }

  @Test
  void no_position_rises_and_no_wait_grows_without_a_reason() {
    ToldCallers told = days(1);
    assertThat(told.rises()).as("there are some to be explained").isGreaterThan(20);
    assertThat(told.longerWaits()).isGreaterThan(20);
    assertThat(told.unexplained()).isEmpty();
  }

  @Test
  void a_rise_without_its_reason_and_a_broken_promise_are_found() {
    ToldCallers told = new ToldCallers();
    told.accept(seen(0, Kind.CALLER_TOLD, "queue-thereare&#2n&queue-callswaiting"));
    told.accept(seen(60, Kind.CALLER_TOLD, "queue-thereare&#3n&queue-callswaiting"));
    told.accept(seen(70, Kind.CALLER_TOLD, "queue-holdtime&queue-less-than&#1n&queue-minute"));
    told.accept(seen(80, Kind.CALLER_TOLD, "queue-holdtime&#2n&queue-minutes"));
    told.accept(seen(160, Kind.PHONE_ANSWERS, "1000"));
    assertThat(told.unexplained()).hasSize(2);
    assertThat(told.shareTrue()).isEqualTo(0.5);
  }

  private static Observation seen(int second, Kind kind, String subject) {
    return new Observation(VirtualTime.START.plusSeconds(second), kind, "1", subject);
  }
}
