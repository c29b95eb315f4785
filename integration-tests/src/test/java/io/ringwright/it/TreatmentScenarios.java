package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.fakeasterisk.PbxUnderTest;
import io.ringwright.fakeasterisk.PbxUnderTest.CallPlan;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.Sighting;
import io.ringwright.fakeasterisk.Sighting.Kind;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What the dialplan makes of what the engine wants a waiting caller to hear, with a scripted engine
 * at the other end. Written once, run on the real Asterisk and on the fake one.
 */
abstract class TreatmentScenarios extends WatchedSwitch<PbxUnderTest> {

  private static final Set<Kind> HEARD = Set.of(Kind.MUSIC_STARTED, Kind.PROMPT_PLAYED);

  /** What a caller heard, music by its class in brackets. */
  private List<String> heard(Caller caller) {
    return watch().of(caller).stream()
        .filter(seen -> HEARD.contains(seen.kind()))
        .map(TreatmentScenarios::text)
        .toList();
  }

  private static String text(Sighting seen) {
    return seen.kind() == Kind.MUSIC_STARTED ? "[" + seen.subject() + "]" : seen.detail();
  }

  private Caller waits(ScriptedEngine engine, Map<String, String> treatment) {
    engine.answer("route", treatment, "wait");
    engine.answer("alive", Map.of("RW_ALIVE", "60"), "wait");
    return pbx().call(CallPlan.of("030", "700"));
  }

  private void awaitHeard(Caller caller, String... all) {
    watch().awaitThat("hears " + List.of(all), () -> heard(caller).equals(List.of(all)));
  }

  @Test
  void an_announcement_is_said_word_by_word_and_music_follows() throws IOException {
    try (ScriptedEngine engine = ScriptedEngine.listen(pbx().agiPort())) {
      Caller caller = waits(engine, Map.of("RW_ANNOUNCE", "beep&#3n&beeperr", "RW_ALIVE", "30"));
      awaitHeard(caller, "beep", "3", "beeperr", "[default]");
      assertThat(engine.questions("alive")).isEmpty();
      caller.hangUp();
      watch().awaitEnd(caller);
    }
  }

  @Test
  void a_word_that_is_not_there_is_silence_and_the_others_are_said() throws IOException {
    try (ScriptedEngine engine = ScriptedEngine.listen(pbx().agiPort())) {
      Caller caller = waits(engine, Map.of("RW_ANNOUNCE", "beep&custom/absent&beeperr"));
      awaitHeard(caller, "beep", "beeperr", "[default]");
      caller.hangUp();
      watch().awaitEnd(caller);
    }
  }

  @Test
  void the_music_of_the_group_plays_and_that_of_the_channel_when_the_next_group_has_none()
      throws IOException {
    try (ScriptedEngine engine = ScriptedEngine.listen(pbx().agiPort())) {
      engine.answer("alive", Map.of("RW_MUSIC", "", "RW_ALIVE", "60"), "wait");
      engine.answer("route", Map.of("RW_MUSIC", "jazz", "RW_ALIVE", "1"), "wait");
      Caller caller = pbx().call(CallPlan.of("030", "700"));
      awaitHeard(caller, "[jazz]", "[default]");
      caller.hangUp();
      watch().awaitEnd(caller);
    }
  }

  @Test
  void a_key_pressed_while_a_number_or_a_sound_is_said_counts() throws IOException {
    for (String words : List.of("#777777n", "queue-periodic-announce")) {
      try (ScriptedEngine engine = ScriptedEngine.listen(pbx().agiPort())) {
        engine.answer("key", Map.of("RW_ALIVE", "60"), "wait");
        Caller caller = waits(engine, Map.of("RW_ANNOUNCE", words));
        watch().awaitThat("is told something", () -> heard(caller).size() == 1);
        caller.press('5');
        watch().awaitThat("a key", () -> !engine.questions("key").isEmpty());
        assertThat(engine.questions("key").get(0)).contains("agi_arg_3: 5");
        watch().awaitThat("music", () -> heard(caller).contains("[default]"));
        caller.hangUp();
        watch().awaitEnd(caller);
      }
    }
  }

  @Test
  void whoever_is_rejected_goes_back_to_the_menu_and_may_choose_again() throws IOException {
    try (ScriptedEngine engine = ScriptedEngine.listen(pbx().agiPort())) {
      engine.answer("route", Map.of("RW_REASON", "closed", "RW_CAUSE", "17"), "reject");
      Caller caller = pbx().call(CallPlan.of("030", "to-the-menu"));
      watch().awaitThat("two questions", () -> engine.questions("route").size() == 2);
      assertThat(engine.questions("route").get(1)).contains("agi_arg_1: 2", "agi_arg_2: 8");
      watch().awaitEnd(caller);
      assertThat(watch().variable(caller, "RW_REASON")).isEqualTo("closed");
    }
  }

  @Test
  void ringing_in_place_of_music_plays_none() throws IOException {
    try (ScriptedEngine engine = ScriptedEngine.listen(pbx().agiPort())) {
      engine.answer("alive", Map.of("RW_ALIVE", "60"), "wait");
      engine.answer("route", Map.of("RW_MUSIC", "*", "RW_ALIVE", "1"), "wait");
      Caller caller = pbx().call(CallPlan.of("030", "700"));
      watch().awaitThat("a sign of life", () -> !engine.questions("alive").isEmpty());
      assertThat(heard(caller)).isEmpty();
      caller.hangUp();
      watch().awaitEnd(caller);
    }
  }
}
