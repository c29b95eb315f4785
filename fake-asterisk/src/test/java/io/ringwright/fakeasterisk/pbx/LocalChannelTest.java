package io.ringwright.fakeasterisk.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.fakeasterisk.dialplan.Dialplan;
import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import io.ringwright.fakeasterisk.switchboard.Location;
import io.ringwright.fakeasterisk.switchboard.NewsLog;
import io.ringwright.fakeasterisk.switchboard.Party;
import io.ringwright.fakeasterisk.switchboard.Phone.Invitation;
import io.ringwright.fakeasterisk.switchboard.Switchboard;
import io.ringwright.fakeasterisk.timeline.SteppedTimeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocalChannelTest {

  private static final Duration A_SECOND = Duration.ofSeconds(1);

  private static final String AGENTS =
      """
      [agents]
      exten => 8260,1,Set(SEEN=${KNOWN} ${CALLERID(num)})
       same => n,Dial(PJSIP/8260,30)
       same => n,Hangup(${HANGUPCAUSE})
      exten => 8261,1,Answer()
       same => n,Read(KEY,,1,,1,20)
       same => n,Wait(60)
      """;

  private final SteppedTimeline clock = new SteppedTimeline();
  private final Switchboard pbx = new Switchboard(clock, "lab");
  private final NewsLog news = new NewsLog();
  private final List<Invitation> invitations = new ArrayList<>();
  private LiveChannel caller;

  @BeforeEach
  void install() {
    pbx.install("PJSIP/trunk", invitation -> {});
    pbx.install("PJSIP/8260", invitations::add);
    caller = incoming();
  }

  private LiveChannel incoming() {
    Location start = new Location("main", "7", 1);
    return pbx.incoming("PJSIP/trunk", new Party("0301", ""), start, Map.of());
  }

  private void dial(String target) {
    String text =
        "[main]\nexten => 7,1,Set(_KNOWN=here)\n same => n,Dial(%s,20)\n same => n,Wait(60)\n";
    Sounds sounds = new Sounds(Duration.ZERO, Set.of());
    Dialplan dialplan = Dialplan.parse(text.formatted(target) + AGENTS);
    new DialplanRunner(pbx, dialplan, sounds).run(caller);
    pbx.listen(news);
  }

  private LiveChannel end(String number) {
    return pbx.channels().stream()
        .filter(channel -> channel.id().name().endsWith(";" + number))
        .findFirst()
        .orElseThrow();
  }

  private LiveChannel phone() {
    return invitations.get(0).channel();
  }

  private void answers() {
    invitations.get(0).ring();
    invitations.get(0).answer();
  }

  @Test
  void both_ends_are_named_as_asterisk_does_it_and_belong_to_the_call() {
    dial("Local/8260@agents");
    assertThat(end("1").id().name()).isEqualTo("Local/8260@agents-00000000;1");
    assertThat(end("2").id().name()).isEqualTo("Local/8260@agents-00000000;2");
    assertThat(pbx.channels())
        .extracting(channel -> channel.id().linkedId())
        .containsOnly(caller.id().uniqueId());
  }

  @Test
  void the_dialplan_behind_it_knows_who_calls_and_what_is_inherited() {
    dial("Local/8260@agents/n");
    assertThat(end("2").variable("SEEN")).hasValue("here 0301");
  }

  @Test
  void an_answer_behind_it_is_an_answer() {
    dial("Local/8260@agents/n");
    answers();
    assertThat(caller.bridge()).isPresent().isEqualTo(end("1").bridge());
    assertThat(end("2").bridge()).isPresent().isEqualTo(phone().bridge());
    invitations.get(0).hangUp();
    assertThat(pbx.channels()).isEmpty();
  }

  @Test
  void a_refusal_behind_it_is_a_refusal_with_the_same_cause() {
    dial("Local/8260@agents/n");
    invitations.get(0).refuse(17, 486);
    assertThat(caller.variable("DIALSTATUS")).hasValue("BUSY");
    assertThat(pbx.channels()).containsExactly(caller);
  }

  @Test
  void what_the_dialplan_does_not_have_cannot_be_reached() {
    dial("Local/9999@agents");
    assertThat(caller.variable("DIALSTATUS")).hasValue("CHANUNAVAIL");
    assertThat(pbx.channels()).containsExactly(caller);
  }

  @Test
  void who_stops_ringing_it_stops_what_rings_behind_it() {
    dial("Local/8260@agents/n");
    invitations.get(0).ring();
    clock.advance(Duration.ofSeconds(20));
    assertThat(caller.variable("DIALSTATUS")).hasValue("NOANSWER");
    assertThat(pbx.channels()).containsExactly(caller);
  }

  @Test
  void keys_pass_through_it() {
    dial("Local/8261@agents/n");
    caller.press('5');
    assertThat(end("2").variable("KEY")).hasValue("5");
  }

  @Test
  void it_is_taken_out_when_somebody_is_heard_at_both_ends() {
    dial("Local/8260@agents");
    answers();
    assertThat(pbx.channels()).hasSize(4);
    clock.advance(A_SECOND);
    assertThat(pbx.channels()).containsExactly(caller, phone());
    assertThat(caller.bridge()).isPresent().isEqualTo(phone().bridge());
    caller.farEndHangsUp();
    assertThat(pbx.channels()).isEmpty();
  }

  @Test
  void it_stays_where_nobody_talks_at_one_end_or_its_name_says_so() {
    dial("Local/8261@agents");
    clock.advance(A_SECOND);
    assertThat(pbx.channels()).hasSize(3);
    caller.farEndHangsUp();
    caller = incoming();
    dial("Local/8260@agents/n");
    answers();
    clock.advance(A_SECOND);
    assertThat(pbx.channels()).hasSize(4);
  }

  @Test
  void its_state_is_told_with_each_change_and_is_that_of_no_device() {
    dial("Local/8260@agents/n");
    answers();
    invitations.get(0).hangUp();
    assertThat(news.take().stream().filter(line -> line.startsWith("Local")))
        .containsExactly(
            "Local/8260@agents is IN_USE",
            "Local/8260@agents is IN_USE",
            "Local/8260@agents is IN_USE",
            "Local/8260@agents is NOT_IN_USE",
            "Local/8260@agents is NOT_IN_USE");
    assertThat(pbx.devices()).doesNotContainKey("Local/8260@agents");
  }
}
