package io.ringwright.simulator;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.directory.PhoneList;
import io.ringwright.directory.StandardStrategy;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressiveFairPlayTest {

  /**
   * The first caller's phone rings progressively; a caller of higher priority comes; after five
   * seconds it would be time for one more phone.
   */
  @Test
  void a_phone_that_goes_on_ringing_is_not_given_to_somebody_else() {
    PhoneList phones = Houses.of(1, StandardStrategy.PROGRESSIVE);
    FairPlay witness = new FairPlay(phones);
    CallStream slow = CallStream.to("700").pickedUpAfter(TimeDistribution.fixed(ofSeconds(8)));
    Simulation.of(phones)
        .withCalls(
            slow.at(List.of(ofSeconds(0))).priority(5), slow.at(List.of(ofSeconds(2))).priority(1))
        .run(witness);
    assertThat(witness.fouls()).isEmpty();
  }
}
