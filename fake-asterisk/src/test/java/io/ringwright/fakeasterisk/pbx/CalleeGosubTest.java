package io.ringwright.fakeasterisk.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.fakeasterisk.dialplan.Dialplan;
import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import io.ringwright.fakeasterisk.switchboard.Location;
import io.ringwright.fakeasterisk.switchboard.Party;
import io.ringwright.fakeasterisk.switchboard.Phone.Invitation;
import io.ringwright.fakeasterisk.switchboard.SwitchListener;
import io.ringwright.fakeasterisk.switchboard.Switchboard;
import io.ringwright.fakeasterisk.timeline.SteppedTimeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalleeGosubTest {

  private static final String DIALPLAN =
      """
      [main]
      exten => 7,1,Set(_GOSUB_RESULT=CONTINUE)
       same => n,Dial(PJSIP/8260,20,tU(ask^1^beep))
       same => n,Set(AFTER=${DIALSTATUS})
       same => n,Wait(60)
      exten => 8,1,Set(AFTER=elsewhere ${DIALSTATUS})
       same => n,Wait(60)
      [ask]
      exten => s,1,Read(KEY,${ARG2},1,,1,2)
       same => n,GotoIf($["${KEY}" = "${ARG1}"]?take)
       same => n,ExecIf($["${KEY}" != ""]?Set(GOSUB_RESULT=${TOLD_${KEY}}))
       same => n,Return()
       same => n(take),Set(GOSUB_RESULT=)
       same => n,Return()
      """;

  private final SteppedTimeline clock = new SteppedTimeline();
  private final Switchboard pbx = new Switchboard(clock, "lab");
  private final List<Invitation> invitations = new ArrayList<>();
  private final List<String> ends = new ArrayList<>();
  private LiveChannel caller;

  @BeforeEach
  void ring() {
    pbx.install("PJSIP/trunk", invitation -> {});
    pbx.install("PJSIP/8260", invitations::add);
    pbx.listen(
        new SwitchListener() {
          @Override
          public void dialEnded(LiveChannel caller, LiveChannel phone, String status) {
            ends.add(status);
          }
        });
    caller =
        pbx.incoming("PJSIP/trunk", new Party("0301", ""), new Location("main", "7", 1), Map.of());
    Sounds sounds = new Sounds(Duration.ofSeconds(1), Set.of());
    new DialplanRunner(pbx, Dialplan.parse(DIALPLAN), sounds).run(caller);
    invitations.get(0).ring();
  }

  private LiveChannel phone() {
    return invitations.get(0).channel();
  }

  private void answers(char key) {
    invitations.get(0).answer();
    phone().press(key);
  }

  private String after() {
    return caller.variable("AFTER").orElse("");
  }

  @Test
  void whoever_answered_talks_only_after_the_subroutine() {
    invitations.get(0).answer();
    assertThat(caller.bridge()).isEmpty();
    assertThat(ends).isEmpty();
    phone().press('1');
    assertThat(caller.bridge()).isPresent().isEqualTo(phone().bridge());
    assertThat(ends).containsExactly("ANSWER");
    assertThat(phone().location().context()).isEqualTo("from-phones");
  }

  @ParameterizedTest
  @CsvSource({
    "CONTINUE, CONTINUE, ANSWER",
    "BUSY, BUSY, BUSY",
    "CONGESTION, CONGESTION, CONGESTION",
    "CHANUNAVAIL, CHANUNAVAIL, CHANUNAVAIL"
  })
  void the_caller_goes_on_without_the_phone_where_the_result_says_so(
      String result, String told, String status) {
    invitations.get(0).answer();
    phone().set("TOLD_2", result);
    phone().press('2');
    assertThat(ends).containsExactly(told);
    assertThat(after()).isEqualTo(status);
    assertThat(pbx.channels()).containsExactly(caller);
  }

  @Test
  void the_caller_goes_where_the_result_leads() {
    invitations.get(0).answer();
    phone().set("TOLD_2", "GOTO:main^8^1");
    phone().press('2');
    assertThat(ends).containsExactly("GOTO:main,8,1");
    assertThat(after()).isEqualTo("elsewhere ANSWER");
  }

  @Test
  void abort_ends_both() {
    invitations.get(0).answer();
    phone().set("TOLD_2", "ABORT");
    phone().press('2');
    assertThat(pbx.channels()).isEmpty();
  }

  @Test
  void silence_and_a_hang_up_leave_what_was_said_before() {
    invitations.get(0).answer();
    clock.advance(Duration.ofSeconds(3));
    assertThat(after()).isEqualTo("ANSWER");
  }

  @Test
  void a_phone_that_hangs_up_meanwhile_executes_nothing_more() {
    invitations.get(0).answer();
    invitations.get(0).hangUp();
    assertThat(ends).containsExactly("CONTINUE");
    assertThat(after()).isEqualTo("ANSWER");
    assertThat(pbx.channels()).containsExactly(caller);
  }

  @Test
  void a_caller_who_leaves_meanwhile_is_missed_when_the_subroutine_is_over() {
    invitations.get(0).answer();
    caller.farEndHangsUp();
    assertThat(pbx.channels()).hasSize(2);
    phone().press('1');
    assertThat(pbx.channels()).isEmpty();
  }

  @Test
  void keys_before_the_answer_are_not_heard() {
    phone().press('1');
    answers('2');
    assertThat(caller.bridge()).as("an empty result").isPresent();
  }
}
