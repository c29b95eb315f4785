package io.ringwright.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Random days of the whole application with faults. Run with {@code -Dseeds=20000} for more of them
 * and {@code -Dfrom=5} to begin elsewhere; each processor takes a share.
 */
@Timeout(value = 7, unit = TimeUnit.DAYS) // For -Dseeds=1000000.
class FaultSimulationTest {

  private static final long SEEDS = Long.getLong("seeds", 2_000);
  private static final long FROM = Long.getLong("from", 1);
  private static final int MOST_FAILURES = 5;

  @Test
  void whatever_goes_wrong_no_invariant_breaks_and_everybody_is_served_or_ended() {
    List<String> broken =
        LongStream.range(FROM, FROM + SEEDS)
            .parallel()
            .mapToObj(FaultSimulationTest::failureOf)
            .filter(failure -> !failure.isEmpty())
            .limit(MOST_FAILURES)
            .toList();
    assertThat(broken).isEmpty();
  }

  private static String failureOf(long seed) {
    try {
      long unused = new Simulation(seed).run();
      return "";
    } catch (AssertionError broken) {
      return String.valueOf(broken.getMessage());
    }
  }
}
