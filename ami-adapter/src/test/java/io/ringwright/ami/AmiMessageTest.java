package io.ringwright.ami;

import static io.ringwright.ami.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.CallId;
import org.junit.jupiter.api.Test;

class AmiMessageTest {

  @Test
  void headers_are_found_whatever_their_case() {
    AmiMessage message = message("Event: Newchannel", "UNIQUEID: lab-1.2", "Context:  700 ");
    assertThat(message.event()).isEqualTo("Newchannel");
    assertThat(message.callId(Settings.LAB, "uniqueid")).contains(CallId.of("lab-1.2@lab"));
    assertThat(message.header("context")).isEqualTo("700");
    assertThat(message.header("nothing")).isEmpty();
  }

  @Test
  void of_a_header_that_comes_twice_the_first_counts() {
    assertThat(message("Channel: PJSIP/1-1", "Channel: PJSIP/2-2").header("channel"))
        .isEqualTo("PJSIP/1-1");
  }

  @Test
  void a_variable_that_asterisk_prints_as_null_is_not_set() {
    AmiMessage message =
        message("Variable: RW_CALL=lab-1.2", "Variable: RW_GROUP=(null)", "Variable: RW_SINCE=");
    assertThat(message.variable("RW_CALL")).isEqualTo("lab-1.2");
    assertThat(message.variable("RW_GROUP")).isEmpty();
    assertThat(message.variable("RW_SINCE")).isEmpty();
  }

  @Test
  void a_value_may_hold_colons_and_equal_signs() {
    AmiMessage message = message("Message: Channel does not exist: SIP/a", "Variable: X=a=b");
    assertThat(message.words()).isEqualTo("Channel does not exist: SIP/a");
    assertThat(message.variable("X")).isEqualTo("a=b");
  }

  @Test
  void lines_that_are_no_header_are_passed_over() {
    assertThat(message("no header", ": nameless", "Response: Error").isError()).isTrue();
  }
}
