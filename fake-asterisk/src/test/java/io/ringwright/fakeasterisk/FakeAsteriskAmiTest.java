package io.ringwright.fakeasterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.fakeasterisk.PbxUnderTest.CallPlan;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.Sighting.Kind;
import io.ringwright.fakeasterisk.ami.AmiClass;
import io.ringwright.fakeasterisk.ami.AmiUser;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The manager interface on the wire, as Asterisk 22.10 was seen to speak it. */
class FakeAsteriskAmiTest {

  private static final String DIALPLAN =
      """
      [from-trunk]
      exten => 1,1,Answer()
       same => n,StartMusicOnHold(default)
       same => n,Wait(60)
      exten => 2,1,Dial(PJSIP/8260,20)
       same => n,Hangup()
      exten => 3,1,Wait(60)
      [deliver]
      exten => _X!,1,Set(LANDED=${EXTEN})
       same => n,Wait(60)
      """;

  private FakeAsterisk pbx;
  private AmiClient ami;

  @BeforeEach
  void start() throws IOException {
    pbx =
        FakeAsterisk.builder()
            .systemName("lab")
            .phones("8260")
            .dialplan(DIALPLAN)
            .amiUser(
                new AmiUser(
                    "all", "secret", EnumSet.allOf(AmiClass.class), EnumSet.allOf(AmiClass.class)))
            .amiUser(AmiUser.router("router", "s3cret"))
            .start();
    ami = AmiClient.loggedIn(pbx.ami(), "off");
  }

  @AfterEach
  void stop() throws IOException {
    ami.close();
    pbx.close();
  }

  private AmiClient connect() throws IOException {
    AmiClient client = new AmiClient(pbx.ami().port());
    assertThat(client.line()).isEqualTo("Asterisk Call Manager/11.0.0");
    return client;
  }

  /** The name of a channel that waits; the first one of a test, or the one after a phone's. */
  private String waitingChannel() {
    Caller caller = pbx.call(CallPlan.of("0301", "1"));
    Awaiting.seen(pbx, caller, Kind.CONTEXT_ENTERED, "from-trunk");
    return "PJSIP/trunk-0000000" + caller.id().substring(caller.id().indexOf('.') + 1);
  }

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

  private void redirect(String channel, String extension) throws IOException {
    ami.send(
        "Action: Redirect",
        "ActionID: R",
        "Channel: " + channel,
        "Context: deliver",
        "Exten: " + extension,
        "Priority: 1");
  }

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
    redirect("PJSIP/8260-00000001", "1");
    assertThat(ami.message()).endsWith("Message: Redirect failed");
    ami.ask("Action: Hangup", "Channel: PJSIP/8260-00000001");
    Awaiting.end(pbx, talks);
    pbx.phone("8260", PhoneBehaviour.nobodyThere());
    Caller rings = pbx.call(CallPlan.of("0301", "2"));
    Awaiting.seen(pbx, rings, Kind.PHONE_RINGS, "8260");
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

  // Events

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
    assertThat(messages.stream().map(FakeAsteriskAmiTest::short_))
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

  // Faults

  @Test
  void a_redirect_can_be_acknowledged_and_ignored_or_late_or_fatal() throws IOException {
    String channel = waitingChannel();
    pbx.faults().ignoreNextRedirect();
    pbx.faults().delayNextRedirect(Duration.ofMillis(100));
    pbx.faults().hangUpOnNextRedirect();
    ami.ask("Action: Events", "EventMask: call,dialplan");
    redirect(channel, "1");
    assertThat(ami.message()).endsWith("Redirect successful");
    assertThat(ami.isSilentFor(50)).as("ignored").isTrue();
    redirect(channel, "2");
    assertThat(ami.message()).endsWith("Redirect successful");
    assertThat(ami.isSilentFor(50)).as("late").isTrue();
    assertThat(ami.message("Variable: LANDED")).endsWith("Value: 2");
    redirect(channel, "3");
    assertThat(ami.message("Event: Hangup\r\n")).contains("Exten: 2\r\n");
  }

  @Test
  void a_link_can_break_before_or_after_an_action() throws IOException {
    String channel = waitingChannel();
    pbx.faults().breakLinkBefore("Redirect");
    redirect(channel, "1");
    assertThat(ami.rest()).isEmpty();
    pbx.faults().breakLinkAfter("redirect");
    ami = AmiClient.loggedIn(pbx.ami(), "off");
    redirect(channel, "2");
    assertThat(ami.rest()).isEmpty();
    Awaiting.that(
        "the landing",
        pbx,
        () -> pbx.sightings().stream().anyMatch(seen -> seen.subject().equals("LANDED")));
    assertThat(pbx.sightings())
        .filteredOn(seen -> seen.subject().equals("LANDED"))
        .extracting(Sighting::detail)
        .containsExactly("2");
  }

  @Test
  void a_list_can_break_off_before_its_end() throws IOException {
    pbx.faults().breakOffNextList(1);
    ami.send("Action: DeviceStateList");
    assertThat(ami.rest()).contains("PJSIP/trunk").doesNotContain("8260", "Complete");
  }

  @Test
  void links_can_fall_silent_and_speak_again() throws IOException {
    pbx.faults().fallSilent();
    ami.send("Action: Ping", "ActionID: lost");
    assertThat(ami.isSilentFor(50)).isTrue();
    pbx.faults().speakAgain();
    assertThat(ami.ask("Action: Ping", "ActionID: 2")).contains("ActionID: 2");
  }

  @Test
  void messages_can_come_in_small_pieces() throws IOException {
    pbx.faults().writeInPieces(1);
    assertThat(ami.ask("Action: Ping", "ActionID: 2")).contains("ActionID: 2\r\nPing: Pong");
    pbx.faults().clear();
    assertThat(ami.ask("Action: Ping", "ActionID: 3")).contains("ActionID: 3");
  }

  @Test
  void all_links_can_be_cut_and_new_ones_refused_until_they_are_let_in_again() throws IOException {
    pbx.amiOpen(false);
    assertThat(ami.rest()).isEmpty();
    assertThatThrownBy(() -> new AmiClient(pbx.ami().port())).isInstanceOf(ConnectException.class);
    pbx.amiOpen(true);
    pbx.amiOpen(true);
    try (AmiClient client = connect()) {
      assertThat(Set.of(client.ask("Action: Ping"))).isNotEmpty();
    }
  }
}
