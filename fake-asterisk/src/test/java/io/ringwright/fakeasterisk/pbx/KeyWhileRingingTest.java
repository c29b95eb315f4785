package io.ringwright.fakeasterisk.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.fakeasterisk.dialplan.Dialplan;
import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import io.ringwright.fakeasterisk.switchboard.Location;
import io.ringwright.fakeasterisk.switchboard.Party;
import io.ringwright.fakeasterisk.switchboard.Phone;
import io.ringwright.fakeasterisk.switchboard.Switchboard;
import io.ringwright.fakeasterisk.timeline.SteppedTimeline;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeyWhileRingingTest {

  private static final String LEAVES =
      "[keys]\nexten => 1,1,Set(KEY=${EXTEN})\n same => n,Wait(60)\n";

  private final SteppedTimeline clock = new SteppedTimeline();
  private final Switchboard pbx = new Switchboard(clock, "lab");

  @BeforeEach
  void install() {
    pbx.install("PJSIP/trunk", invitation -> {});
    pbx.install("PJSIP/8260", Phone.Invitation::ring);
  }

  private LiveChannel ringing(String first, String options) {
    LiveChannel channel =
        pbx.incoming("PJSIP/trunk", new Party("0301", ""), new Location("main", "7", 1), Map.of());
    String dials =
        "[main]\nexten => 7,1,"
            + first
            + "\n same => n,Set(EXITCONTEXT=keys)\n"
            + " same => n,Dial(PJSIP/8260,20,"
            + options
            + ")\n same => n,Wait(60)\n";
    Sounds sounds = new Sounds(Duration.ZERO, Set.of());
    new DialplanRunner(pbx, Dialplan.parse(dials + LEAVES), sounds).run(channel);
    clock.advance(Duration.ofSeconds(1));
    return channel;
  }

  private static String key(LiveChannel channel, char pressed) {
    channel.press(pressed);
    return channel.variable("KEY").orElse("none");
  }

  @Test
  void a_key_with_an_extension_ends_the_ring_and_leads_there() {
    LiveChannel caller = ringing("Answer()", "d");
    assertThat(key(caller, '1')).isEqualTo("1");
    assertThat(pbx.channels()).containsExactly(caller);
  }

  @Test
  void a_key_without_one_changes_nothing() {
    assertThat(key(ringing("Answer()", "d"), '2')).isEqualTo("none");
    assertThat(pbx.channels()).hasSize(2);
  }

  @Test
  void nothing_is_heard_without_the_option_or_before_the_call_is_answered() {
    assertThat(key(ringing("Answer()", ""), '1')).isEqualTo("none");
    assertThat(key(ringing("NoOp()", "d"), '1')).isEqualTo("none");
  }
}
