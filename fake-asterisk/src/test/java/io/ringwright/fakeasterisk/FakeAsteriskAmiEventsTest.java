package io.ringwright.fakeasterisk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.fakeasterisk.PbxUnderTest.CallPlan;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the manager interface tells without being asked, as Asterisk 22.10 was seen to do it. */
class FakeAsteriskAmiEventsTest extends AmiOnTheWire {

  @Test
  void the_mask_decides_which_events_come() throws IOException {
    assertThat(ami.ask("Action: Events", "EventMask: dialplan")).endsWith("Events: On");
    waitingChannel();
    assertThat(ami.message("Event: ")).startsWith("Event: Newexten");
    assertThat(ami.ask("Action: Events", "EventMask: off")).endsWith("Events: Off");
    assertThat(ami.ask("Action: Events")).contains("Invalid event mask");
    waitingChannel();
    assertThat(ami.ask("Action: Ping")).contains("Pong");
    assertThat(ami.isSilentFor(50)).isTrue();
  }

  @Test
  void a_user_hears_only_the_classes_that_it_may_read() throws IOException {
    try (AmiClient client = connect()) {
      client.send("Action: Login", "Username: router", "Secret: s3cret", "Events: on");
      client.message("FullyBooted");
      waitingChannel();
      assertThat(client.messagesUpTo("MusicOnHoldStart"))
          .noneMatch(message -> message.contains("VarSet") || message.contains("Newexten"))
          .anyMatch(message -> message.startsWith("Event: Newchannel"));
    }
  }

  @Test
  void a_call_to_a_phone_is_told_event_by_event() throws IOException {
    pbx.phone("8260", PhoneBehaviour.answers(Duration.ofMillis(20), Duration.ofMillis(20)));
    ami.ask("Action: Events", "EventMask: call");
    Caller caller = pbx.call(CallPlan.of("0301", "2").withName("Ann \"A\""));
    Awaiting.end(pbx, caller);
    List<String> messages = ami.messagesUpTo("Device: PJSIP/trunk\r\nState: NOT_INUSE");
    assertThat(messages.stream().map(FakeAsteriskAmiEventsTest::short_))
        .containsExactly(
            "Newchannel trunk Ring",
            "DeviceStateChange PJSIP/trunk INUSE",
            "Newchannel 8260 Down",
            "DialBegin trunk Ring",
            "NewConnectedLine trunk Ring",
            "Newstate 8260 Ringing",
            "DeviceStateChange PJSIP/8260 RINGING",
            "DialState trunk Ring",
            "Newstate 8260 Up",
            "DeviceStateChange PJSIP/8260 INUSE",
            "DialEnd trunk Ring",
            "Newstate trunk Up",
            "BridgeCreate",
            "BridgeEnter 8260 Up",
            "BridgeEnter trunk Up",
            "HangupRequest 8260 Up",
            "BridgeLeave 8260 Up",
            "BridgeLeave trunk Up",
            "BridgeDestroy",
            "Hangup 8260 Up",
            "DeviceStateChange PJSIP/8260 NOT_INUSE",
            "SoftHangupRequest trunk Up",
            "Hangup trunk Up",
            "DeviceStateChange PJSIP/trunk NOT_INUSE");
    assertThat(messages.get(0)).contains("CallerIDNum: 0301\r\nCallerIDName: Ann \\\"A\\\"\r\n");
    assertThat(messages.get(3))
        .contains("DestChannel: PJSIP/8260-00000001\r\nDestChannelState: 0\r\n")
        .endsWith("DialString: 8260");
    assertThat(messages.get(7)).endsWith("DialStatus: RINGING");
    assertThat(messages.get(10)).endsWith("DialStatus: ANSWER");
  }

  private static String short_(String message) {
    StringBuilder text = new StringBuilder();
    for (String line : message.split("\r\n")) {
      if (line.startsWith("Event: ") || line.startsWith("Device: ") || line.startsWith("State: ")) {
        text.append(text.length() == 0 ? "" : " ").append(line.substring(line.indexOf(' ') + 1));
      } else if (line.startsWith("Channel: PJSIP/")) {
        text.append(' ').append(line, 15, line.lastIndexOf('-'));
      } else if (line.startsWith("ChannelStateDesc: ")) {
        text.append(' ').append(line.substring(18));
      }
    }
    return text.toString();
  }

  @Test
  void a_refusal_carries_the_sip_status() throws IOException {
    pbx.phone("8260", PhoneBehaviour.busy());
    ami.ask("Action: Events", "EventMask: call");
    pbx.call(CallPlan.of("0301", "2"));
    assertThat(ami.message("Event: Hangup\r\n"))
        .endsWith("Cause: 17\r\nCause-txt: User busy\r\nTechCause: 486");
  }
}
