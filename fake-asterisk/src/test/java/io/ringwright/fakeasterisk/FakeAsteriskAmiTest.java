package io.ringwright.fakeasterisk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.fakeasterisk.PbxUnderTest.CallPlan;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.Sighting.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The manager interface on the wire, as Asterisk 22.10 was seen to speak it: what a client asks.
 */
class FakeAsteriskAmiTest extends AmiOnTheWire {

  // Login

  @Test
  void a_login_is_acknowledged_and_says_that_everything_is_booted() throws IOException {
    try (AmiClient client = connect()) {
      client.send("Action: Login", "ActionID: 7", "Username: router", "Secret: s3cret");
      assertThat(client.message())
          .isEqualTo("Response: Success\r\nActionID: 7\r\nMessage: Authentication accepted");
      assertThat(client.message())
          .matches(
              "Event: FullyBooted\r\nPrivilege: system,all\r\nUptime: \\d+\r\nLastReload: \\d+\r\n"
                  + "Status: Fully Booted");
      assertThat(client.ask("Action: Login", "Username: router", "Secret: s3cret"))
          .isEqualTo("Response: Success\r\nMessage: Already authenticated");
      client.send("Action: Logoff", "ActionID: 17");
      assertThat(client.rest())
          .isEqualTo(
              "Response: Goodbye\r\nActionID: 17\r\nMessage: Thanks for all the fish.\r\n\r\n");
    }
  }

  @Test
  void a_login_by_challenge_needs_the_right_key() throws Exception {
    try (AmiClient client = connect()) {
      String answer = client.ask("Action: Challenge", "AuthType: MD5");
      String challenge = answer.substring(answer.lastIndexOf(' ') + 1);
      byte[] digest =
          MessageDigest.getInstance("MD5")
              .digest((challenge + "s3cret").getBytes(StandardCharsets.UTF_8));
      assertThat(
              client.ask(
                  "Action: Login",
                  "AuthType: MD5",
                  "Username: router",
                  "Key: " + HexFormat.of().formatHex(digest)))
          .contains("Authentication accepted");
    }
    try (AmiClient client = connect()) {
      assertThat(client.ask("Action: Challenge", "AuthType: SHA"))
          .contains("Message: Must specify AuthType");
      client.send("Action: Login", "AuthType: MD5", "Username: router", "Key: ");
      assertThat(client.rest()).contains("Authentication failed");
    }
  }

  @Test
  void a_wrong_password_is_told_after_a_second_and_ends_the_connection() throws IOException {
    try (AmiClient client = connect()) {
      long before = System.nanoTime();
      client.send("Action: Login", "ActionID: 7", "Username: router", "Secret: x");
      assertThat(client.rest())
          .isEqualTo("Response: Error\r\nActionID: 7\r\nMessage: Authentication failed\r\n\r\n");
      assertThat(Duration.ofNanos(System.nanoTime() - before))
          .isGreaterThan(Duration.ofMillis(900));
    }
  }

  @Test
  void without_a_login_nothing_is_permitted() throws IOException {
    try (AmiClient client = connect()) {
      assertThat(client.ask("Action: Ping", "ActionID: 7"))
          .isEqualTo("Response: Error\r\nActionID: 7\r\nMessage: Permission denied");
    }
  }

  @Test
  void a_user_without_the_right_is_refused() throws IOException {
    try (AmiClient client = connect()) {
      client.send("Action: Login", "Username: router", "Secret: s3cret", "Events: off");
      client.message("accepted");
      assertThat(client.ask("Action: Command", "Command: core stop now"))
          .contains("Permission denied");
      assertThat(client.ask("Action: Originate", "Channel: PJSIP/8260"))
          .contains("Permission denied");
      assertThat(client.ask("Action: Ping")).contains("Ping: Pong");
    }
  }

  // Messages

  @Test
  void what_is_no_action_is_refused_in_asterisks_words() throws IOException {
    assertThat(ami.ask("Action: Nonsense", "ActionID: 1"))
        .contains(
            "Message: Invalid/unknown command: Nonsense. Use Action: ListCommands to show"
                + " available commands.");
    assertThat(ami.ask("Foo: bar", "ActionID: 2"))
        .isEqualTo("Response: Error\r\nActionID: 2\r\nMessage: Missing action in request");
    assertThat(ami.ask("garbage")).contains("Missing action in request");
  }

  @Test
  void a_line_feed_in_a_value_is_a_header_of_its_own() throws IOException {
    ami.raw("Action: Ping\nActionID: 5\nX: y\nActionID: 6\n\n");
    assertThat(ami.message()).contains("ActionID: 5\r\n").contains("Timestamp: ");
    ami.send("Action: Setvar", "Variable: A", "Value: 1\n\nAction: Ping\nActionID: injected");
    assertThat(ami.message("ActionID: injected")).contains("Ping: Pong");
    assertThat(pbx.amiActions())
        .endsWith(Map.of("Action", "Ping", "ActionID", "injected"))
        .contains(Map.of("Action", "Setvar", "Variable", "A", "Value", "1"));
  }

  @Test
  void a_line_that_is_too_long_spoils_its_message() throws IOException {
    assertThat(ami.ask("Action: Ping", "X: " + "y".repeat(1100), "ActionID: 15"))
        .isEqualTo(
            "Response: Error\r\nActionID: 15\r\nMessage: Failed to parse message: line too long");
    assertThat(ami.ask("Action: Ping", "ActionID: 16")).contains("Pong");
    String[] many = new String[200];
    java.util.Arrays.setAll(many, i -> "X" + i + ": 1");
    assertThat(ami.ask(many)).contains("Too many lines in message or allocation failure");
  }

  // Lists

  @Test
  void the_core_says_what_it_is() throws IOException {
    assertThat(ami.ask("Action: CoreSettings"))
        .contains("AMIversion: 11.0.0", "AsteriskVersion: 22.", "SystemName: lab");
    waitingChannel();
    assertThat(ami.ask("Action: CoreStatus"))
        .contains("CoreCurrentCalls: 1", "CoreProcessedCalls: 1")
        .containsPattern("CoreStartupDate: \\d{4}-\\d\\d-\\d\\d\r\nCoreStartupTime: \\d\\d:");
  }

  @Test
  void devices_are_listed_with_their_states() throws IOException {
    pbx.reachable("8260", false);
    ami.send("Action: DeviceStateList", "ActionID: 6");
    assertThat(ami.messagesUpTo("Complete"))
        .containsExactly(
            "Response: Success\r\nActionID: 6\r\nEventList: start\r\n"
                + "Message: Device State Changes will follow",
            "Event: DeviceStateChange\r\nActionID: 6\r\nDevice: PJSIP/trunk\r\nState: NOT_INUSE",
            "Event: DeviceStateChange\r\nActionID: 6\r\nDevice: PJSIP/8260\r\nState: UNAVAILABLE",
            "Event: DeviceStateListComplete\r\nActionID: 6\r\nEventList: Complete\r\nListItems: 2");
  }

  @Test
  void channels_are_listed_with_all_their_headers() throws IOException {
    String channel = waitingChannel();
    ami.send("Action: CoreShowChannels");
    List<String> messages = ami.messagesUpTo("Complete");
    assertThat(messages.get(0)).endsWith("Message: Channels will follow");
    assertThat(messages.get(1))
        .matches(
            "Event: CoreShowChannel\r\nChannel: PJSIP/trunk-00000000\r\nChannelState: 6\r\n"
                + "ChannelStateDesc: Up\r\nCallerIDNum: 0301\r\nCallerIDName: <unknown>\r\n"
                + "ConnectedLineNum: <unknown>\r\nConnectedLineName: <unknown>\r\nLanguage: en\r\n"
                + "AccountCode: \r\nContext: from-trunk\r\nExten: 1\r\nPriority: 3\r\n"
                + "Uniqueid: lab-\\d+.0\r\nLinkedid: lab-\\d+.0\r\nApplication: Wait\r\n"
                + "ApplicationData: 60\r\nDuration: 00:00:0\\d\r\nBridgeId: ");
    assertThat(messages.get(2)).endsWith("ListItems: 1");
    assertThat(channel).isEqualTo("PJSIP/trunk-00000000");
  }

  @Test
  void a_status_shows_the_variables_that_are_asked_for_or_all() throws IOException {
    String channel = waitingChannel();
    ami.ask("Action: Setvar", "Channel: " + channel, "Variable: RW_CALL", "Value: a=b,c");
    ami.send(
        "Action: Status",
        "ActionID: 3",
        "Channel: " + channel,
        "Variables: RW_CALL,NOPE,CHANNEL(state)");
    assertThat(ami.messagesUpTo("StatusComplete"))
        .anySatisfy(
            message ->
                assertThat(message)
                    .contains("Privilege: Call\r\n", "Type: PJSIP\r\n", "DNID: 1\r\n")
                    .endsWith(
                        "Variable: RW_CALL=a=b,c\r\nVariable: NOPE=(null)\r\n"
                            + "Variable: CHANNEL(state)=Up\r\nActionID: 3"));
    ami.send("Action: Status", "AllVariables: true");
    assertThat(ami.messagesUpTo("StatusComplete"))
        .anySatisfy(message -> assertThat(message).contains("Variable: RW_CALL=a=b,c"))
        .last()
        .asString()
        .endsWith("ListItems: 1\r\nItems: 1");
    assertThat(ami.ask("Action: Status", "Channel: none")).contains("Message: No such channel");
  }

  // Variables

  @Test
  void variables_are_set_and_read() throws IOException {
    String channel = waitingChannel();
    assertThat(ami.ask("Action: Setvar", "Channel: none", "Variable: A"))
        .contains("No such channel");
    assertThat(ami.ask("Action: Setvar", "Value: 1")).contains("No variable specified");
    ami.ask("Action: Setvar", "Channel: " + channel, "Variable: CHANNEL(language)", "Value: fr");
    assertThat(ami.ask("Action: Getvar", "Channel: " + channel, "Variable: CHANNEL(language)"))
        .isEqualTo("Response: Success\r\nVariable: CHANNEL(language)\r\nValue: fr");
    assertThat(ami.ask("Action: Getvar", "Channel: " + channel, "Variable: NOPE"))
        .endsWith("Value: ");
    ami.ask("Action: Setvar", "Variable: G", "Value: g");
    assertThat(ami.ask("Action: Getvar", "Variable: G")).endsWith("Value: g");
    assertThat(ami.ask("Action: Getvar")).contains("No variable specified");
    assertThat(ami.ask("Action: Getvar", "Channel: none", "Variable: A"))
        .contains("No such channel");
  }

  // Redirect and Hangup

  @Test
  void a_redirect_is_acknowledged_before_the_channel_moves() throws IOException {
    String channel = waitingChannel();
    ami.ask("Action: Events", "EventMask: on");
    redirect(channel, "8260-17");
    List<String> messages = ami.messagesUpTo("Variable: LANDED");
    assertThat(messages.get(0))
        .isEqualTo("Response: Success\r\nActionID: R\r\nMessage: Redirect successful");
    assertThat(messages.get(1)).startsWith("Event: MusicOnHoldStop");
    assertThat(messages.get(2))
        .startsWith("Event: Newexten\r\nPrivilege: dialplan,all\r\nSystemName: lab\r\n")
        .contains("Context: deliver\r\nExten: 8260-17\r\nPriority: 1\r\n")
        .endsWith("Extension: 8260-17\r\nApplication: Set\r\nAppData: LANDED=8260-17");
    assertThat(messages.get(3)).endsWith("Variable: LANDED\r\nValue: 8260-17");
  }

  @Test
  void a_redirect_that_cannot_be_is_refused_in_asterisks_words() throws IOException {
    redirect("none", "1");
    assertThat(ami.message()).endsWith("Message: Channel does not exist: none");
    assertThat(ami.ask("Action: Redirect", "Context: deliver")).endsWith("Channel not specified");
    assertThat(ami.ask("Action: Redirect", "Channel: x", "Context: c", "Exten: 1"))
        .endsWith("Priority not specified");
    assertThat(
            ami.ask("Action: Redirect", "Channel: x", "Context: c", "Exten: 1", "Priority: nope"))
        .endsWith("Priority is invalid");
  }

  @Test
  void a_redirect_to_nowhere_ends_the_call() throws IOException {
    String channel = waitingChannel();
    redirect(channel, "nowhere");
    assertThat(ami.message()).endsWith("Redirect successful");
    Awaiting.that(
        "the end",
        pbx,
        () -> pbx.sightings().stream().anyMatch(seen -> seen.kind() == Kind.CALLER_ENDED));
  }

  @Test
  void a_hang_up_by_ami_ends_the_call_with_the_cause_given() throws IOException {
    String channel = waitingChannel();
    ami.ask("Action: Events", "EventMask: call");
    assertThat(ami.ask("Action: Hangup", "Channel: " + channel, "Cause: 21"))
        .contains("Channel Hungup");
    assertThat(ami.message("Event: Hangup\r\n")).endsWith("Cause: 21\r\nCause-txt: Call Rejected");
    assertThat(ami.ask("Action: Hangup", "Channel: none")).contains("No such channel");
    assertThat(ami.ask("Action: Hangup")).contains("No channel specified");
  }

  @Test
  void a_phone_that_is_hung_up_by_ami_is_out_of_its_call() throws IOException {
    pbx.phone("8260", PhoneBehaviour.answers(Duration.ofMillis(5), Duration.ofMinutes(1)));
    Caller talks = pbx.call(CallPlan.of("0301", "2"));
    Awaiting.seen(pbx, talks, Kind.PHONE_ANSWERS, "8260");
    ami.ask("Action: Hangup", "Channel: PJSIP/8260-00000001");
    Awaiting.end(pbx, talks);
    pbx.phone("8260", PhoneBehaviour.nobodyThere());
    Caller rings = pbx.call(CallPlan.of("0301", "2"));
    Awaiting.seen(pbx, rings, Kind.PHONE_RINGS, "8260");
    redirect("PJSIP/8260-00000003", "1");
    assertThat(ami.message()).endsWith("Message: Redirect failed");
    ami.ask("Action: Hangup", "Channel: PJSIP/8260-00000003");
    Awaiting.end(pbx, rings);
    assertThat(Awaiting.variable(pbx, rings, "DIALSTATUS")).isEqualTo("CHANUNAVAIL");
  }

  @Test
  void the_actions_that_a_user_may_use_are_listed() throws IOException {
    assertThat(ami.ask("Action: ListCommands")).contains("Originate: (Priv: originate,all)");
    try (AmiClient client = connect()) {
      client.send("Action: Login", "Username: router", "Secret: s3cret", "Events: off");
      client.message("accepted");
      assertThat(client.ask("Action: ListCommands"))
          .contains("Ping: (Priv: <none>)", "Redirect: (Priv: call,all)")
          .doesNotContain("Originate", "Command:", "UpdateConfig", "DBPut");
    }
  }
}
