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

class ReadApplicationTest {

  private final SteppedTimeline clock = new SteppedTimeline();
  private final Switchboard pbx = new Switchboard(clock, "lab");

  @BeforeEach
  void install() {
    pbx.install("PJSIP/trunk", invitation -> {});
  }

  private LiveChannel reading(String sound) {
    LiveChannel channel =
        pbx.incoming("PJSIP/trunk", new Party("0301", ""), new Location("main", "7", 1), Map.of());
    String text = "[main]\nexten => 7,1,Read(KEY," + sound + ",1,,1,2)\n same => n,Wait(60)\n";
    Sounds sounds = new Sounds(Duration.ofSeconds(3), Set.of("gone"));
    new DialplanRunner(pbx, Dialplan.parse(text), sounds).run(channel);
    clock.advance(Duration.ZERO);
    return channel;
  }

  private static String result(LiveChannel channel) {
    return channel.variable("KEY").orElse("unset") + channel.variable("READSTATUS").orElse("");
  }

  @Test
  void a_key_counts_while_the_sound_plays() {
    LiveChannel channel = reading("beep");
    channel.press('1');
    assertThat(result(channel)).isEqualTo("1OK");
  }

  @Test
  void without_a_key_it_ends_when_the_time_after_the_sound_is_over() {
    LiveChannel channel = reading("beep");
    clock.advance(Duration.ofMillis(4_999));
    assertThat(result(channel)).isEqualTo("unset");
    clock.advance(Duration.ofMillis(1));
    assertThat(result(channel)).isEqualTo("TIMEOUT");
  }

  @Test
  void a_sound_that_is_missing_ends_it_at_once_and_silence_does_not() {
    assertThat(result(reading("gone"))).isEqualTo("HANGUP");
    LiveChannel silent = reading("");
    assertThat(result(silent)).isEqualTo("unset");
    silent.press('#');
    assertThat(result(silent)).isEqualTo("OK");
  }
}
