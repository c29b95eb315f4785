package io.ringwright.ami;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.port.Telephony.Whereabouts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialplanContextsTest {

  @ParameterizedTest
  @CsvSource({"0, RINGING", "3, RINGING", "5, RINGING", "4, ELSEWHERE", "6, ELSEWHERE"})
  void who_is_called_back_is_rung_until_the_answer(String state, Whereabouts where) {
    AmiMessage channel =
        Messages.message("Event: Status", "ChannelState: " + state, "Context: from-trunk");
    assertThat(Settings.CONTEXTS.whereabouts(channel)).isEqualTo(where);
  }

  @ParameterizedTest
  @CsvSource({
    "ringwright-wait, '', WAITING",
    "ringwright-deliver, '', RINGING",
    "ringwright-route, '', RINGING",
    "ringwright-route, 4ec79181, TALKING",
    "from-internal, 4ec79181, TALKING",
    "from-internal, '', ELSEWHERE",
    "ringwright-fallback, '', FELL_BACK",
    "'', '', ELSEWHERE"
  })
  void where_a_caller_is_follows_from_context_and_bridge(
      String context, String bridge, Whereabouts where) {
    AmiMessage channel =
        Messages.message("Event: Status", "Context: " + context, "BridgeID: " + bridge);
    assertThat(Settings.CONTEXTS.whereabouts(channel)).isEqualTo(where);
  }
}
