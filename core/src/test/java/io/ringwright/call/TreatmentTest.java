package io.ringwright.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.call.Announcement.Gender;
import io.ringwright.call.Announcement.Sound;
import io.ringwright.call.Announcement.Spoken;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreatmentTest {

  private static final Sound THERE_ARE = new Sound(SoundName.of("queue-thereare"));

  @Test
  void an_announcement_is_one_line_of_sounds_and_numbers() {
    Announcement told =
        new Announcement(
            List.of(
                THERE_ARE,
                new Spoken(21, Gender.FEMININE),
                new Sound(SoundName.of("custom/de/calls_waiting"))));
    assertThat(told.text()).isEqualTo("queue-thereare&#21f&custom/de/calls_waiting");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a b",
        "a&b",
        "a,b",
        "../secret",
        "/etc/x",
        "a/../b",
        "a//b",
        ".x",
        "-x",
        "a/",
        "a)b",
        "a${EXTEN}",
        "a;b",
        "a\nb",
        "#1n",
        "a:b"
      })
  void what_could_be_more_than_the_name_of_a_sound_is_refused(String name) {
    assertThatThrownBy(() -> SoundName.of(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sound name")
        .hasMessageContaining("expected");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a,b", "a/b", "a)b", "${X}", "a&b", "a.b"})
  void what_could_be_more_than_a_music_class_is_refused(String name) {
    assertThatThrownBy(() -> MusicClass.of(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("music class");
  }

  @Test
  void no_number_below_zero_and_no_endless_announcement() {
    assertThatThrownBy(() -> new Spoken(-1, Gender.NEUTER)).hasMessageContaining("0 to 999999");
    assertThatThrownBy(() -> new Spoken(1_000_000, Gender.NEUTER)).hasMessageContaining("1000000");
    assertThatThrownBy(() -> new Announcement(List.of())).hasMessageContaining("1 to 12");
    assertThatThrownBy(() -> new Announcement(Collections.nCopies(13, THERE_ARE)))
        .hasMessageContaining("13 words");
  }
}
