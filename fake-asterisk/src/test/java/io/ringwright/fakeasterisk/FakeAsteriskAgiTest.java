package io.ringwright.fakeasterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.fakeasterisk.PbxUnderTest.CallPlan;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.Sighting.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** FastAGI from Asterisk's side, as Asterisk 22.10 was seen to speak it. */
class FakeAsteriskAgiTest {

  private static final String DIALPLAN =
      """
      [from-trunk]
      exten => 1,1,Answer()
       same => n,AGI(@AGI@/probe,a,,c)
       same => n,Set(RESULT=${AGISTATUS})
       same => n,Hangup()
      exten => 2,1,AGI(/local/script)
       same => n,Hangup()
      exten => 3,1,Hangup(17)
      exten => h,1,AGI(@AGI@/gone,${HANGUPCAUSE})
      [deliver]
      exten => _X!,1,Set(LANDED=${EXTEN})
       same => n,Hangup()
      """;

  private final List<String> replies = Collections.synchronizedList(new ArrayList<>());
  private FakeAsterisk pbx;

  @BeforeEach
  void start() {
    pbx =
        FakeAsterisk.builder()
            .systemName("lab")
            .phones("8260", "8261")
            .dialplan(DIALPLAN)
            .missingSound("gone")
            .soundLength(Duration.ofMillis(5))
            .start();
  }

  @AfterEach
  void stop() {
    pbx.close();
  }

  /** Serves the probe and leaves the script of the extension h alone. */
  private AgiPeer probe(AgiPeer.Script script) throws IOException {
    return new AgiPeer(
        pbx.agiPort(),
        session -> {
          if (session.value("network_script").equals("probe")) {
            script.run(session);
          }
        });
  }

  private void ask(AgiPeer.Session session, String... commands) throws IOException {
    for (String command : commands) {
      replies.add(session.ask(command));
    }
  }

  private Caller callAndWait(String dialled) {
    Caller caller = pbx.call(CallPlan.of("0301", dialled).withName("Anna"));
    Awaiting.end(pbx, caller);
    return caller;
  }

  @Test
  void the_environment_is_written_as_asterisk_writes_it() throws IOException {
    try (AgiPeer peer = probe(session -> {})) {
      Caller caller = callAndWait("1");
      assertThat(peer.environments().get(0))
          .matches(
              "agi_network: yes\nagi_network_script: probe\n"
                  + "agi_request: agi://127.0.0.1:\\d+/probe\n"
                  + "agi_channel: PJSIP/trunk-00000000\nagi_language: en\nagi_type: PJSIP\n"
                  + "agi_uniqueid: lab-\\d+.0\nagi_version: 22[.\\d]+\nagi_callerid: 0301\n"
                  + "agi_calleridname: Anna\nagi_callingpres: 0\nagi_callingani2: 0\n"
                  + "agi_callington: 0\nagi_callingtns: 0\nagi_dnid: 1\nagi_rdnis: unknown\n"
                  + "agi_context: from-trunk\nagi_extension: 1\nagi_priority: 2\n"
                  + "agi_enhanced: 0.0\nagi_accountcode: \nagi_threadid: \\d+\n"
                  + "agi_arg_1: a\nagi_arg_2: \nagi_arg_3: c\n");
      assertThat(Awaiting.variable(pbx, caller, "RESULT"))
          .as("closed without a command")
          .isEqualTo("SUCCESS");
    }
  }

  @Test
  void a_line_feed_in_a_number_makes_a_line_of_its_own() throws IOException {
    try (AgiPeer peer = probe(session -> {})) {
      Caller caller = pbx.call(CallPlan.of("12\nagi_arg_1: evil", "1"));
      Awaiting.end(pbx, caller);
      assertThat(peer.environments().get(0)).contains("agi_callerid: 12\nagi_arg_1: evil\n");
    }
  }

  @Test
  void variables_are_set_and_read() throws IOException {
    AgiPeer.Script script =
        session ->
            ask(
                session,
                "SET VARIABLE \"A\" \"x y \\\"q\\\" \\\\z\"",
                "GET VARIABLE A",
                "GET VARIABLE NOPE",
                "get full variable \"${A}-${EXTEN}\"",
                "SET VARIABLE CHANNEL(language) fr",
                "GET VARIABLE CHANNEL(language)",
                "GET VARIABLE CALLERID(num)",
                "GET FULL VARIABLE ${EXTEN} none");
    try (AgiPeer peer = probe(script)) {
      callAndWait("1");
    }
    assertThat(replies)
        .containsExactly(
            "200 result=1",
            "200 result=1 (x y \"q\" \\z)",
            "200 result=0",
            "200 result=1 (x y \"q\" \\z-1)",
            "200 result=1",
            "200 result=1 (fr)",
            "200 result=1 (0301)",
            "200 result=0");
  }

  @Test
  void prompts_are_played() throws IOException {
    AgiPeer.Script script =
        session ->
            ask(
                session,
                "STREAM FILE welcome \"\"",
                "STREAM FILE gone \"\"",
                "SAY DIGITS 82 \"\"",
                "SAY PHONETIC ab \"\"",
                "EXEC Playback welcome",
                "SET MUSIC on jazz",
                "WAIT FOR DIGIT 5");
    try (AgiPeer peer = probe(script)) {
      Caller caller = callAndWait("1");
      assertThat(replies)
          .containsExactly(
              "200 result=0 endpos=40",
              "200 result=-1 endpos=0",
              "200 result=0",
              "200 result=0",
              "200 result=0",
              "200 result=0",
              "200 result=0");
      assertThat(Awaiting.of(pbx, caller, Kind.PROMPT_PLAYED))
          .extracting(Sighting::subject, Sighting::detail)
          .containsExactly(
              Tuple.tuple("STREAM FILE", "welcome"),
              Tuple.tuple("SAY DIGITS", "82"),
              Tuple.tuple("SAY PHONETIC", "ab"),
              Tuple.tuple("Playback", "welcome"));
      assertThat(Awaiting.variable(pbx, caller, "RESULT"))
          .as("a missing file makes the whole script fail")
          .isEqualTo("FAILURE");
    }
  }

  @Test
  void what_is_not_understood_is_refused() throws IOException {
    AgiPeer.Script script =
        session -> {
          ask(session, "FOO BAR", "SET", "", "NOOP", "VERBOSE hi 1", "CHANNEL STATUS");
          ask(session, "CHANNEL STATUS none", "HANGUP none", "EXEC NoSuchApp x");
          replies.add(session.ask("SET PRIORITY nowhere"));
          replies.add(session.line());
          replies.add(session.line());
          ask(session, "NOOP");
        };
    try (AgiPeer peer = probe(script)) {
      callAndWait("1");
    }
    assertThat(replies)
        .containsExactly(
            "510 Invalid or unknown command",
            "510 Invalid or unknown command",
            "510 Invalid or unknown command",
            "200 result=0",
            "200 result=1",
            "200 result=6",
            "200 result=-1",
            "200 result=-1",
            "200 result=-2",
            "520-Invalid command syntax.  Proper usage follows:",
            "SET PRIORITY number or label",
            "520 End of proper usage.",
            "200 result=0");
  }

  @Test
  void a_script_dials_and_asks_how_it_went() throws IOException {
    pbx.phone("8260", PhoneBehaviour.busy());
    pbx.phone("8261", PhoneBehaviour.answers(Duration.ofMillis(5), Duration.ofMillis(5)));
    AgiPeer.Script script =
        session ->
            ask(
                session,
                "EXEC Dial \"PJSIP/8260,5\"",
                "GET VARIABLE DIALSTATUS",
                "EXEC Dial \"PJSIP/8261,5\"",
                "GET VARIABLE DIALSTATUS",
                "NOOP");
    try (AgiPeer peer = probe(script)) {
      callAndWait("1");
    }
    assertThat(replies)
        .containsExactly(
            "200 result=0",
            "200 result=1 (BUSY)",
            "200 result=-1",
            "200 result=1 (ANSWER)",
            "200 result=0");
  }

  @Test
  void a_script_sends_the_call_elsewhere() throws IOException {
    AgiPeer.Script script =
        session -> ask(session, "SET CONTEXT deliver", "SET EXTENSION 8260-17", "SET PRIORITY 1");
    try (AgiPeer peer = probe(script)) {
      Caller caller = callAndWait("1");
      assertThat(Awaiting.variable(pbx, caller, "LANDED")).isEqualTo("8260-17");
    }
  }

  @Test
  void a_caller_who_hangs_up_makes_the_session_dead() throws IOException {
    AgiPeer.Script script =
        session -> {
          ask(session, "NOOP");
          synchronized (replies) {
            replies.notifyAll();
          }
          replies.add(session.line());
          ask(session, "ANSWER", "EXEC Dial \"PJSIP/8260,3\"", "SET VARIABLE x y");
          ask(session, "GET VARIABLE x", "CHANNEL STATUS", "HANGUP");
        };
    try (AgiPeer peer = probe(script)) {
      Caller caller = pbx.call(CallPlan.of("0301", "1"));
      Awaiting.that("the first reply", pbx, () -> !replies.isEmpty());
      caller.hangUp();
      Awaiting.end(pbx, caller);
      assertThat(replies)
          .containsExactly(
              "200 result=0",
              "HANGUP",
              "511 Command Not Permitted on a dead channel or intercept routine",
              "200 result=-1",
              "200 result=1",
              "200 result=1 (y)",
              "511 Command Not Permitted on a dead channel or intercept routine",
              "511 Command Not Permitted on a dead channel or intercept routine");
      assertThat(Awaiting.of(pbx, caller, Kind.VARIABLE_SET))
          .extracting(Sighting::subject, Sighting::detail)
          .contains(Tuple.tuple("AGISTATUS", "HANGUP"));
      assertThat(Awaiting.variable(pbx, caller, "RESULT")).isEmpty();
    }
  }

  @Test
  void a_redirected_channel_moves_when_the_script_lets_go() throws IOException {
    AgiPeer.Script script =
        session -> {
          ask(session, "NOOP");
          replies.add(session.line());
          ask(session, "SET CONTEXT x", "GET VARIABLE LANDED");
        };
    try (AgiPeer peer = probe(script);
        AmiClient ami = AmiClient.loggedIn(pbx.ami(), "off")) {
      Caller caller = pbx.call(CallPlan.of("0301", "1"));
      Awaiting.that("the first reply", pbx, () -> !replies.isEmpty());
      ami.ask(
          "Action: Redirect",
          "Channel: PJSIP/trunk-00000000",
          "Context: deliver",
          "Exten: 8260-17",
          "Priority: 1");
      Awaiting.end(pbx, caller);
      assertThat(replies)
          .containsExactly(
              "200 result=0",
              "HANGUP",
              "511 Command Not Permitted on a dead channel or intercept routine",
              "200 result=0");
      assertThat(Awaiting.variable(pbx, caller, "LANDED")).isEqualTo("8260-17");
    }
  }

  @Test
  void a_script_that_hangs_up_gets_the_reply_first_and_then_the_line() throws IOException {
    AgiPeer.Script script =
        session -> {
          ask(session, "HANGUP");
          replies.add(session.line());
          ask(session, "NOOP");
        };
    try (AgiPeer peer = probe(script)) {
      callAndWait("1");
    }
    assertThat(replies).containsExactly("200 result=1", "HANGUP", "200 result=0");
  }

  @Test
  void without_a_server_the_status_is_failure_and_a_local_script_is_not_found() {
    Caller caller = callAndWait("1");
    assertThat(Awaiting.variable(pbx, caller, "RESULT")).isEqualTo("FAILURE");
    caller = callAndWait("2");
    assertThat(Awaiting.of(pbx, caller, Kind.VARIABLE_SET))
        .extracting(Sighting::subject, Sighting::detail)
        .contains(Tuple.tuple("AGISTATUS", "NOTFOUND"));
  }

  @Test
  void at_the_end_a_script_runs_on_the_dead_channel() throws IOException {
    AgiPeer.Script script =
        session -> ask(session, "GET VARIABLE HANGUPCAUSE", "ANSWER", "SET VARIABLE A b");
    try (AgiPeer peer = new AgiPeer(pbx.agiPort(), script)) {
      Caller caller = callAndWait("3");
      assertThat(peer.environments().get(0)).contains("agi_arg_1: 17\n", "agi_extension: h\n");
      assertThat(replies)
          .containsExactly(
              "200 result=1 (17)",
              "511 Command Not Permitted on a dead channel or intercept routine",
              "200 result=1");
      assertThat(Awaiting.variable(pbx, caller, "A")).isEqualTo("b");
    }
  }

  @Test
  void a_switch_that_closes_cuts_its_scripts() throws IOException {
    AgiPeer.Script script =
        session -> {
          ask(session, "NOOP");
          replies.add(session.line());
        };
    try (AgiPeer peer = probe(script)) {
      pbx.call(CallPlan.of("0301", "1"));
      Awaiting.that("the first reply", pbx, () -> !replies.isEmpty());
      pbx.close();
      Awaiting.that("the end", pbx, () -> replies.contains("EOF"));
    }
    assertThatThrownBy(() -> pbx.call(CallPlan.of("0301", "1")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }
}
