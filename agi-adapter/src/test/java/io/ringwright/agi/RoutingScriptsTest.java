package io.ringwright.agi;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.agi.AsteriskSide.Exchange;
import io.ringwright.agi.AsteriskSide.Question;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall.CalledAs;
import io.ringwright.call.Preference;
import io.ringwright.call.Priority;
import io.ringwright.call.Requirements;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingScriptsTest {

  private static final String CALL = "lab-1700000000.12@lab";

  private final House house = new House();
  private FastAgiServer server;

  @BeforeEach
  void start() throws IOException {
    server = house.server().start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Exchange ask(String script, String... arguments) throws IOException {
    return AsteriskSide.ask(server.port(), script, arguments);
  }

  @Test
  void a_call_to_a_free_extension_rings_it() throws IOException {
    Exchange answer = ask("route", "8260", "e", "", "");

    assertThat(answer.decision()).isEqualTo("ring");
    assertThat(answer.variable("RW_RING_" + answer.variable("RW_TOKEN")))
        .isEqualTo("PJSIP/8260,20,");
  }

  @Test
  void a_group_rings_all_its_free_members_at_once() throws IOException {
    Exchange answer = ask("route", "700", "g", "", "");

    assertThat(answer.variable("RW_RING_" + answer.variable("RW_TOKEN")))
        .isEqualTo("PJSIP/8260&PJSIP/8261,20,");
  }

  @Test
  void a_call_to_an_engaged_group_waits() throws IOException {
    Exchange answer = ask("route", "701", "", "", "2");

    assertThat(answer.variables())
        .containsEntry("RW_DECISION", "wait")
        .containsEntry("RW_CALL", CALL)
        .containsEntry("RW_GROUP", "701")
        .containsEntry("RW_PRIORITY", "2")
        .containsEntry("RW_SINCE", "1700000000123");
  }

  @Test
  void a_call_forwarded_outside_is_diverted() throws IOException {
    assertThat(ask("route", "8263", "", "", "").variables())
        .containsEntry("RW_DECISION", "divert")
        .containsEntry("RW_DIVERT_TO", "+493012345");
  }

  @Test
  void an_unknown_number_is_rejected_with_its_hangup_cause() throws IOException {
    assertThat(ask("route", "9999", "", "", "").variables())
        .containsEntry("RW_DECISION", "reject")
        .containsEntry("RW_REASON", "unknown-number")
        .containsEntry("RW_CAUSE", "1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"8260", "701", "8263", "9999"})
  void every_decision_about_a_new_call_leaves_on_the_channel_what_it_must_remember(String number)
      throws IOException {
    Exchange answer = ask("route", number, "", "", "");

    assertThat(answer.variables())
        .containsEntry("RW_CALL", CALL)
        .containsEntry("RW_GROUP", number)
        .containsEntry("RW_PRIORITY", "5")
        .containsEntry("RW_SINCE", "1700000000123")
        .containsEntry("RW_REPORT", "");
    assertThat(answer.lastVariable()).isEqualTo("RW_DECISION");
  }

  @Test
  void a_caller_for_whom_the_dialplan_names_an_extension_prefers_it() throws IOException {
    ask("route", "700", "", "", "", "", "", "", "8261:300");

    assertThat(house.arrivals.get(0).preferred())
        .contains(new Preference(DirectoryNumber.of("8261"), Duration.ofMinutes(5)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"8261", "8261:0", "8261:86401", "anna:5", "8261:5,8262:5", " "})
  void a_preference_that_cannot_be_read_is_said_on_the_console_and_the_call_goes_on(String wrong)
      throws IOException {
    List<String> arguments = new ArrayList<>(List.of("8260", "", "", "", "", "", ""));
    arguments.addAll(List.of(wrong.split(",")));
    Exchange answer = ask("route", arguments.toArray(String[]::new));

    assertThat(answer.decision()).isEqualTo("ring");
    assertThat(answer.commands())
        .contains(
            "VERBOSE \"Ringwright: RW_PREFER is not valid: expected extension:seconds, such as"
                + " 8261:300\" 1");
    assertThat(house.arrivals.get(0).preferred()).isEmpty();
  }

  @Test
  void a_caller_who_took_over_a_consultation_and_is_sent_on_comes_as_that_call()
      throws IOException {
    Exchange answer = ask("route", "700", "", "", "", "", "", "lab-1.7@" + House.PBX);

    assertThat(house.arrivals.get(0).id()).isEqualTo(CallId.of(House.PBX, "lab-1.7"));
    assertThat(answer.variables()).containsEntry("RW_CALL", "lab-1.7@" + House.PBX);
  }

  @Test
  void a_memory_that_is_no_call_leaves_the_caller_the_call_of_the_channel() throws IOException {
    ask("route", "700", "", "", "", "", "", "no call");

    assertThat(house.arrivals.get(0).id()).isEqualTo(CallId.of(CALL));
  }

  @Test
  void without_ami_the_dialplan_is_asked_to_report_hang_ups() throws IOException {
    try (FastAgiServer alone = house.server().amiReports(() -> false).start()) {
      assertThat(AsteriskSide.ask(alone.port(), "route", "8260").variables())
          .containsEntry("RW_REPORT", "1");
    }
  }

  @Test
  void the_engine_learns_who_calls_from_where() throws IOException {
    ask("route", "8260", "e", "", "3");

    assertThat(house.arrivals).hasSize(1);
    assertThat(house.arrivals.get(0).id()).isEqualTo(CallId.of(CALL));
    assertThat(house.arrivals.get(0).channel())
        .isEqualTo(new Channel(House.PBX, "PJSIP/trunk-0000001f"));
    assertThat(house.arrivals.get(0).caller()).isEqualTo(new CallerId("0301234567", "Ada"));
    assertThat(house.arrivals.get(0).called()).isEqualTo(DirectoryNumber.of("8260"));
    assertThat(house.arrivals.get(0).as()).isEqualTo(CalledAs.EXTENSION);
    assertThat(house.arrivals.get(0).priority()).isEqualTo(Priority.of(3));
  }

  @Test
  void a_caller_number_in_the_arguments_goes_before_that_of_the_channel() throws IOException {
    ask("route", "8260", "", "089111", "");

    assertThat(house.arrivals.get(0).caller().number()).isEqualTo("089111");
  }

  @Test
  void a_caller_of_whom_asterisk_knows_nothing_is_unknown() throws IOException {
    Question nobody =
        new Question("route", "8260").with("callerid", "unknown").with("calleridname", "unknown");

    assertThat(AsteriskSide.ask(server.port(), nobody).decision()).isEqualTo("ring");
    assertThat(house.arrivals.get(0).caller()).isEqualTo(CallerId.unknown());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "82 60",
        "8260&8261",
        "8260,20",
        "8260|8261",
        "${EXTEN}",
        "\"8260\"",
        "٨٢٦٠",
        "+49"
      })
  void what_is_no_number_is_rejected(String dialled) throws IOException {
    assertThat(ask("route", dialled, "", "", "").variables())
        .containsEntry("RW_DECISION", "reject")
        .containsEntry("RW_REASON", "not-a-number")
        .containsEntry("RW_CAUSE", "28");
    assertThat(house.arrivals).isEmpty();
  }

  @Test
  void a_number_of_500_characters_is_rejected() throws IOException {
    assertThat(ask("route", "1".repeat(500)).variable("RW_REASON")).isEqualTo("not-a-number");
  }

  @ParameterizedTest
  @CsvSource({
    "x,'',''",
    "e,0,''",
    "e,1001,''",
    "e,-1,''",
    "e,high,''",
    "e,99999999999,''",
    "e,5,french",
    "e,5,french:x"
  })
  void a_wrong_line_in_the_dialplan_is_rejected_and_explained_on_the_console(
      String flag, String priority, String skills) throws IOException {
    Exchange answer = ask("route", "8260", flag, "", priority, skills);

    assertThat(answer.variable("RW_REASON")).isEqualTo("wrong-dialplan");
    assertThat(answer.commands().get(0)).startsWith("VERBOSE \"Ringwright: ").contains("expected");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\r", "a\nagi_arg_4: 1", "a\nnonsense", "a\nagi_callerid: 1", "a\u0000b", "a\tb"})
  void a_name_that_forges_the_head_of_a_request_is_rejected(String name) throws IOException {
    Question forged = new Question("route", "8260", "", "").with("calleridname", name);

    assertThat(AsteriskSide.ask(server.port(), forged).decision()).isEqualTo("reject");
    assertThat(house.arrivals).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a&b,c|d${EXTEN}\"'`;#", "\\\\\"", "Zoë 😀"})
  void odd_characters_in_a_name_change_nothing(String name) throws IOException {
    Question odd = new Question("route", "8260", "", "").with("calleridname", name);
    Exchange answer = AsteriskSide.ask(server.port(), odd);

    assertThat(answer.decision()).isEqualTo("ring");
    assertThat(answer.commands()).noneMatch(command -> command.contains(name));
    assertThat(house.arrivals.get(0).caller().name()).isEqualTo(name);
  }

  @Test
  void a_name_keeps_only_what_can_be_shown() throws IOException {
    Question odd = new Question("route", "8260", "", "").with("calleridname", "A\u0085d\u200ba");

    assertThat(AsteriskSide.ask(server.port(), odd).decision()).isEqualTo("ring");
    assertThat(house.arrivals.get(0).caller().name()).isEqualTo("Ada");
  }

  @Test
  void after_no_reply_the_caller_goes_on_as_the_engine_says() throws IOException {
    String token = ask("route", "8260", "", "", "").variable("RW_TOKEN");
    Exchange answer = ask("ring-ended", CALL, token, "NOANSWER", "8260", "5", "1700000000123");

    assertThat(answer.variables())
        .containsEntry("RW_DECISION", "wait")
        .containsEntry("RW_GROUP", "8260")
        .containsEntry("RW_SINCE", "1700000000123");
    assertThat(answer.lastVariable()).isEqualTo("RW_DECISION");
  }

  @Test
  void a_caller_whose_turn_has_come_lands_and_rings() throws IOException {
    ask("route", "701", "", "", "");
    house.report("8264", DeviceState.NOT_IN_USE, Set.of());
    String token = house.deliveries.get(0).token().toString();

    Exchange answer = ask("landed", CALL, token, "701", "5", "1700000000123");

    assertThat(answer.decision()).isEqualTo("ring");
    assertThat(answer.variable("RW_RING_" + token)).isEqualTo("PJSIP/8264,20,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4711", "", "no token", "-1"})
  void a_token_that_does_not_count_sends_the_caller_back_to_wait(String token) throws IOException {
    ask("route", "701", "", "", "");

    assertThat(ask("landed", CALL, token, "701", "5", "1700000000123").decision())
        .isEqualTo("wait");
    assertThat(house.router.waitingCalls()).hasSize(1);
  }

  @Test
  void a_sign_of_life_of_a_waiting_caller_is_answered_in_one_word() throws IOException {
    ask("route", "701", "", "", "");

    assertThat(ask("alive", CALL, "701", "5", "1700000000123").variables())
        .containsOnlyKeys("RW_DECISION")
        .containsEntry("RW_DECISION", "wait");
  }

  @Test
  void while_the_first_snapshot_is_awaited_the_caller_is_told_when_to_give_the_next_sign_of_life()
      throws IOException {
    house.router.pbxDisconnected(House.PBX);
    house.router.pbxExpected(House.PBX);

    assertThat(ask("route", "8260", "", "", "").variables())
        .containsEntry("RW_ALIVE", "5")
        .containsEntry("RW_DECISION", "wait");
    assertThat(ask("alive", CALL, "8260", "5", "1700000000123").variables())
        .containsEntry("RW_ALIVE", "5")
        .containsEntry("RW_DECISION", "wait");
  }

  @Test
  void a_caller_who_asks_again_soon_enough_anyway_is_not_told_when() throws IOException {
    house.router.pbxDisconnected(House.PBX);
    house.router.pbxExpected(House.PBX);
    Dialplan often = Dialplan.builder().keepAliveEvery(Duration.ofSeconds(2)).build();

    try (FastAgiServer server = house.server().dialplan(often).start()) {
      assertThat(AsteriskSide.ask(server.port(), "route", "8260").variables())
          .doesNotContainKey("RW_ALIVE")
          .containsEntry("RW_DECISION", "wait");
    }
  }

  @Test
  void a_sign_of_life_tells_the_channel_what_has_changed_while_the_caller_waited()
      throws IOException {
    ask("route", "701", "", "", "");
    house.router.changePriority(CallId.of(CALL), Priority.of(2));

    assertThat(ask("alive", CALL, "701", "5", "1700000000123").variables())
        .containsEntry("RW_GROUP", "701")
        .containsEntry("RW_PRIORITY", "2")
        .containsEntry("RW_SINCE", "1700000000123")
        .containsEntry("RW_DECISION", "wait");
    assertThat(ask("alive", CALL, "701", "2", "1700000000123").variables())
        .containsOnlyKeys("RW_DECISION");
  }

  @Test
  void a_key_leads_where_the_directory_says_and_another_one_nowhere() throws IOException {
    ask("route", "701", "", "", "");

    assertThat(ask("key", CALL, "9", "", "701", "5", "1700000000123").variables())
        .containsOnlyKeys("RW_DECISION")
        .containsEntry("RW_DECISION", "wait");
    Exchange answer = ask("key", CALL, "1", "", "701", "5", "1700000000123");
    assertThat(answer.variable("RW_RING_" + answer.variable("RW_TOKEN")))
        .isEqualTo("PJSIP/8260,20,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "1A", "123456789012345678901", "&"})
  void what_is_no_key_is_a_sign_of_life(String key) throws IOException {
    ask("key", CALL, key, "", "701", "3", "1699999990000");

    assertThat(house.router.waitingCalls()).hasSize(1);
  }

  @Test
  void skills_travel_with_the_call() throws IOException {
    String skills = "french:3;60=french:1;120=";

    assertThat(ask("route", "701", "", "", "", skills).variables())
        .containsEntry("RW_SKILLS", skills);
    assertThat(house.arrivals.get(0).requirements().text()).isEqualTo(skills);
  }

  @Test
  void a_caller_whom_the_engine_forgot_asks_for_the_same_skills_again() throws IOException {
    ask("alive", CALL, "701", "3", "1699999990000", "french:2");

    assertThat(house.router.waitingCalls().get(0).requirements().text()).isEqualTo("french:2");
  }

  @Test
  void with_skills_that_nobody_can_read_a_caller_stays_in_the_queue() throws IOException {
    ask("alive", CALL, "701", "3", "1699999990000", "french:x");

    assertThat(house.router.waitingCalls().get(0).requirements()).isEqualTo(Requirements.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "lab-1700000000.9@pbx2, lab-1700000000.9@pbx2",
    "lab-1700000000.9, lab-1700000000.9@lab",
    "'', ''",
    "'no call', ''"
  })
  void a_caller_may_name_an_earlier_call(String named, String earlier) throws IOException {
    ask("route", "701", "", "", "", "", named);

    assertThat(house.arrivals.get(0).returning().map(CallId::value).orElse("")).isEqualTo(earlier);
  }

  @Test
  void a_sign_of_life_of_a_caller_whom_the_engine_forgot_gives_the_old_place_back()
      throws IOException {
    ask("alive", CALL, "701", "3", "1699999990000");

    assertThat(house.router.waitingCalls()).hasSize(1);
    assertThat(house.router.waitingCalls().get(0).place().priority()).isEqualTo(Priority.of(3));
    assertThat(house.router.waitingCalls().get(0).place().since().toEpochMilli())
        .isEqualTo(1_699_999_990_000L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ring-ended", "landed", "alive", "key"})
  void a_channel_that_remembers_nothing_is_rejected(String script) throws IOException {
    assertThat(ask(script).variables())
        .containsEntry("RW_DECISION", "reject")
        .containsEntry("RW_REASON", "unknown-call");
  }

  @Test
  void a_caller_who_hung_up_while_waiting_is_out_of_the_queue() throws IOException {
    ask("route", "701", "", "", "");

    Exchange answer = ask("ended", CALL, "", "", "701", "5", "1700000000123");

    assertThat(answer.commands()).isEmpty();
    assertThat(house.router.waitingCalls()).isEmpty();
    assertThat(house.ends).containsExactly(CALL + " ABANDONED");
  }

  @Test
  void the_end_of_a_talk_is_told_from_a_caller_who_gave_up() throws IOException {
    String token = ask("route", "8260", "", "", "").variable("RW_TOKEN");

    ask("ended", CALL, token, "ANSWER", "8260", "5", "1700000000123");

    assertThat(house.ends).containsExactly(CALL + " ANSWERED");
  }

  @Test
  void a_script_that_is_not_here_leaves_the_decision_to_the_fallback() throws IOException {
    Exchange answer = ask("rute", "8260");

    assertThat(answer.variables()).isEmpty();
    assertThat(answer.commands()).singleElement().asString().contains("no such script here: rute");
  }

  @Test
  void prompts_are_set_before_the_decision_and_only_those_asked_for() throws IOException {
    Prompts prompts = Prompts.none().answered().language("fr").welcome("custom/hello");
    try (FastAgiServer polite = house.server().prompts(prompts.sayingTheExtension()).start()) {
      Exchange answer = AsteriskSide.ask(polite.port(), "route", "8260");

      assertThat(answer.variables())
          .containsEntry("RW_ANSWER", "yes")
          .containsEntry("RW_LANGUAGE", "fr")
          .containsEntry("RW_WELCOME", "custom/hello")
          .containsEntry("RW_SAY", "8260")
          .doesNotContainKey("RW_OPERATOR");
      assertThat(answer.lastVariable()).isEqualTo("RW_DECISION");
    }
  }

  @Test
  void an_answer_leaves_in_one_piece_without_waiting_for_replies() throws IOException {
    try (AsteriskSide mute = new AsteriskSide(server.port())) {
      mute.send(new Question("route", "8260").head());

      assertThat(mute.serve(command -> "").decision()).isEqualTo("ring");
    }
  }

  @ParameterizedTest
  @CsvSource({"privacy-incorrect,''", "custom/no-call-back,custom/no-call-back"})
  void who_cannot_be_called_back_is_told_by_a_sound_and_waits_on(String heard, String named)
      throws IOException {
    Prompts prompts = named.isEmpty() ? Prompts.none() : Prompts.none().callBackRefused(named);
    try (FastAgiServer telling = house.server().prompts(prompts).start()) {
      AsteriskSide.ask(telling.port(), "route", "701");

      Exchange answer =
          AsteriskSide.ask(telling.port(), "key", CALL, "#", "", "701", "5", "1700000000123");

      assertThat(answer.variables())
          .containsEntry("RW_NOTICE", heard)
          .containsEntry("RW_DECISION", "wait");
      assertThat(answer.lastVariable()).isEqualTo("RW_DECISION");
    }
  }
}
