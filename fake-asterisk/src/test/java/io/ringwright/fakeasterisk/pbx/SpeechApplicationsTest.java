package io.ringwright.fakeasterisk.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.fakeasterisk.dialplan.Dialplan;
import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import io.ringwright.fakeasterisk.switchboard.Location;
import io.ringwright.fakeasterisk.switchboard.Party;
import io.ringwright.fakeasterisk.switchboard.Switchboard;
import io.ringwright.fakeasterisk.timeline.SteppedTimeline;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was seen on the real Asterisk of sounds, numbers and music, which callers interrupt. */
class SpeechApplicationsTest {

  private static final Duration WORD = Duration.ofSeconds(2);

  private final SteppedTimeline clock = new SteppedTimeline();
  private final Switchboard pbx = new Switchboard(clock, "lab");

  @BeforeEach
  void install() {
    pbx.install("PJSIP/trunk", invitation -> {});
  }

  /** A channel that does these steps, notes that it has done them, and can be left by key 1. */
  private LiveChannel does(String... steps) {
    String text =
        "[main]\nexten => 7,1,NoOp()\n same => n,"
            + String.join("\n same => n,", steps)
            + "\n same => n,Set(DONE=yes)\n same => n,Wait(60)\n"
            + "exten => 1,1,Set(KEY=1)\n same => n,Wait(60)\n";
    LiveChannel channel =
        pbx.incoming("PJSIP/trunk", new Party("0301", ""), new Location("main", "7", 1), Map.of());
    Sounds sounds = new Sounds(WORD, Set.of("gone", "de/minute"));
    new DialplanRunner(pbx, Dialplan.parse(text), sounds).run(channel);
    clock.advance(Duration.ZERO);
    return channel;
  }

  private static String value(LiveChannel channel, String name) {
    return channel.variable(name).orElse("unset");
  }

  @Test
  void a_key_ends_background_and_is_an_extension() {
    LiveChannel channel = does("Background(beep,n)");
    assertThat(value(channel, "DONE")).isEqualTo("unset");
    channel.press('1');
    assertThat(value(channel, "KEY")).isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource({
    "true, 'SayNumber(21,n)', 1",
    "false, 'SayNumber(21,n)', unset",
    "true, SayDigits(0301234), 1",
    "false, SayDigits(0301234), unset"
  })
  void a_key_counts_while_something_is_said_only_if_the_channel_says_so(
      String says, String speech, String key) {
    LiveChannel channel = does("Set(SAY_DTMF_INTERRUPT=" + says + ")", speech);
    channel.press('1');
    clock.advance(WORD.multipliedBy(7));
    assertThat(value(channel, "KEY")).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5,", "5,x", "5,nn", "five"})
  void a_number_with_an_empty_or_unknown_gender_ends_the_call(String arguments) {
    LiveChannel channel = does("SayNumber(" + arguments + ")");
    assertThat(pbx.channels()).doesNotContain(channel);
  }

  @Test
  void a_sound_that_is_missing_takes_no_time_and_ends_the_music_all_the_same() {
    LiveChannel channel = does("StartMusicOnHold()", "Background(gone,n)");
    assertThat(value(channel, "DONE")).isEqualTo("yes");
    assertThat(channel.audio().music()).isEmpty();
  }

  @Test
  void the_class_of_the_channel_goes_before_the_one_that_is_named() {
    assertThat(does("StartMusicOnHold(jazz)").audio().music()).isEqualTo("jazz");
    assertThat(does("Set(CHANNEL(musicclass)=jazz)", "StartMusicOnHold(default)").audio().music())
        .isEqualTo("jazz");
    LiveChannel changed =
        does("StartMusicOnHold()", "Set(CHANNEL(musicclass)=jazz)", "StartMusicOnHold()");
    assertThat(changed.audio().music()).isEqualTo("jazz");
  }

  @Test
  void a_class_that_is_not_there_plays_the_default_one() {
    assertThat(does("StartMusicOnHold(blues)").audio().music()).isEqualTo("default");
  }

  @Test
  void shift_takes_the_first_word_of_a_variable() {
    LiveChannel channel = does("Set(ALL=a&b&c)", "Set(ONE=${SHIFT(ALL,&)})");
    assertThat(value(channel, "ONE")).isEqualTo("a");
    assertThat(value(channel, "ALL")).isEqualTo("b&c");
    LiveChannel last = does("Set(ALL=a)", "Set(ONE=${SHIFT(ALL,&)})");
    assertThat(value(last, "ONE") + value(last, "ALL")).isEqualTo("a");
  }

  @ParameterizedTest
  @CsvSource({
    "/sounds/en, 1",
    "/sounds/de/minute.gsm, 0",
    "/sounds/en/minute.gsm, 1",
    "/sounds/en/gone.gsm, 0",
    "/sounds/en/minute.wav, 0",
    "/sounds/minute.gsm, 0",
    "/elsewhere/en, 0"
  })
  void stat_says_which_files_are_there(String path, String there) {
    assertThat(value(does("Set(IS=${STAT(e," + path + ")})"), "IS")).isEqualTo(there);
  }
}
