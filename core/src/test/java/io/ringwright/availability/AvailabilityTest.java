package io.ringwright.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvailabilityTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  @ParameterizedTest(name = "{0}, in call {1}, reserved {2}, hold capacity {3}: {4}")
  @CsvSource({
    "NOT_IN_USE,  0, 0, 0, FREE",
    "UNKNOWN,     0, 0, 0, FREE",
    "NOT_IN_USE,  0, 1, 0, RINGING",
    "NOT_IN_USE,  0, 1, 5, RINGING",
    "RINGING,     0, 1, 0, RINGING",
    "RINGING,     0, 0, 0, RINGING",
    "RINGING,     1, 0, 1, RINGING",
    "IN_USE,      1, 0, 0, ENGAGED",
    "IN_USE,      1, 0, 1, FREE_ON_HOLD",
    "IN_USE,      1, 1, 1, ENGAGED",
    "IN_USE,      1, 1, 2, FREE_ON_HOLD",
    "RING_IN_USE, 1, 1, 1, ENGAGED",
    "ON_HOLD,     1, 0, 1, FREE_ON_HOLD",
    "IN_USE,      2, 0, 1, ENGAGED",
    "BUSY,        1, 0, 3, ENGAGED",
    "IN_USE,      1, 0, 2147483647, FREE_ON_HOLD",
    "UNAVAILABLE, 0, 0, 1, NOT_REACHABLE",
    "INVALID,     0, 0, 1, NOT_REACHABLE",
  })
  void what_follows_from_the_facts(
      DeviceState state, int inCall, int reserved, int holdCapacity, Availability expected) {
    DeviceLoad facts = new DeviceLoad(state, inCall, reserved, Instant.MIN, Instant.MIN);
    Availability found = Availability.of(facts, holdCapacity, true, NOW);
    assertThat(found).isEqualTo(expected);
    assertThat(found.mayRing())
        .isEqualTo(expected == Availability.FREE || expected == Availability.FREE_ON_HOLD);
  }

  @Test
  void wrap_up_counts_for_calls_through_a_group_and_not_for_direct_calls() {
    DeviceLoad resting =
        new DeviceLoad(DeviceState.NOT_IN_USE, 0, 0, NOW.plusSeconds(1), Instant.MIN);
    assertThat(Availability.of(resting, 0, true, NOW)).isEqualTo(Availability.IN_WRAP_UP);
    assertThat(Availability.of(resting, 0, false, NOW)).isEqualTo(Availability.FREE);
    assertThat(Availability.of(resting, 0, true, NOW.plusSeconds(1))).isEqualTo(Availability.FREE);
  }

  @Test
  void free_comes_before_free_on_hold() {
    assertThat(Availability.FREE).isLessThan(Availability.FREE_ON_HOLD);
  }
}
