package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.fakeasterisk.DeskPhone;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.PbxWithDesks;
import io.ringwright.fakeasterisk.Sighting;
import io.ringwright.fakeasterisk.Sighting.Kind;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How the dialplan takes keys that belong together, with a scripted engine at the other end.
 * Written once, run on the real Asterisk and on the fake one.
 */
abstract class KeyEntryScenarios extends WatchedSwitch<PbxWithDesks> {

  private static final String LONG = "queue-periodic-announce";
  private static final Duration GAP = Duration.ofSeconds(2);

  /** No sign of life comes in between: a key in its moment would be lost. */
  private static final Map<String, String> KEYS =
      Map.of("RW_KEYS", "1-12-9", "RW_GAP", "2", "RW_ALIVE", "60");

  private DeskPhone phone;
  private ScriptedEngine engine;

  @BeforeEach
  void listen() throws IOException {
    phone = pbx().phoneOutside();
    engine = ScriptedEngine.listen(pbx().agiPort());
    engine.answer("route", KEYS, "wait");
    engine.answer("key", Map.of("RW_ALIVE", "60"), "wait");
    engine.answer("alive", Map.of("RW_ALIVE", "60"), "wait");
  }

  @AfterEach
  void close() throws IOException {
    phone.close();
    engine.close();
  }

  private TypingCaller calls() {
    return TypingCaller.calls(phone, watch(), "030", "700");
  }

  private TypingCaller waits() {
    TypingCaller caller = calls();
    watch().awaitThat("hears music", () -> !watch().of(caller, Kind.MUSIC_STARTED).isEmpty());
    return caller;
  }

  private String argument(String question, int at, int number) {
    watch().awaitThat(question + " " + (at + 1), () -> engine.questions(question).size() > at);
    return engine.questions(question).get(at).stream()
        .filter(line -> line.startsWith("agi_arg_" + number + ": "))
        .map(line -> line.substring(line.indexOf(": ") + 2))
        .findFirst()
        .orElse("");
  }

  /** The keys of a question of this test, counted from 0. */
  private String keys(int at) {
    return argument("key", at, 3);
  }

  /** Keys that are pressed while a question is asked are lost. */
  private void awaitAnswered(Caller caller, int questions) {
    watch()
        .awaitThat(
            questions + " answers",
            () ->
                watch().of(caller, Kind.VARIABLE_SET).stream()
                        .filter(each -> each.subject().equals("RW_TOOK"))
                        .count()
                    >= questions);
  }

  private void end(Caller caller) {
    caller.hangUp();
    watch().awaitEnd(caller);
  }

  private List<String> played(Caller caller) {
    return watch().of(caller, Kind.PROMPT_PLAYED).stream().map(Sighting::detail).toList();
  }

  @Test
  void two_digits_come_together_and_so_do_three() {
    TypingCaller caller = waits();
    caller.types("12");
    assertThat(keys(0)).as("12 may go on").isEqualTo("12");
    awaitAnswered(caller, 2);
    caller.types("123");
    assertThat(keys(1)).isEqualTo("123");
    end(caller);
  }

  @Test
  void a_key_with_which_no_longer_one_begins_counts_at_once() {
    TypingCaller caller = waits();
    Instant pressed = Instant.now();
    caller.press('5');
    assertThat(keys(0)).isEqualTo("5");
    assertThat(Duration.between(pressed, Instant.now())).isLessThan(GAP);
    end(caller);
  }

  @Test
  void a_key_with_which_a_longer_one_begins_counts_when_the_time_is_over() {
    TypingCaller caller = waits();
    Instant pressed = Instant.now();
    caller.press('1');
    assertThat(keys(0)).isEqualTo("1");
    assertThat(Duration.between(pressed, Instant.now())).isGreaterThanOrEqualTo(GAP);
    caller.types("90");
    assertThat(keys(1)).as("nothing is left of the first").isEqualTo("90");
    end(caller);
  }

  @Test
  void two_digits_pressed_in_the_middle_of_an_announcement_come_together() {
    engine.answer("route", Map.of("RW_KEYS", "1", "RW_GAP", "2", "RW_ANNOUNCE", LONG), "wait");
    TypingCaller caller = calls();
    watch().awaitThat("is told", () -> played(caller).contains(LONG));
    caller.types("12");
    assertThat(keys(0)).isEqualTo("12");
    watch().awaitThat("music", () -> !watch().of(caller, Kind.MUSIC_STARTED).isEmpty());
    end(caller);
  }

  @Test
  void a_number_is_entered_until_the_hash_and_goes_along_with_what_was_asked() {
    TypingCaller caller = asked("*", "beep");
    caller.types("0301234#");
    assertThat(keys(1)).isEqualTo("0301234#");
    assertThat(argument("key", 1, 4)).isEqualTo("*");
    watch().awaitThat("music goes on", () -> watch().of(caller, Kind.MUSIC_STARTED).size() == 2);
    end(caller);
  }

  @Test
  void a_pause_ends_a_number_too() {
    TypingCaller caller = asked("*", "beep");
    caller.types("0309");
    assertThat(keys(1)).isEqualTo("0309");
    end(caller);
  }

  @Test
  void digits_are_spoken_and_one_key_answers_in_the_middle_of_them() {
    TypingCaller caller = asked("0301234", "beep&*0301234&" + LONG);
    watch().awaitThat("the number", () -> played(caller).contains("0301234"));
    caller.press('1');
    assertThat(keys(1)).as("though a longer key begins with it").isEqualTo("1");
    assertThat(argument("key", 1, 4)).isEqualTo("0301234");
    assertThat(played(caller)).doesNotContain(LONG);
    end(caller);
  }

  @Test
  void whoever_answers_nothing_waits_on_and_keys_mean_what_they_did() {
    TypingCaller caller = asked("0301234", "beep");
    assertThat(argument("alive", 0, 3)).isEqualTo("700");
    watch().awaitThat("music goes on", () -> watch().of(caller, Kind.MUSIC_STARTED).size() == 2);
    caller.types("12");
    assertThat(keys(1)).isEqualTo("12");
    assertThat(argument("key", 1, 4)).isEmpty();
    end(caller);
  }

  /** A caller who has pressed a key and is asked something. */
  private TypingCaller asked(String inquiry, String words) {
    TypingCaller caller = waits();
    engine.answer("key", Map.of("RW_INQUIRY", inquiry, "RW_ANNOUNCE", words), "wait");
    caller.press('5');
    assertThat(keys(0)).isEqualTo("5");
    watch().awaitThat("is asked", () -> !played(caller).isEmpty());
    engine.answer("key", Map.of("RW_ALIVE", "60"), "wait");
    return caller;
  }

  @Test
  void a_key_leads_to_the_dialplan_of_the_host() {
    engine.answer("key", Map.of("RW_HAND_BACK", "host,s"), "handback");
    TypingCaller caller = waits();
    caller.press('0');
    watch().awaitContext(caller, "host");
    end(caller);
    assertThat(engine.questions("ended")).as("nothing more is asked").isEmpty();
  }
}
