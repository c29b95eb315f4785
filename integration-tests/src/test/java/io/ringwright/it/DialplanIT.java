package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.fakeasterisk.PbxUnderTest.CallPlan;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import io.ringwright.fakeasterisk.Sighting;
import io.ringwright.fakeasterisk.Sighting.Kind;
import io.ringwright.it.TroubledAddress.Trouble;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a real Asterisk makes of Ringwright's dialplan, with a scripted engine at the other end. */
@OnRealAsterisk
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DialplanIT {

  private static final Duration AT_ONCE = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private RealAsterisk pbx;

  private Watch watch;

  @BeforeAll
  void boot() {
    pbx =
        RealAsterisk.boot(
            AsteriskInstallation.findOrOther(AsteriskRelease.chosen()),
            dialplan -> dialplan.patience(PATIENCE));
  }

  @AfterAll
  void end() {
    pbx.close();
  }

  @BeforeEach
  void lookFromNowOn() {
    watch = new Watch(pbx);
  }

  @Test
  void asterisk_loads_it_without_a_complaint() throws Exception {
    assertThat(Files.readAllLines(pbx.work().resolve("log/messages"), StandardCharsets.ISO_8859_1))
        .noneMatch(line -> line.contains("ringwright.conf"));
    for (String context : List.of("route", "wait", "reject", "fallback")) {
      assertThat(pbx.console("dialplan show ringwright-" + context)).contains("ringwright.conf");
    }
    // Asterisk names the file of extensions alone, and this context has none of its own.
    assertThat(pbx.console("dialplan show ringwright-deliver")).contains("'ringwright-wait'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "030",
        "030\r\nagi_arg_1: 8261",
        "030\nagi_arg_1: 8261",
        "030\r",
        "030\r\n\r\nagi_arg_1: 8261\r\n\r\n",
        "030\u001b[2J",
        "03(0):0:1"
      })
  void no_number_of_a_caller_forges_a_line_of_the_question(String number) throws Exception {
    try (ScriptedEngine engine = ScriptedEngine.listen(pbx.agiPort())) {
      engine.answer("route", Map.of("RW_REASON", "test", "RW_CAUSE", "21"), "reject");
      Caller caller = pbx.call(CallPlan.of(number, "8260"));
      watch.awaitEnd(caller);
      assertThat(engine.questions("route")).hasSize(1);
      List<String> head = engine.questions().get(0);
      assertThat(head).allMatch(line -> line.matches("agi_[a-z0-9_]+: [\\x20-\\x7e]*"));
      assertThat(head).filteredOn(line -> line.startsWith("agi_arg_1:")).hasSize(1);
      assertThat(head).contains("agi_arg_1: 1", "agi_arg_2: 8260", "agi_arg_5: 5");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1):0:1", "8260,1", "8260&8261", "\"", "${EXTEN}", "+498260", "ring"})
  void a_number_that_is_none_is_refused_without_a_question(String dialled) throws Exception {
    try (ScriptedEngine engine = ScriptedEngine.listen(pbx.agiPort())) {
      Caller caller = pbx.call(CallPlan.of("030", dialled));
      watch.awaitEnd(caller);
      assertThat(engine.questions()).isEmpty();
      assertThat(watch.variable(caller, "RW_REASON")).isEqualTo("not-a-number");
      assertThat(ended(caller)).isEqualTo("28");
    }
  }

  @Test
  void a_caller_who_has_no_number_reaches_the_phone_without_one() throws Exception {
    pbx.phone("8270", PhoneBehaviour.answers(AT_ONCE, AT_ONCE));
    try (ScriptedEngine engine = ScriptedEngine.listen(pbx.agiPort())) {
      engine.answer("route", Map.of("RW_TOKEN", "7", "RW_RING_7", "PJSIP/8270,10,"), "ring");
      Caller caller = pbx.call(CallPlan.of("", "8270"));
      watch.awaitAnswer(caller, "8270");
      watch.awaitEnd(caller);
    }
    assertThat(pbx.phoneSaw("8270").get(0).message().header("From").orElse(""))
        .startsWith("\"Anonymous\" <sip:anonymous@anonymous.invalid>");
  }

  @Test
  void without_an_engine_a_call_takes_the_fallback_when_the_patience_is_over() {
    Caller caller = pbx.call(CallPlan.of("030", "8260"));
    watch.awaitContext(caller, Scenarios.FALLBACK);
    watch.awaitEnd(caller);
    assertThat(ended(caller)).isEqualTo("38");
    assertThat(spent(caller)).contains("0").anyMatch(seconds -> Integer.parseInt(seconds) >= 3);
  }

  @Test
  void an_engine_that_says_nothing_does_not_hold_the_caller_for_ever() throws Exception {
    try (TroubledAddress address = TroubledAddress.between(pbx.agiPort(), pbx.agiPort())) {
      address.has("route", Trouble.SILENT);
      address.has("fell-back", Trouble.EMPTY);
      Caller caller = pbx.call(CallPlan.of("030", "8260"));
      watch.awaitContext(caller, Scenarios.FALLBACK);
      watch.awaitEnd(caller);
      assertThat(ended(caller)).isEqualTo("38");
      assertThat(address.asked("route")).isEqualTo(1);
      assertThat(address.asked("fell-back")).isEqualTo(1);
    }
  }

  @Test
  void an_engine_that_comes_while_it_is_asked_again_knows_the_question_by_its_number()
      throws Exception {
    Caller caller = pbx.call(CallPlan.of("030", "8260"));
    watch.awaitThat(
        "asked in vain",
        () -> spent(caller).stream().anyMatch(seconds -> Integer.parseInt(seconds) >= 1));
    try (ScriptedEngine engine = ScriptedEngine.listen(pbx.agiPort())) {
      engine.answer("route", Map.of("RW_REASON", "test", "RW_CAUSE", "21"), "reject");
      watch.awaitEnd(caller);
      assertThat(ended(caller)).isEqualTo("21");
      assertThat(engine.questions().get(0)).contains("agi_arg_1: 1", "agi_arg_2: 8260");
    }
  }

  /** For how many seconds questions had been asked, each time that it was counted. */
  private List<String> spent(Caller caller) {
    return watch.of(caller, Kind.VARIABLE_SET).stream()
        .filter(seen -> seen.subject().equals("RW_SPENT"))
        .map(Sighting::detail)
        .toList();
  }

  @Test
  void a_caller_whose_engine_is_gone_waits_for_it_and_then_takes_the_fallback() throws Exception {
    Caller caller;
    try (ScriptedEngine engine = ScriptedEngine.listen(pbx.agiPort())) {
      engine.answer("route", Map.of("RW_CALL", "x", "RW_GROUP", "700", "RW_SINCE", "1"), "wait");
      engine.answer("alive", Map.of(), "wait");
      caller = pbx.call(CallPlan.of("030", "700"));
      watch.awaitThat("two signs of life", () -> engine.questions().size() >= 3);
    }
    watch.awaitContext(caller, Scenarios.FALLBACK);
    watch.awaitEnd(caller);
    assertThat(spent(caller)).anyMatch(seconds -> Integer.parseInt(seconds) >= 3);
  }

  @Test
  void a_key_is_asked_about_and_the_answer_is_followed() throws Exception {
    try (ScriptedEngine engine = ScriptedEngine.listen(pbx.agiPort())) {
      engine.answer("route", Map.of("RW_CALL", "c", "RW_GROUP", "700", "RW_SINCE", "1"), "wait");
      engine.answer("alive", Map.of(), "wait");
      engine.answer("key", Map.of("RW_REASON", "test", "RW_CAUSE", "21"), "reject");
      Caller caller = pbx.call(CallPlan.of("030", "700").withSkills("french:2"));
      watch.awaitContext(caller, Scenarios.WAIT);
      pressUntilSeen(caller, '#');
      watch.awaitContext(caller, Scenarios.REJECT);
      watch.awaitEnd(caller);
      assertThat(engine.questions("key").get(0))
          .contains(
              "agi_arg_2: c",
              "agi_arg_3: #",
              "agi_arg_4: ",
              "agi_arg_5: 700",
              "agi_arg_6: 5",
              "agi_arg_7: 1",
              "agi_arg_8: french:2");
    }
  }

  @Test
  void a_key_that_nobody_answers_is_asked_about_again_with_the_same_number() throws Exception {
    try (ScriptedEngine engine = ScriptedEngine.listen(pbx.agiPort())) {
      engine.answer("route", Map.of("RW_CALL", "c", "RW_GROUP", "700", "RW_SINCE", "1"), "wait");
      engine.answer("alive", Map.of(), "wait");
      Caller caller = pbx.call(CallPlan.of("030", "700"));
      watch.awaitContext(caller, Scenarios.WAIT);
      pressUntilSeen(caller, '1');
      watch.awaitThat("asked again", () -> engine.questions("key").size() >= 2);
      engine.answer("key", Map.of(), "wait");
      int before = engine.questions("alive").size();
      watch.awaitThat("signs of life", () -> engine.questions("alive").size() >= before + 2);
      assertThat(engine.questions("key").stream().map(DialplanIT::number).distinct()).hasSize(1);
      assertThat(watch.of(caller, Kind.CALLER_ENDED)).isEmpty();
      caller.hangUp();
      watch.awaitEnd(caller);
    }
  }

  @Test
  void skills_travel_as_they_are_and_a_claim_without_what_no_call_is_named_by() throws Exception {
    try (ScriptedEngine engine = ScriptedEngine.listen(pbx.agiPort())) {
      engine.answer("route", Map.of("RW_REASON", "test", "RW_CAUSE", "21"), "reject");
      Caller caller =
          pbx.call(
              CallPlan.of("030", "700")
                  .withSkills("french:3+sales:1;60=french:1;120=")
                  .returningFrom("lab-1700000000.12,a\" b_c"));
      watch.awaitEnd(caller);
      assertThat(engine.questions().get(0))
          .contains(
              "agi_arg_6: french:3+sales:1;60=french:1;120=", "agi_arg_7: lab-1700000000.12ab_c");
    }
  }

  /** A key that falls into the moment of a sign of life is lost. */
  private void pressUntilSeen(Caller caller, char key) {
    String extension = String.valueOf(key);
    for (int tries = 0; tries < 10; tries++) {
      caller.press(key);
      boolean seen =
          watch.sees(
              Duration.ofSeconds(1),
              each ->
                  each.caller().equals(caller.id())
                      && each.kind() == Kind.CONTEXT_ENTERED
                      && each.detail().equals(extension));
      if (seen) {
        return;
      }
    }
    throw new AssertionError("key " + key + " led nowhere; seen:\n" + watch.transcript());
  }

  private static String number(List<String> question) {
    return question.stream().filter(line -> line.startsWith("agi_arg_1: ")).findFirst().orElse("");
  }

  /** What Dial calls the end of ringing, and after how long a ring of 1 s it says so. */
  enum Unanswered {
    BUSY(PhoneBehaviour.busy()),
    REJECTED(PhoneBehaviour.declines()),
    NOANSWER(PhoneBehaviour.nobodyThere()),
    CANNOT_BE_REACHED(PhoneBehaviour.nobodyThere()),
    NO_SIGN_OF_LIFE(PhoneBehaviour.vanished());

    private final PhoneBehaviour phone;

    Unanswered(PhoneBehaviour phone) {
      this.phone = phone;
    }

    String dialStatus() {
      return switch (this) {
        case CANNOT_BE_REACHED -> "CHANUNAVAIL";
        case NO_SIGN_OF_LIFE -> "NOANSWER";
        default -> name();
      };
    }
  }

  @ParameterizedTest
  @EnumSource(Unanswered.class)
  void a_phone_that_does_not_answer_is_reported_and_the_caller_goes_where_the_engine_says(
      Unanswered how) throws Exception {
    pbx.phone("8271", how.phone);
    pbx.reachable("8271", how != Unanswered.CANNOT_BE_REACHED);
    pbx.phone("8272", PhoneBehaviour.answers(AT_ONCE, AT_ONCE));
    try (ScriptedEngine engine = ScriptedEngine.listen(pbx.agiPort())) {
      engine.answer(
          "route", Map.of("RW_CALL", "c", "RW_TOKEN", "7", "RW_RING_7", "PJSIP/8271,1,"), "ring");
      engine.answer("ring-ended", Map.of("RW_TOKEN", "8", "RW_RING_8", "PJSIP/8272,10,"), "ring");
      Caller caller = pbx.call(CallPlan.of("030", "8271"));
      watch.awaitAnswer(caller, "8272");
      watch.awaitEnd(caller);
      assertThat(engine.questions().get(1))
          .contains("agi_arg_2: c", "agi_arg_3: 7", "agi_arg_4: " + how.dialStatus());
    }
  }

  private String ended(Caller caller) {
    return watch.of(caller, Kind.CALLER_ENDED).get(0).subject();
  }
}
