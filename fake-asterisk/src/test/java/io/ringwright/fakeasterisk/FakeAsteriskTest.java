package io.ringwright.fakeasterisk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.fakeasterisk.PbxUnderTest.CallPlan;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.Sighting.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The project's own dialplan, with a scripted engine instead of the real one. */
class FakeAsteriskTest {

  private static final Path DIALPLAN =
      Path.of("../agi-adapter/src/main/resources/io/ringwright/agi/ringwright.conf");
  private static final Duration SOON = Duration.ofMillis(30);

  private FakeAsterisk pbx;

  @BeforeEach
  void start() throws IOException {
    pbx =
        FakeAsterisk.builder()
            .phones("8260", "8261", "8262")
            .dialplan(Files.readString(DIALPLAN))
            .placeholder("ALIVE", "0.05")
            .placeholder("PATIENCE", "1")
            .start();
  }

  @AfterEach
  void stop() {
    pbx.close();
  }

  private AgiPeer engine(AgiPeer.Script script) throws IOException {
    return new AgiPeer(pbx.agiPort(), script);
  }

  private static void ring(AgiPeer.Session session, String arguments) throws IOException {
    session.set("RW_CALL", session.value("uniqueid"));
    session.set("RW_TOKEN", "17");
    session.set("RW_RING_17", arguments);
    session.set("RW_DECISION", "ring");
  }

  private static void park(AgiPeer.Session session) throws IOException {
    session.set("RW_CALL", session.value("uniqueid"));
    session.set("RW_GROUP", "700");
    session.set("RW_SINCE", "1767603600000");
    session.set("RW_DECISION", "wait");
  }

  @Test
  void a_decision_to_ring_rings_the_phone_and_the_two_talk() throws IOException {
    pbx.phone("8260", PhoneBehaviour.answers(SOON, SOON));
    try (AgiPeer engine = engine(session -> ring(session, "PJSIP/8260,20,"))) {
      Caller caller = pbx.call(CallPlan.of("0301", "700").withPriority(2));
      Awaiting.end(pbx, caller);
      assertThat(pbx.sightings().stream().map(Sighting::kind))
          .containsSubsequence(
              Kind.CALLER_ARRIVED,
              Kind.PHONE_RINGS,
              Kind.PHONE_ANSWERS,
              Kind.PHONE_ENDS,
              Kind.CALLER_ENDED);
      assertThat(Awaiting.variable(pbx, caller, "DIALSTATUS")).isEqualTo("ANSWER");
      assertThat(Awaiting.subjects(pbx, caller, Kind.CALLER_ENDED)).containsExactly("16");
      assertThat(engine.environments()).hasSize(2);
      assertThat(engine.environments().get(1)).contains("agi_network_script: ended\n");
      assertThat(engine.environments().get(0))
          .startsWith("agi_network: yes\nagi_network_script: route\n")
          .contains("agi_callerid: 0301\n", "agi_dnid: 700\n", "agi_context: ringwright-route\n")
          .contains("agi_arg_1: 1\nagi_arg_2: 700\nagi_arg_3: \nagi_arg_4: \nagi_arg_5: 2\n");
    }
  }

  @Test
  void a_phone_that_does_not_answer_is_reported_and_the_next_decision_followed()
      throws IOException {
    pbx.phone("8260", PhoneBehaviour.busy());
    pbx.phone("8261", PhoneBehaviour.answers(SOON, SOON));
    AgiPeer.Script script =
        session ->
            ring(
                session,
                session.value("network_script").equals("route")
                    ? "PJSIP/8260,20,"
                    : "PJSIP/8261,20,");
    try (AgiPeer engine = engine(script)) {
      Caller caller = pbx.call(CallPlan.of("0301", "700"));
      Awaiting.end(pbx, caller);
      assertThat(engine.environments().get(1))
          .contains("agi_network_script: ring-ended\n")
          .contains(
              "agi_arg_1: 2\nagi_arg_2: " + caller.id() + "\nagi_arg_3: 17\nagi_arg_4: BUSY\n");
      assertThat(Awaiting.subjects(pbx, caller, Kind.PHONE_ANSWERS)).containsExactly("8261");
    }
  }

  @Test
  void a_waiting_caller_is_redirected_and_lands_with_the_token() throws IOException {
    pbx.phone("8260", PhoneBehaviour.answers(SOON, SOON));
    AgiPeer.Script script =
        session -> {
          switch (session.value("network_script")) {
            case "route" -> park(session);
            case "landed" -> session.set("RW_DECISION", "ring");
            default -> session.set("RW_DECISION", "wait");
          }
        };
    try (AgiPeer engine = engine(script);
        AmiClient ami = AmiClient.loggedIn(pbx.ami(), "call")) {
      Caller caller = pbx.call(CallPlan.of("0301", "700"));
      Awaiting.seen(pbx, caller, Kind.CONTEXT_ENTERED, "ringwright-wait");
      Awaiting.that("a sign of life", pbx, () -> engine.environments().size() >= 2);
      String channel = ami.message("MusicOnHoldStart").split("Channel: ")[1].split("\r\n")[0];
      ami.send(
          "Action: Setvar",
          "ActionID: 1",
          "Channel: " + channel,
          "Variable: RW_RING_17",
          "Value: PJSIP/8260,20,");
      ami.send(
          "Action: Redirect",
          "ActionID: 2",
          "Channel: " + channel,
          "Context: ringwright-wait",
          "Exten: moved-17",
          "Priority: 1");
      assertThat(ami.message("ActionID: 1")).contains("Message: Variable Set");
      assertThat(ami.message("ActionID: 2")).contains("Message: Redirect successful");
      assertThat(ami.message("Event: DialBegin")).contains("DestChannel: PJSIP/8260-");
      Awaiting.end(pbx, caller);
      assertThat(engine.environments().stream().filter(block -> block.contains("landed")))
          .singleElement()
          .asString()
          .contains("agi_arg_2: " + caller.id() + "\nagi_arg_3: 17\n");
      assertThat(Awaiting.subjects(pbx, caller, Kind.PHONE_ANSWERS)).containsExactly("8260");
    }
  }

  @Test
  void without_an_engine_the_fallback_is_taken() {
    Caller caller = pbx.call(CallPlan.of("0301", "700"));
    Awaiting.end(pbx, caller);
    assertThat(Awaiting.subjects(pbx, caller, Kind.CONTEXT_ENTERED))
        .endsWith("ringwright-fallback");
    assertThat(Awaiting.subjects(pbx, caller, Kind.CALLER_ENDED)).containsExactly("38");
  }

  @Test
  void an_engine_that_dies_while_a_caller_waits_ends_in_the_fallback_when_the_patience_is_over()
      throws IOException {
    AgiPeer engine = engine(FakeAsteriskTest::park);
    Caller caller = pbx.call(CallPlan.of("0301", "700"));
    Awaiting.seen(pbx, caller, Kind.CONTEXT_ENTERED, "ringwright-wait");
    engine.close();
    Awaiting.end(pbx, caller);
    assertThat(Awaiting.subjects(pbx, caller, Kind.VARIABLE_SET)).contains("RW_SPENT");
    assertThat(Awaiting.subjects(pbx, caller, Kind.CONTEXT_ENTERED))
        .endsWith("ringwright-fallback");
  }

  @Test
  void what_is_no_number_is_refused_without_asking_the_engine() throws IOException {
    try (AgiPeer engine = engine(session -> ring(session, "PJSIP/8260,20,"))) {
      for (String dialled : new String[] {"1&2", "1,2", "8260-1", "${EXTEN}", "a\nb", "\"1\""}) {
        Caller caller = pbx.call(CallPlan.of("0301", dialled));
        Awaiting.end(pbx, caller);
        assertThat(Awaiting.subjects(pbx, caller, Kind.CALLER_ENDED)).containsExactly("28");
        assertThat(Awaiting.variable(pbx, caller, "RW_REASON")).isEqualTo("not-a-number");
      }
      assertThat(engine.environments()).isEmpty();
    }
  }

  @Test
  void a_caller_without_patience_hangs_up_and_the_phone_stops() throws IOException {
    try (AgiPeer engine = engine(session -> ring(session, "PJSIP/8260,20,"))) {
      Caller caller = pbx.call(CallPlan.of("0301", "700").withPatience(Duration.ofMillis(100)));
      Awaiting.end(pbx, caller);
      assertThat(Awaiting.of(pbx, caller, Kind.PHONE_STOPS))
          .extracting(Sighting::subject, Sighting::detail)
          .containsExactly(org.assertj.core.groups.Tuple.tuple("8260", "CANCEL"));
      assertThat(engine.environments()).hasSize(2);
    }
  }
}
