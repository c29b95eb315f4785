package io.ringwright.dialplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.ringwright.call.CallId;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.PbxId;
import io.ringwright.call.Priority;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.Token;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChannelVariablesTest {

  @Test
  void a_channel_remembers_a_call_in_five_variables() {
    RememberedCall call =
        new RememberedCall(
            CallId.of("1.2"),
            new Channel(PbxId.of("lab"), "PJSIP/trunk-1"),
            CallerId.unknown(),
            DirectoryNumber.of("700"),
            Priority.of(2),
            Instant.ofEpochMilli(1234));
    assertThat(ChannelVariables.remembering(call))
        .containsExactly(
            entry("RW_CALL", "1.2"),
            entry("RW_GROUP", "700"),
            entry("RW_PRIORITY", "2"),
            entry("RW_SINCE", "1234"),
            entry("RW_SKILLS", ""));
    assertThat(ChannelVariables.remembering(call).keySet())
        .containsExactlyElementsOf(ChannelVariables.remembered());
  }

  @Test
  void each_attempt_has_a_variable_of_its_own() {
    assertThat(ChannelVariables.ring(new Token(17))).isEqualTo("RW_RING_17");
  }

  @Test
  void no_name_stands_twice() {
    assertThat(ChannelVariables.all())
        .doesNotHaveDuplicates()
        .allMatch(name -> name.startsWith("RW_"));
  }
}
