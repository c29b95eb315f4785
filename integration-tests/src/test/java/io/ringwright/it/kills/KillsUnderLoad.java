package io.ringwright.it.kills;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.it.OnRealAsterisk;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Two minutes of kills, stops, cut and half-open links, Asterisk restarts, vanishing phones and
 * refusing agents under load. Runs only when it is named: see the README of this module.
 *
 * <p>System properties: {@code seed}, 1 unless set, and {@code seconds}, 120 unless set.
 */
@OnRealAsterisk
class KillsUnderLoad {

  /** More than fit: the time ends the run. */
  private static final int ROUNDS = 20;

  @Test
  @Timeout(600)
  void nobody_is_lost_overtaken_or_rung_at_an_engaged_phone_whatever_is_disturbed()
      throws IOException {
    long seed = Long.getLong("seed", 1);
    Duration length = Duration.ofSeconds(Long.getLong("seconds", 120));
    Report report = new KillsRun(seed, Schedule.of(seed, ROUNDS, House.PHONES), length).run();
    assertThat(report.verdict().faults()).isEmpty();
    assertThat(report.isInOrder()).as("in order").isTrue();
  }
}
