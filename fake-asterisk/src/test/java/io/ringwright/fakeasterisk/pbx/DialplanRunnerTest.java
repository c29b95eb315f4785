package io.ringwright.fakeasterisk.pbx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.fakeasterisk.dialplan.Dialplan;
import io.ringwright.fakeasterisk.switchboard.ChannelState;
import io.ringwright.fakeasterisk.switchboard.HangupCause;
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

class DialplanRunnerTest {

  private static final Duration SOUND = Duration.ofSeconds(1);

  private final SteppedTimeline clock = new SteppedTimeline();
  private final Switchboard pbx = new Switchboard(clock, "lab");
  private final NewsLog news = new NewsLog();

  @BeforeEach
  void install() {
    pbx.install("PJSIP/trunk", invitation -> {});
    pbx.install("PJSIP/8260", invitation -> invitation.refuse(HangupCause.BUSY, 486));
    pbx.listen(news);
  }

  private DialplanRunner runner(String text) {
    return new DialplanRunner(pbx, Dialplan.parse(text), new Sounds(SOUND, Set.of("gone")));
  }

  private LiveChannel run(String text) {
    LiveChannel channel =
        pbx.incoming(
            "PJSIP/trunk",
            new Party("0301", "Anna"),
            new Location("main", "700", 1),
            Map.of("X-Priority", "2"));
    runner(text).run(channel);
    return channel;
  }

  private static String value(LiveChannel channel, String name) {
    return channel.variable(name).orElse("unset");
  }

  @Test
  void steps_follow_one_another_until_the_hang_up() {
    LiveChannel channel =
        run(
            """
            [main]
            exten => 700,1,Set(A=${EXTEN}-${CONTEXT}-${PRIORITY})
             same => n,Set(B=${A}=${CALLERID(num)} ${CALLERID(name)})
             same => n,Set(C=${PJSIP_HEADER(read,X-Priority)}${GLOBAL(TRUNK)}${TRUNK})
             same => n,Set(CHANNEL(language)=fr)
             same => n,Set(CALLERID(num)=0999)
             same => n,Answer()
             same => n,Hangup(21)
            [globals]
            TRUNK=out
            """);
    assertThat(value(channel, "A")).isEqualTo("700-main-1");
    assertThat(value(channel, "B")).isEqualTo("700-main-1=0301 Anna");
    assertThat(value(channel, "C")).isEqualTo("2outout");
    assertThat(channel.parties().language()).isEqualTo("fr");
    assertThat(channel.parties().caller().number()).isEqualTo("0999");
    assertThat(channel.state()).isEqualTo(ChannelState.UP);
    assertThat(news.take()).endsWith("trunk gone 21", "PJSIP/trunk is NOT_IN_USE");
    assertThat(pbx.channels()).isEmpty();
  }

  @Test
  void several_values_stand_before_the_first_of_them_is_written() {
    LiveChannel channel =
        run(
            """
            [main]
            exten => 700,1,Set(A=1)
             same => n,MSet(A=2,B=${A}x,C=,CALLERID(num)=0999,D)
             same => n,Hangup()
            """);
    assertThat(value(channel, "A")).isEqualTo("2");
    assertThat(value(channel, "B")).isEqualTo("1x");
    assertThat(value(channel, "C")).isEmpty();
    assertThat(value(channel, "D")).isEqualTo("unset");
    assertThat(channel.parties().caller().number()).isEqualTo("0999");
  }

  @Test
  void goto_goes_to_priorities_labels_extensions_and_contexts() {
    LiveChannel channel =
        run(
            """
            [main]
            exten => 700,1,Goto(n-label)
             same => n,Set(A=skipped)
             same => n(n-label),Set(B=1)
             same => n,GotoIf($["${B}" = "1"]?far,s,in:never)
             same => n,Set(A=skipped)
            [far]
            exten => s,1,Set(A=skipped)
             same => n(in),GotoIf($["${B}" = "2"]?never)
             same => n,ExecIf($["${B}" = "1"]?Set(C=a:b):Set(C=no))
             same => n,Goto(t,1)
            exten => t,1,Set(D=${C})
            """);
    assertThat(value(channel, "A")).isEqualTo("unset");
    assertThat(value(channel, "D")).isEqualTo("a:b");
    assertThat(channel.location().context()).isEqualTo("far");
  }

  @Test
  void goto_an_unknown_label_ends_the_call() {
    LiveChannel channel = run("[main]\nexten => 700,1,Goto(nowhere)\n same => n,Set(A=1)\n");
    assertThat(value(channel, "A")).isEqualTo("unset");
    assertThat(pbx.channels()).isEmpty();
  }

  @Test
  void an_invalid_extension_goes_to_i_and_a_hang_up_to_h() {
    LiveChannel channel =
        run(
            """
            [main]
            exten => 800,1,NoOp()
            exten => i,1,Set(A=${INVALID_EXTEN})
             same => n,Hangup(28)
            exten => h,1,Set(B=${HANGUPCAUSE})
             same => n,Wait(1)
             same => n,Set(C=not reached)
            """);
    assertThat(value(channel, "A")).isEqualTo("700");
    assertThat(value(channel, "B")).isEqualTo("28");
    assertThat(value(channel, "C")).isEqualTo("unset");
    assertThat(pbx.channels()).isEmpty();
  }

  @Test
  void waiting_and_music_take_time_and_end_when_the_caller_leaves() {
    LiveChannel channel =
        run(
            """
            [main]
            exten => 700,1,Answer()
             same => n,StartMusicOnHold(jazz)
             same => n,Wait(0.5)
             same => n,StopMusicOnHold()
             same => n,MusicOnHold()
             same => n,Set(A=not reached)
            """);
    clock.advance(Duration.ofMillis(499));
    assertThat(channel.application()).isEqualTo("Wait");
    clock.advance(Duration.ofMillis(1));
    assertThat(channel.application()).isEqualTo("MusicOnHold");
    clock.advance(Duration.ofHours(1));
    channel.farEndHangsUp();
    assertThat(news.take())
        .containsSubsequence(
            "trunk hears jazz",
            "trunk hears no music",
            "trunk hears default",
            "trunk hears no music",
            "trunk gone 0");
    assertThat(value(channel, "A")).isEqualTo("unset");
  }

  @Test
  void a_move_takes_a_channel_out_of_waiting_to_the_very_place() {
    LiveChannel channel =
        run(
            """
            [main]
            exten => 700,1,Answer()
             same => n,StartMusicOnHold()
             same => n,Wait(60)
             same => n,Set(A=not reached)
            [deliver]
            exten => _X!,1,Set(B=${CUT(EXTEN,-,1)} ${CUT(EXTEN,-,2)})
             same => n,Wait(60)
            """);
    channel.moveTo(new Location("deliver", "8260-17", 1));
    assertThat(value(channel, "B")).isEqualTo("8260 17");
    assertThat(value(channel, "A")).isEqualTo("unset");
    assertThat(news.take()).contains("trunk hears no music");
    channel.moveTo(new Location("nowhere", "1", 1));
    assertThat(pbx.channels()).isEmpty();
  }

  @Test
  void a_move_before_the_first_step_starts_there() {
    LiveChannel channel =
        pbx.incoming("PJSIP/trunk", Party.UNKNOWN, new Location("main", "1", 1), Map.of());
    DialplanRunner runner =
        runner("[main]\nexten => 1,1,Set(A=1)\nexten => 2,1,Set(B=1)\n same => n,Wait(9)\n");
    clock.run(
        () -> {
          runner.run(channel);
          channel.moveTo(new Location("main", "2", 1));
        });
    assertThat(value(channel, "A")).isEqualTo("unset");
    assertThat(value(channel, "B")).isEqualTo("1");
  }

  @Test
  void sounds_are_heard_and_missing_ones_reported() {
    LiveChannel channel =
        run(
            """
            [main]
            exten => 700,1,Playback(welcome&gone)
             same => n,Set(A=${PLAYBACKSTATUS})
             same => n,SayDigits(82)
             same => n,Playback(bye,noanswer)
             same => n,Hangup()
            """);
    assertThat(channel.state()).isEqualTo(ChannelState.UP);
    clock.advance(SOUND);
    assertThat(value(channel, "A")).isEqualTo("FAILED");
    clock.advance(SOUND.multipliedBy(3));
    assertThat(news.take())
        .containsSubsequence(
            "trunk Playback welcome", "trunk SayDigits 82", "trunk Playback bye", "trunk gone 16");
  }

  @Test
  void after_a_busy_phone_an_extension_without_a_hang_up_sounds_busy() {
    run("[main]\nexten => 700,1,Dial(PJSIP/8260,20)\n same => n,Set(A=${DIALSTATUS})\n");
    assertThat(news.take()).containsSubsequence("trunk BUSY", "trunk gone 17");
    run("[main]\nexten => 700,1,Dial(PJSIP/none,20)\n");
    assertThat(news.take()).containsSubsequence("trunk BUSY", "trunk gone 34");
    run("[main]\nexten => 700,1,NoOp()\n");
    assertThat(news.take()).contains("trunk gone 0");
  }

  @Test
  void an_answered_caller_hears_the_busy_tone_for_ten_seconds() {
    LiveChannel channel = run("[main]\nexten => 700,1,Answer()\n same => n,Dial(PJSIP/8260,20)\n");
    clock.advance(Duration.ofSeconds(9));
    assertThat(pbx.channels()).containsExactly(channel);
    clock.advance(Duration.ofSeconds(1));
    assertThat(pbx.channels()).isEmpty();
  }

  @Test
  void a_dialplan_that_goes_round_without_a_pause_is_a_mistake() {
    assertThatThrownBy(() -> run("[main]\nexten => 700,1,Goto(1)\n"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("goes round");
    assertThat(pbx.channels()).isEmpty();
  }

  @Test
  void an_unknown_application_or_function_is_refused() {
    assertThatThrownBy(() -> runner("[main]\nexten => 1,1,Queue(support)").requireEverythingKnown())
        .hasMessageContaining("line 2")
        .hasMessageContaining("Queue");
    assertThatThrownBy(
            () -> runner("[main]\nexten => 1,1,Set(A=${SHELL(id)})").requireEverythingKnown())
        .hasMessageContaining("SHELL");
  }

  @Test
  void variables_and_functions_are_read_and_written_by_name() {
    LiveChannel channel = run("[main]\nexten => 700,1,Wait(9)\n");
    DialplanAccess dialplan = runner("[main]\nexten => 1,1,NoOp()").dialplan();
    dialplan.write(channel, "A", "x");
    dialplan.write(channel, "CALLERID(name)", "Ben");
    dialplan.write(channel, "GLOBAL(G)", "y");
    assertThat(dialplan.read(channel, "A")).hasValue("x");
    assertThat(dialplan.read(channel, "CALLERID(name)")).hasValue("Ben");
    assertThat(dialplan.read(channel, "CALLERID(all)")).hasValue("\"Ben\" <0301>");
    assertThat(dialplan.read(channel, "G")).hasValue("y");
    assertThat(dialplan.readGlobal("GLOBAL(G)")).hasValue("y");
    assertThat(dialplan.read(channel, "CHANNEL(state)")).hasValue("Ring");
    assertThat(dialplan.read(channel, "LEN(abc)")).hasValue("3");
    assertThat(dialplan.read(channel, "NOPE")).isEmpty();
    assertThat(dialplan.read(channel, "NOPE(x)")).isEmpty();
    assertThat(dialplan.read(channel, "UNIQUEID")).hasValue(channel.id().uniqueId());
  }
}
