package io.ringwright.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} of the engine under load, 20 times on the same file; {@code -Drounds=200} for
 * more. No acknowledged caller is lost or there twice, and the queue keeps its order.
 */
class EngineKillTest {

  private static final long SEED = 20_261_126;
  private static final int ROUNDS = Integer.getInteger("rounds", 20);

  private final Acknowledged acknowledged = new Acknowledged();
  private final Random random = new Random(SEED);

  @TempDir Path folder;

  @Test
  @Timeout(value = 60, unit = TimeUnit.MINUTES)
  void no_acknowledged_caller_is_lost_doubled_or_overtaken_by_a_kill() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      // Every fifth is killed while it starts, at whatever moment.
      int killAt = round % 5 == 4 ? -1 : acknowledged.waits() + 1 + random.nextInt(400);
      run("r" + round, false, killAt);
    }
    run("last", true, Integer.MAX_VALUE);
    System.out.printf(
        "%d kills, %d starts checked, %d answers \"wait\", %d callers there at the end:"
            + " 0 lost, 0 double, order kept%n",
        ROUNDS, acknowledged.rounds(), acknowledged.waits(), acknowledged.acknowledgedCalls());
    assertThat(acknowledged.waits()).isGreaterThan(ROUNDS * 20);
    assertThat(acknowledged.rounds()).isGreaterThan(ROUNDS * 3 / 4);
  }

  private void run(String name, boolean looksOnly, int killAt)
      throws IOException, InterruptedException {
    Process victim =
        Victim.start(
            EngineVictim.class,
            folder.resolve("calls").toString(),
            name,
            String.valueOf(looksOnly));
    acknowledged.begin();
    if (killAt < acknowledged.waits()) {
      victim.waitFor(200 + random.nextInt(1500), TimeUnit.MILLISECONDS);
      victim.toHandle().destroyForcibly();
    }
    try (BufferedReader lines = victim.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isEmpty()) {
          acknowledged.line(line);
        }
        if (acknowledged.waits() == killAt) {
          victim.toHandle().destroyForcibly();
        }
      }
    } finally {
      victim.destroyForcibly();
    }
    assertThat(victim.waitFor(20, TimeUnit.SECONDS)).isTrue();
  }
}
