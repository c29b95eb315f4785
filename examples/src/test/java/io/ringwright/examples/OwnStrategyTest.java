package io.ringwright.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.Strategy;
import io.ringwright.testkit.StrategyContract;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnStrategyTest extends StrategyContract {

  @Override
  protected Strategy strategy() {
    return new OwnStrategy.Nearest(
        Map.of(
            DirectoryNumber.of("100"), 12,
            DirectoryNumber.of("101"), 3,
            DirectoryNumber.of("102"), 12));
  }

  @Test
  void who_sits_nearest_rings_first_and_the_explanation_names_the_rule() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    OwnStrategy.run(new PrintStream(printed, true, StandardCharsets.UTF_8));
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .containsSubsequence(
            "nearest to the door among 3: 101",
            "nearest to the door among 2: 100",
            "call 3 · decision: ring 102");
  }
}
