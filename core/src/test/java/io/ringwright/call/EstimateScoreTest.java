package io.ringwright.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EstimateScoreTest {

  @Test
  void a_score_reads_as_a_sentence() {
    EstimateScore score = new EstimateScore(41, 4, 5, 9, 17, Duration.ofMillis(34_900));
    assertThat(score)
        .hasToString(
            "41 of 50 estimates held (4 ended earlier, 5 later), middle off by 34 s on average;"
                + " 9 not judged, 17 unknown");
    assertThat(score.coverage()).hasValue(0.82);
  }

  @Test
  void of_nothing_there_is_no_share() {
    assertThat(EstimateScore.NONE.coverage()).isEmpty();
    assertThat(EstimateScore.NONE)
        .hasToString("0 of 0 estimates held (0 ended earlier, 0 later); 0 not judged, 0 unknown");
  }
}
