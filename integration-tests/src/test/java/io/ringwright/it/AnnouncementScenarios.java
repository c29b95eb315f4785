package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.agi.Prompts;
import io.ringwright.call.Announced;
import io.ringwright.directory.AnnouncementSounds.Phrase;
import io.ringwright.directory.HearingBuilder;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.fakeasterisk.PbxUnderTest.CallPlan;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import io.ringwright.fakeasterisk.Sighting;
import io.ringwright.fakeasterisk.Sighting.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * What callers hear who wait for a hunt group. Written once, run on the real Asterisk and on the
 * fake one.
 */
abstract class AnnouncementScenarios extends Scenarios {

  /** 10 s long in the laboratory. */
  private static final String LONG = "queue-periodic-announce";

  private static final Duration LENGTH = Duration.ofSeconds(10);
  private static final Set<Kind> HEARD = Set.of(Kind.MUSIC_STARTED, Kind.PROMPT_PLAYED);

  private static PhoneListBuilder house(Consumer<HearingBuilder> hearing) {
    return phones()
        .huntGroup(
            "700", group -> group.member("8260").leaveByKey("1", "8261").callersHear(hearing))
        .huntGroup("701", group -> group.member("8262"));
  }

  /** What a caller heard, music by its class in brackets. */
  private List<String> heard(Caller caller) {
    return watch().of(caller).stream()
        .filter(seen -> HEARD.contains(seen.kind()))
        .map(seen -> isMusic(seen) ? "[" + seen.subject() + "]" : seen.detail())
        .toList();
  }

  private static boolean isMusic(Sighting seen) {
    return seen.kind() == Kind.MUSIC_STARTED;
  }

  private void awaitHeard(Caller caller, String... all) {
    watch().awaitThat("hears " + List.of(all), () -> heard(caller).equals(List.of(all)));
  }

  private void awaitTold(Caller caller, String word) {
    watch().awaitThat("is told " + word, () -> heard(caller).contains(word));
  }

  @Test
  void the_first_is_told_to_be_next_and_the_second_the_position_and_music_follows() {
    start(house(hearing -> hearing.position().music("jazz")));
    engage("8260");
    Caller first = waitingCaller("0701", "700");
    awaitHeard(first, "queue-youarenext", "[jazz]");
    Caller second = waitingCaller("0702", "700");
    awaitHeard(second, "queue-thereare", "2", "queue-callswaiting", "[jazz]");
    assertThat(application().heard().announced())
        .extracting(Announced::number)
        .containsExactly(Optional.of(1), Optional.of(2));
  }

  @Test
  void the_same_is_told_in_another_language_and_a_word_without_a_file_is_left_out() {
    start(
        house(
            hearing ->
                hearing.callsWaiting().sound(Phrase.CALLS_WAITING, "queue-minutes").music("jazz")),
        Prompts.none().language("de"));
    engage("8260");
    awaitHeard(waitingCaller("0701", "700"), "queue-thereare", "1", "[jazz]");
  }

  @Test
  void a_group_greets_in_its_own_language_and_says_the_extension_that_rings() {
    start(
        house(
            hearing ->
                hearing
                    .language("de")
                    .welcome("beep")
                    .sayTheExtension()
                    .operator("beeperr")
                    .position()),
        Prompts.none().language("en").welcome("welcome"));
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    Caller first = pbx().call(CallPlan.of("0701", "700"));
    watch().awaitAnswer(first, "8260");
    assertThat(heard(first)).containsExactly("beep", "8260", "beeperr");
    Caller second = waitingCaller("0702", "700");
    awaitHeard(second, "beep", "queue-youarenext", "[default]");
    assertThat(watch().variable(second, "RW_LANGUAGE")).isEqualTo("de");
  }

  @Test
  void the_join_message_is_said_first_and_messages_of_the_house_follow_in_turn() {
    Duration often = Duration.ofSeconds(5);
    start(
        house(
            hearing ->
                hearing
                    .joinMessage("welcome")
                    .message("beep")
                    .message("beeperr")
                    .messagesEvery(often, often)
                    .atLeastApart(often)));
    engage("8260");
    Caller caller = waitingCaller("0701", "700");
    awaitHeard(caller, "welcome", "[default]");
    awaitTold(caller, "beeperr");
    assertThat(heard(caller))
        .containsSubsequence("welcome", "[default]", "beep", "[default]", "beeperr");
  }

  @Test
  void a_caller_is_delivered_in_the_middle_of_an_announcement() {
    start(house(hearing -> hearing.joinMessage(LONG)));
    engage("8260");
    Caller caller = waitingCaller("0701", "700");
    awaitTold(caller, LONG);
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    pbx().hangUpPhone("8260");
    watch().awaitAnswer(caller, "8260");
    assertThat(Duration.between(first(caller, Kind.PROMPT_PLAYED), first(caller, Kind.PHONE_RINGS)))
        .isLessThan(LENGTH);
    assertThat(heard(caller)).as("no music between").containsExactly(LONG);
  }

  private Instant first(Caller caller, Kind kind) {
    return watch().of(caller, kind).get(0).at();
  }

  @Test
  void a_key_pressed_in_the_middle_of_an_announcement_leads_elsewhere() {
    start(house(hearing -> hearing.joinMessage(LONG)));
    engage("8260");
    pbx().phone("8261", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    Caller caller = waitingCaller("0701", "700");
    awaitTold(caller, LONG);
    press(caller, '1', "1");
    watch().awaitAnswer(caller, "8261");
    assertThat(Duration.between(first(caller, Kind.PROMPT_PLAYED), first(caller, Kind.PHONE_RINGS)))
        .isLessThan(LENGTH);
  }

  @Test
  void a_caller_who_overflows_hears_what_the_next_group_has() {
    start(
        phones()
            .huntGroup(
                "700",
                group ->
                    group
                        .member("8260")
                        .longestWait(Duration.ofSeconds(2))
                        .overflow("701")
                        .callersHear(hearing -> hearing.music("jazz").joinMessage("welcome")))
            .huntGroup("701", group -> group.member("8261")));
    engage("8260");
    engage("8261");
    Caller caller = waitingCaller("0701", "700");
    awaitHeard(caller, "welcome", "[jazz]", "[default]");
  }

  @Test
  void who_waits_unanswered_is_answered_by_the_phone() {
    start(house(hearing -> hearing.inEarlyMedia().position()));
    engage("8260");
    Caller caller = waitingCaller("0701", "700");
    awaitHeard(caller, "queue-youarenext", "[default]");
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    pbx().hangUpPhone("8260");
    watch().awaitAnswer(caller, "8260");
  }

  @Test
  void who_hears_the_ringing_tone_hears_no_music() {
    start(house(hearing -> hearing.ringingInsteadOfMusic().joinMessage("welcome")));
    engage("8260");
    Caller caller = waitingCaller("0701", "700");
    awaitHeard(caller, "welcome");
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    pbx().hangUpPhone("8260");
    watch().awaitAnswer(caller, "8260");
    assertThat(heard(caller)).containsExactly("welcome");
  }
}
