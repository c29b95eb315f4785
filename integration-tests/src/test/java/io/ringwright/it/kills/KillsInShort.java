package io.ringwright.it.kills;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.it.OnRealAsterisk;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each disturbance of {@link KillsUnderLoad} once, and shorter. Runs only when it is named. */
@OnRealAsterisk
class KillsInShort {

  private static final long SEED = 3;
  private static final Duration LONGEST = Duration.ofSeconds(90);

  @Test
  @Timeout(300)
  void nobody_is_lost_overtaken_or_rung_at_an_engaged_phone_in_one_disturbance_of_each_kind()
      throws IOException {
    Schedule schedule = Schedule.of(SEED, 1, House.PHONES).quicker(3);

    Report report = new KillsRun(SEED, schedule, LONGEST).run();

    assertThat(report.happened())
        .extracting(Happened::what)
        .containsExactlyInAnyOrder(Disturbance.values());
    assertThat(report.verdict().with(Experience.ANSWERED)).isGreaterThan(House.PHONES);
    assertThat(report.verdict().faults()).isEmpty();
    assertThat(report.isInOrder()).as("in order").isTrue();
  }
}
