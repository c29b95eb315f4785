package io.ringwright.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TogetherTableTest {

  private final TogetherTable table = new TogetherTable();
  private final Peer queue = AppQueue.silent();
  private final Peer ringwright = Ringwright.inMemory();

  @Test
  void each_figure_is_held_against_one_peer_and_the_target_is_to_be_below_it() {
    table.add(queue, run(64_000, 880, 0));
    table.add(ringwright, run(32_000, 440, 660));

    String[] lines = table.against(queue).split("\n", -1);

    assertThat(line(lines, "idle gap, median", "Ringwright")).contains("0.50").endsWith("yes");
    assertThat(line(lines, "processor time of Asterisk", "Ringwright"))
        .contains("4.4")
        .contains("0.50")
        .endsWith("yes");
    assertThat(line(lines, "processor time of both", "Ringwright"))
        .contains("11.0")
        .contains("1.25")
        .endsWith("NO");
  }

  @Test
  void the_median_of_the_rounds_stands_there_with_their_range() {
    table.add(queue, run(10_000, 100, 0));
    table.add(queue, run(30_000, 100, 0));
    table.add(queue, run(20_000, 100, 0));

    assertThat(table.against(queue)).contains("20.0 [10.0-30.0]");
  }

  @Test
  void time_is_divided_by_the_calls_that_were_served() {
    assertThat(run(1, 880, 0).perCall(Duration.ofMillis(880))).isEqualTo(8.8);
  }

  private static String line(String[] lines, String what, String whose) {
    for (String line : lines) {
      if (line.startsWith(what) && line.contains(whose)) {
        return line.stripTrailing();
      }
    }
    return "";
  }

  private static Together.Run run(long gap, int asterisk, int jvm) {
    return new Together.Run(
        new IdleGaps(List.of(gap), 1, 0, 0),
        100,
        100,
        new ProcessorTime(Duration.ofMillis(asterisk), Duration.ofMillis(jvm)));
  }
}
