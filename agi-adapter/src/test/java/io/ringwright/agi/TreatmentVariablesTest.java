package io.ringwright.agi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.call.Announcement;
import io.ringwright.call.Announcement.Gender;
import io.ringwright.call.DialplanExtension;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.ExternalNumber;
import io.ringwright.call.Inquiry;
import io.ringwright.call.LongKeys;
import io.ringwright.call.MusicClass;
import io.ringwright.call.RoutingDecision;
import io.ringwright.call.SoundName;
import io.ringwright.call.Treatment;
import io.ringwright.call.Treatment.Background;
import io.ringwright.call.Treatment.Line;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller hears who waits, as the variables that the dialplan reads. */
class TreatmentVariablesTest {

  private static AgiAnswer answer() {
    return new AgiAnswer(DialSettings.NONE);
  }

  private static Treatment music(Line line, String musicClass) {
    Background music = new Background.Music(Optional.of(MusicClass.of(musicClass)));
    return new Treatment(line, music, LongKeys.NONE);
  }

  @Test
  void music_line_and_words_stand_in_three_variables() {
    Announcement told =
        new Announcement(
            List.of(
                new Announcement.Sound(SoundName.of("queue-thereare")),
                new Announcement.Spoken(3, Gender.NEUTER)));
    assertThat(answer().treatment(music(Line.EARLY_MEDIA, "jazz").telling(told)).variables())
        .containsExactly(
            Map.entry("RW_LINE", "progress"),
            Map.entry("RW_MUSIC", "jazz"),
            Map.entry("RW_ANNOUNCE", "queue-thereare&#3n"),
            Map.entry("RW_KEYS", ""));
  }

  @Test
  void the_ringing_tone_is_a_star_which_no_class_can_be_called() {
    Treatment ringing = new Treatment(Line.RINGING, new Background.Ringing(), LongKeys.NONE);
    assertThat(answer().treatment(ringing).variables())
        .containsExactly(
            Map.entry("RW_LINE", "ringing"), Map.entry("RW_MUSIC", "*"), Map.entry("RW_KEYS", ""));
    assertThatThrownBy(() -> MusicClass.of("*")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_is_usual_takes_back_what_a_channel_remembers_and_a_new_one_remembers_nothing() {
    assertThat(answer().treatment(Treatment.USUAL).variables())
        .containsExactly(
            Map.entry("RW_LINE", ""), Map.entry("RW_MUSIC", ""), Map.entry("RW_KEYS", ""));
    assertThat(answer().firstTreatment(Treatment.USUAL).variables()).isEmpty();
  }

  @Test
  void after_which_digits_more_may_follow_stands_in_two_variables() {
    LongKeys keys =
        new LongKeys(
            List.of(DirectoryNumber.of("12"), DirectoryNumber.of("1")), Duration.ofSeconds(3));
    Treatment usual = Treatment.USUAL;
    assertThat(
            answer().treatment(new Treatment(usual.line(), usual.background(), keys)).variables())
        .contains(Map.entry("RW_KEYS", "1-12"), Map.entry("RW_GAP", "3"));
  }

  @Test
  void what_a_caller_is_asked_stands_beside_what_the_caller_is_told() {
    ExternalNumber number = ExternalNumber.of("+49301234");
    Announcement told = new Announcement(List.of(new Announcement.Digits(number)));
    Treatment asking = Treatment.USUAL.asking(told, new Inquiry.IsThisYourNumber(number));
    assertThat(answer().treatment(asking).variables())
        .contains(Map.entry("RW_ANNOUNCE", "*+49301234"), Map.entry("RW_INQUIRY", "+49301234"));
    assertThat(
            answer().treatment(Treatment.USUAL.asking(told, new Inquiry.WhichNumber())).variables())
        .contains(Map.entry("RW_INQUIRY", "*"));
  }

  @Test
  void the_place_where_a_call_goes_on_stands_in_one_variable() {
    RoutingDecision back = new RoutingDecision.HandBack(DialplanExtension.of("menu", "s"));
    assertThat(back.accept(answer()).variables())
        .containsExactly(Map.entry("RW_HAND_BACK", "menu,s"), Map.entry("RW_DECISION", "handback"));
  }

  @Test
  void the_directory_of_the_sounds_is_where_words_are_looked_for() {
    assertThat(Dialplan.builder().sounds("/var/lib/asterisk/sounds").build().render())
        .contains("STAT(e,/var/lib/asterisk/sounds/en)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "sounds", "/a b", "/a,b", "/a)b", "/a/../b", "/${X}", "/a\nb"})
  void a_directory_that_could_be_more_than_a_path_is_refused(String directory) {
    assertThatThrownBy(() -> Dialplan.builder().sounds(directory))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("directory of sounds");
  }
}
