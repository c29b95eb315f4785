package io.ringwright.fakeasterisk.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.fakeasterisk.dialplan.Dialplan;
import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import io.ringwright.fakeasterisk.switchboard.Location;
import io.ringwright.fakeasterisk.switchboard.NewsLog;
import io.ringwright.fakeasterisk.switchboard.Party;
import io.ringwright.fakeasterisk.switchboard.Switchboard;
import io.ringwright.fakeasterisk.timeline.SteppedTimeline;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeyWaitTest {

  private static final String LINE =
      """
      [main]
      exten => 700,1,StartMusicOnHold(default)
       same => n(on),WaitExten(30)
       same => n,Set(TIMES=${TIMES}x)
       same => n,Goto(on)
      exten => _[0-9*#],1,Set(KEYS=${KEYS}${EXTEN})
       same => n,Goto(700,on)
      exten => i,1,Set(ODD=${INVALID_EXTEN})
       same => n,Goto(700,on)
      [elsewhere]
      exten => 1,1,Set(MOVED=yes)
       same => n,Wait(60)
      """;

  private final SteppedTimeline clock = new SteppedTimeline();
  private final Switchboard pbx = new Switchboard(clock, "lab");
  private final NewsLog news = new NewsLog();

  @BeforeEach
  void install() {
    pbx.install("PJSIP/trunk", invitation -> {});
    pbx.listen(news);
  }

  private LiveChannel run(String text) {
    LiveChannel channel =
        pbx.incoming(
            "PJSIP/trunk", new Party("0301", ""), new Location("main", "700", 1), Map.of());
    new DialplanRunner(pbx, Dialplan.parse(text), new Sounds(Duration.ZERO, Set.of())).run(channel);
    clock.advance(Duration.ZERO);
    return channel;
  }

  private static String value(LiveChannel channel, String name) {
    return channel.variable(name).orElse("unset");
  }

  @Test
  void time_that_is_over_leads_to_the_next_step() {
    LiveChannel channel = run(LINE);
    clock.advance(Duration.ofSeconds(29));
    assertThat(value(channel, "TIMES")).isEqualTo("unset");
    clock.advance(Duration.ofSeconds(31));
    assertThat(value(channel, "TIMES")).isEqualTo("xx");
  }

  @Test
  void a_key_is_an_extension_and_the_music_plays_on() {
    LiveChannel channel = run(LINE);
    news.take();
    for (char key : "1*#".toCharArray()) {
      channel.press(key);
    }
    assertThat(value(channel, "KEYS")).isEqualTo("1*#");
    assertThat(news.take()).noneMatch(event -> event.contains("music"));
  }

  @Test
  void a_key_begins_the_time_anew() {
    LiveChannel channel = run(LINE);
    clock.advance(Duration.ofSeconds(20));
    channel.press('1');
    clock.advance(Duration.ofSeconds(20));
    assertThat(value(channel, "TIMES")).isEqualTo("unset");
  }

  @Test
  void a_key_without_an_extension_is_invalid_and_hangs_up_where_nothing_catches_it() {
    LiveChannel caught = run(LINE);
    caught.press('A');
    assertThat(value(caught, "ODD")).isEqualTo("A");
    LiveChannel lost = run("[main]\nexten => 700,1,WaitExten(30)\n same => n,Wait(60)\n");
    lost.press('5');
    assertThat(pbx.channels()).containsExactly(caught);
  }

  @Test
  void without_a_next_step_the_extension_t_follows_or_the_end() {
    LiveChannel late =
        run("[main]\nexten => 700,1,WaitExten(1)\nexten => t,1,Set(T=1)\n same => n,Wait(60)\n");
    clock.advance(Duration.ofSeconds(1));
    assertThat(value(late, "T")).isEqualTo("1");
    LiveChannel over = run("[main]\nexten => 700,1,WaitExten(1)\n");
    clock.advance(Duration.ofSeconds(1));
    assertThat(pbx.channels()).doesNotContain(over);
  }

  @Test
  void without_a_time_it_waits_for_ten_seconds() {
    LiveChannel channel = run("[main]\nexten => 700,1,WaitExten()\n same => n,Set(A=1)\n");
    clock.advance(Duration.ofMillis(9_999));
    assertThat(value(channel, "A")).isEqualTo("unset");
    clock.advance(Duration.ofMillis(1));
    assertThat(value(channel, "A")).isEqualTo("1");
  }

  @Test
  void a_channel_is_moved_out_of_it_at_once() {
    LiveChannel channel = run(LINE);
    channel.moveTo(new Location("elsewhere", "1", 1));
    assertThat(value(channel, "MOVED")).isEqualTo("yes");
    channel.press('1');
    assertThat(value(channel, "KEYS")).isEqualTo("unset");
  }
}
