package io.ringwright.agi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.call.Announcement;
import io.ringwright.call.Announcement.Gender;
import io.ringwright.call.MusicClass;
import io.ringwright.call.SoundName;
import io.ringwright.call.Treatment;
import io.ringwright.call.Treatment.Background;
import io.ringwright.call.Treatment.Line;
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
    return new Treatment(line, music, Optional.empty());
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
            Map.entry("RW_ANNOUNCE", "queue-thereare&#3n"));
  }

  @Test
  void the_ringing_tone_is_a_star_which_no_class_can_be_called() {
    Treatment ringing = new Treatment(Line.RINGING, new Background.Ringing(), Optional.empty());
    assertThat(answer().treatment(ringing).variables())
        .containsExactly(Map.entry("RW_LINE", "ringing"), Map.entry("RW_MUSIC", "*"));
    assertThatThrownBy(() -> MusicClass.of("*")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_is_usual_takes_back_what_a_channel_remembers_and_a_new_one_remembers_nothing() {
    assertThat(answer().treatment(Treatment.USUAL).variables())
        .containsExactly(Map.entry("RW_LINE", ""), Map.entry("RW_MUSIC", ""));
    assertThat(answer().firstTreatment(Treatment.USUAL).variables()).isEmpty();
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
