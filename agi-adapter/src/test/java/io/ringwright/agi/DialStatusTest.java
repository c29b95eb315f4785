package io.ringwright.agi;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.RingOutcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialStatusTest {

  @ParameterizedTest
  @CsvSource({
    "ANSWER, ANSWERED",
    "BUSY, BUSY",
    "NOANSWER, NO_REPLY",
    "CANCEL, ABANDONED",
    "REJECTED, REJECTED",
    "DONTCALL, REJECTED",
    "TORTURE, REJECTED",
    "CHANUNAVAIL, NOT_REACHABLE",
    "CONGESTION, NOT_REACHABLE",
    "INVALIDARGS, NOT_REACHABLE",
    "'', NOT_REACHABLE",
    "something new, NOT_REACHABLE"
  })
  void every_dial_status_is_a_ring_outcome(String status, RingOutcome outcome) {
    assertThat(DialStatus.outcome(status)).isEqualTo(outcome);
  }
}
