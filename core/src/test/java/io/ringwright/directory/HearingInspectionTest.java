package io.ringwright.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.AnnouncementSounds.Phrase;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class HearingInspectionTest {

  private static PhoneListBuilder list(Consumer<HearingBuilder> hearing) {
    return PhoneList.builder()
        .extension("100", anna -> anna.device("PJSIP/100"))
        .huntGroup("700", group -> group.member("100").callersHear(hearing));
  }

  private static List<String> mistakes(Consumer<HearingBuilder> hearing) {
    DirectoryException refused =
        catchThrowableOfType(DirectoryException.class, () -> list(hearing).build());
    return refused.mistakes().stream().map(DirectoryException.Mistake::problem).toList();
  }

  @Test
  void by_default_callers_hear_what_they_heard_before() {
    HuntGroup group =
        list(hearing -> {}).build().huntGroup(DirectoryNumber.of("700")).orElseThrow();
    assertThat(group.hearing()).isSameAs(Hearing.USUAL);
    assertThat(group.hearing().announcements().tellAnything()).isFalse();
  }

  @Test
  void sounds_and_classes_that_could_carry_anything_else_are_refused_all_at_once() {
    assertThat(
            mistakes(
                hearing ->
                    hearing
                        .music("jazz,b")
                        .joinMessage("../etc/passwd")
                        .message("a&b")
                        .message("${SHELL(x)}")
                        .sound(Phrase.MINUTE, "/tmp/x")))
        .hasSize(5)
        .allMatch(problem -> problem.endsWith("is not valid"));
  }

  @Test
  void times_are_whole_seconds_within_their_range() {
    assertThat(
            mistakes(
                hearing ->
                    hearing
                        .position()
                        .firstAfter(Duration.ofSeconds(-1))
                        .every(Duration.ofSeconds(4))
                        .atLeastApart(Duration.ofMillis(5_500))
                        .messagesEvery(Duration.ofHours(2), Duration.ofMinutes(61))))
        .hasSize(5);
  }

  @Test
  void numbers_are_within_their_range() {
    assertThat(mistakes(hearing -> hearing.position().exactUpTo(0).expectedWait(61)))
        .containsExactly("exact up to 0 is not valid", "expected wait in steps of 61 is not valid");
    assertThat(
            mistakes(
                hearing -> {
                  for (int each = 0; each < 21; each++) {
                    hearing.message("m" + each);
                  }
                }))
        .containsExactly("21 messages are too many");
  }

  @Test
  void position_and_number_of_calls_exclude_each_other() {
    assertThat(mistakes(hearing -> hearing.position().callsWaiting())).hasSize(1);
  }

  @Test
  void music_and_ringing_tone_exclude_each_other() {
    assertThat(mistakes(hearing -> hearing.music("jazz").ringingInsteadOfMusic())).hasSize(1);
  }

  @Test
  void whoever_is_not_to_be_answered_is_not_greeted_but_may_have_a_language() {
    assertThat(mistakes(hearing -> hearing.inEarlyMedia().welcome("hello"))).hasSize(1);
    assertThat(mistakes(hearing -> hearing.ringingUnanswered().sayTheExtension())).hasSize(1);
    assertThat(mistakes(hearing -> hearing.inEarlyMedia().operator("operator"))).hasSize(1);
    assertThat(mistakes(hearing -> hearing.inEarlyMedia().language("fr").music("a,b"))).hasSize(1);
    assertThat(
            mistakes(hearing -> hearing.language("f").welcome("a,b").operator("../x").music("j")))
        .containsExactly(
            "language 'f' is not valid",
            "welcome 'a,b' is not valid",
            "operator prompt '../x' is not valid");
  }

  @Test
  void where_the_call_rings_unanswered_nothing_can_be_heard() {
    assertThat(mistakes(hearing -> hearing.ringingUnanswered().joinMessage("a").music("b")))
        .hasSize(2);
  }
}
