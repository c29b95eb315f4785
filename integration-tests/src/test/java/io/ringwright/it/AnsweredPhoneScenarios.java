package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.fakeasterisk.PbxUnderTest;
import io.ringwright.fakeasterisk.PbxUnderTest.CallPlan;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import io.ringwright.fakeasterisk.Sighting;
import io.ringwright.fakeasterisk.Sighting.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What the dialplan makes of what the engine wants a phone to be told that was answered, with a
 * scripted engine at the other end. Written once, run on the real Asterisk and on the fake one.
 */
abstract class AnsweredPhoneScenarios extends WatchedSwitch<PbxUnderTest> {

  private static final Duration AT_ONCE = Duration.ofMillis(100);
  private static final Duration LONG_TALK = Duration.ofSeconds(50);
  private static final Duration SHORT_TALK = Duration.ofSeconds(2);
  private static final String OURS = "ringwright-answered";
  private static final String WORDS =
      "&n&queue-reporthold&queue-seconds&queue-minute&queue-minutes";

  private Caller rings(ScriptedEngine engine, String subroutine, Map<String, String> said) {
    Map<String, String> variables = new LinkedHashMap<>(said);
    variables.put("RW_TOKEN", "1");
    variables.put("RW_RING_1", "PJSIP/8260,20,U(" + subroutine + "^${EPOCH})");
    engine.answer("route", variables, "ring");
    engine.answer("ring-ended", Map.of("RW_REASON", "no", "RW_CAUSE", "17"), "reject");
    return pbx().call(CallPlan.of("030", "700"));
  }

  private List<String> told(Caller caller) {
    return watch().of(caller, Kind.PHONE_IS_TOLD).stream()
        .map(Sighting::detail)
        .map(detail -> detail.replaceAll(",.*", ""))
        .toList();
  }

  /** What a phone is told of a wait of so many seconds, until the talk begins. */
  private List<String> toldOf(int seconds) throws IOException {
    try (ScriptedEngine engine = ScriptedEngine.listen(pbx().agiPort())) {
      pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, SHORT_TALK));
      Caller caller = rings(engine, OURS, Map.of("__RW_WAITED", seconds + WORDS));
      watch().awaitEnd(caller);
      assertThat(engine.questions("ring-ended")).isEmpty();
      return told(caller);
    }
  }

  @Test
  void less_than_five_seconds_are_not_worth_a_word() throws IOException {
    assertThat(toldOf(2)).isEmpty();
  }

  @Test
  void below_a_minute_the_wait_is_told_in_steps_of_ten_seconds() throws IOException {
    assertThat(toldOf(7)).containsExactly("queue-reporthold", "10", "queue-seconds");
    assertThat(toldOf(47)).containsExactly("queue-reporthold", "50", "queue-seconds");
  }

  @Test
  void from_a_minute_on_the_wait_is_told_in_minutes() throws IOException {
    assertThat(toldOf(60)).containsExactly("queue-reporthold", "1", "queue-minute");
    assertThat(toldOf(95)).containsExactly("queue-reporthold", "2", "queue-minutes");
    assertThat(toldOf(555)).containsExactly("queue-reporthold", "9", "queue-minutes");
  }

  @Test
  void a_phone_that_hangs_up_while_it_is_told_something_leaves_the_caller_here()
      throws IOException {
    try (ScriptedEngine engine = ScriptedEngine.listen(pbx().agiPort())) {
      Map<String, String> said =
          Map.of("__GOSUB_RESULT", "BUSY", "__RW_TOLD", "queue-periodic-announce");
      Caller caller = hungUpMeanwhile(engine, OURS, said);
      watch().awaitThat("a question", () -> !engine.questions("ring-ended").isEmpty());
      assertThat(engine.questions("ring-ended").get(0)).contains("agi_arg_4: NOTACCEPTED");
      watch().awaitEnd(caller);
    }
  }

  /** The protection is off: Dial takes the phone for one that talked, and hangs up the caller. */
  @Test
  void without_our_subroutine_the_caller_is_lost_in_the_same_moment() throws IOException {
    try (ScriptedEngine engine = ScriptedEngine.listen(pbx().agiPort())) {
      Caller caller = hungUpMeanwhile(engine, "unprotected", Map.of());
      watch().awaitEnd(caller);
      assertThat(engine.questions("ring-ended")).isEmpty();
    }
  }

  private Caller hungUpMeanwhile(
      ScriptedEngine engine, String subroutine, Map<String, String> said) {
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    Caller caller = rings(engine, subroutine, said);
    watch().awaitThat("is told something", () -> told(caller).size() == 1);
    pbx().hangUpPhone("8260");
    return caller;
  }
}
