package io.ringwright.agi;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.CallRouter;
import io.ringwright.directory.PhoneList;
import io.ringwright.memory.InMemoryDirectory;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a channel remembers as its arrival is an instant of the engine's time. */
class CallSettingsTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  @ParameterizedTest
  @ValueSource(ints = {-3, 3})
  void a_step_of_the_wall_clock_does_not_reach_what_channels_remember(int hours) {
    AtomicReference<Instant> wall = new AtomicReference<>(NOW);
    CallRouter router =
        CallRouter.builder(new InMemoryDirectory(PhoneList.builder().build()))
            .clocks(wall::get, () -> 0)
            .build();
    wall.set(NOW.plus(Duration.ofHours(hours)));
    assertThat(CallSettings.standard(router, House.PBX).clock().instant()).isEqualTo(NOW);
  }
}
