package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.fakeasterisk.PbxUnderTest.CallPlan;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What callers hear who wait, as far as only a real Asterisk can tell: its log, and the line. */
@OnRealAsterisk
class TreatmentIT extends WatchedSwitch<RealAsterisk> {

  @Override
  RealAsterisk boot() {
    return RealAsterisk.boot();
  }

  @Test
  void a_missing_word_is_written_to_the_log_once_for_each_language() throws Exception {
    try (ScriptedEngine engine = ScriptedEngine.listen(pbx().agiPort())) {
      engine.answer("alive", Map.of("RW_ALIVE", "60"), "wait");
      for (String language : List.of("en", "de", "de", "en")) {
        engine.answer(
            "route", Map.of("RW_LANGUAGE", language, "RW_ANNOUNCE", "queue-minute&gone"), "wait");
        Caller caller = pbx().call(CallPlan.of("030", "700"));
        watch().awaitThat("music", () -> watch().transcript().contains("MUSIC_STARTED"));
        caller.hangUp();
        watch().awaitEnd(caller);
        lookFromNowOn();
      }
    }
    assertThat(
            Files.readAllLines(pbx().work().resolve("log/messages"), StandardCharsets.ISO_8859_1))
        .filteredOn(line -> line.contains("No sound"))
        .extracting(line -> line.replaceAll(".*No sound (\\S+ in language ..).*", "$1"))
        .containsExactly(
            "gone in language en", "queue-minute in language de", "gone in language de");
  }

  @ParameterizedTest
  @CsvSource({"progress, Ring, 1", "ringing, Ring, 0", "'', Up, 1"})
  void a_caller_waits_on_the_line_as_the_engine_says_and_is_answered_by_the_phone(
      String line, String state, int music) throws Exception {
    pbx().phone("8270", PhoneBehaviour.answers(Duration.ofMillis(50), Duration.ofSeconds(5)));
    try (ScriptedEngine engine = ScriptedEngine.listen(pbx().agiPort())) {
      engine.answer("route", Map.of("RW_LINE", line, "RW_ALIVE", "2"), "wait");
      engine.answer("alive", Map.of("RW_TOKEN", "7", "RW_RING_7", "PJSIP/8270,10,"), "ring");
      Caller caller = pbx().call(CallPlan.of("030", "700"));
      watch().awaitThat("waits", () -> watch().transcript().contains("RW_HELD, detail=yes"));
      assertThat(pbx().console("core show channels concise")).contains("!" + state + "!");
      watch().awaitAnswer(caller, "8270");
      assertThat(watch().transcript().split("MUSIC_STARTED", -1)).hasSize(music + 1);
      caller.hangUp();
      watch().awaitEnd(caller);
    }
  }
}
