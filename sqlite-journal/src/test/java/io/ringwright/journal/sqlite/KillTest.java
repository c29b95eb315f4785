package io.ringwright.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} under load, 20 times on the same file; {@code -Drounds=200} for more. What was
 * acknowledged is there, once, and in order.
 */
class KillTest {

  private static final long SEED = 20_261_127;
  private static final int ROUNDS = Integer.getInteger("rounds", 20);

  private final Map<String, Integer> acknowledged = new HashMap<>();
  private long acks;

  @TempDir Path folder;

  @Test
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  void nothing_that_was_acknowledged_is_lost_or_doubled_by_a_kill() throws Exception {
    Path file = folder.resolve("calls");
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      Process victim = Victim.start(file, "load");
      // Every fourth is killed while it starts, at whatever moment.
      int acksToSee = round % 4 == 3 ? 0 : 1 + random.nextInt(1_500);
      if (acksToSee == 0) {
        victim.waitFor(100 + random.nextInt(600), TimeUnit.MILLISECONDS);
      }
      watchAndKill(victim, acksToSee);
      check(file, round);
    }
    System.out.printf("%d kills, %d acknowledged entries, all there%n", ROUNDS, acks);
    assertThat(acks).isGreaterThan(ROUNDS * 100L);
  }

  private void watchAndKill(Process victim, int acksToSee)
      throws IOException, InterruptedException {
    long before = acks;
    if (acksToSee == 0) {
      victim.toHandle().destroyForcibly();
    }
    try (BufferedReader lines = victim.inputReader()) {
      String line = lines.readLine();
      while (line != null) {
        note(line);
        if (acks - before == acksToSee) {
          victim.toHandle().destroyForcibly();
        }
        line = lines.readLine();
      }
    }
    assertThat(victim.waitFor(20, TimeUnit.SECONDS)).isTrue();
  }

  /** What was printed after the kill was sent was acknowledged too. */
  private void note(String line) {
    assertThat(line).doesNotStartWith("refused").doesNotContain("Exception");
    String[] parts = line.split("[ -]");
    if (parts.length == 3 && parts[0].equals("ack") && line.matches("ack t\\d-\\d+")) {
      acknowledged.merge(parts[1], Integer.parseInt(parts[2]), Math::max);
      acks++;
    }
  }

  private void check(Path file, int round) {
    TallyMachine machine = new TallyMachine();
    Journals.open(SqliteJournal.at(file), machine).close();
    acknowledged.forEach(
        (thread, number) ->
            assertThat(machine.reached(thread))
                .as("thread %s after kill %s", thread, round)
                .isGreaterThanOrEqualTo(number));
  }
}
