package io.ringwright.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DistributionTest {

  @Test
  void percentiles_are_values_that_were_measured() {
    Distribution hundred =
        new Distribution(LongStream.rangeClosed(1, 100).map(i -> i * 1000).boxed().toList());

    assertThat(hundred.median()).isEqualTo(50);
    assertThat(hundred.millis(0.9)).isEqualTo(90);
    assertThat(hundred.millis(0.99)).isEqualTo(99);
    assertThat(hundred.max()).isEqualTo(100);
  }

  @Test
  void nothing_measured_has_no_median() {
    assertThat(new Distribution(List.of()).median()).isNaN();
  }
}
