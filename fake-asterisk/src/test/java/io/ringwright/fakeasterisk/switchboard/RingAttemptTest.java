package io.ringwright.fakeasterisk.switchboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.availability.DeviceState;
import io.ringwright.fakeasterisk.switchboard.Phone.Invitation;
import io.ringwright.fakeasterisk.switchboard.RingAttempt.AfterTalk;
import io.ringwright.fakeasterisk.switchboard.RingAttempt.Ending;
import io.ringwright.fakeasterisk.switchboard.RingAttempt.Request;
import io.ringwright.fakeasterisk.timeline.SteppedTimeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RingAttemptTest {

  private static final Duration RING_TIME = Duration.ofSeconds(20);

  private final SteppedTimeline clock = new SteppedTimeline();
  private final Switchboard pbx = new Switchboard(clock, "lab");
  private final NewsLog news = new NewsLog();
  private final List<Invitation> invitations = new ArrayList<>();
  private final List<Ending> endings = new ArrayList<>();
  private LiveChannel caller;

  @BeforeEach
  void install() {
    pbx.install("PJSIP/trunk", invitation -> {});
    pbx.install("PJSIP/8260", invitations::add);
    pbx.install("PJSIP/8261", invitations::add);
    caller =
        pbx.incoming(
            "PJSIP/trunk",
            new Party("0301", "Anna"),
            new Location("main", "700", 1),
            Map.of("X-Priority", "2"));
    pbx.listen(news);
  }

  private void dial(String... targets) {
    dial(AfterTalk.HANG_UP, targets);
  }

  private void dial(AfterTalk afterTalk, String... targets) {
    clock.run(
        () ->
            RingAttempt.start(
                pbx, caller, new Request(List.of(targets), RING_TIME, afterTalk), endings::add));
  }

  private void assertStatus(DialStatus status, boolean callerStays) {
    assertThat(endings).containsExactly(new Ending(status, callerStays));
    assertThat(caller.variable("DIALSTATUS")).hasValue(status.name());
  }

  @Test
  void channels_are_named_and_numbered_as_asterisk_does_it() {
    dial("PJSIP/8260");
    LiveChannel phone = pbx.channelsOf("PJSIP/8260").get(0);
    assertThat(caller.id())
        .isEqualTo(
            new ChannelId(
                "PJSIP/trunk-00000000", "PJSIP/trunk", "lab-1767603600.0", "lab-1767603600.0"));
    assertThat(phone.id())
        .isEqualTo(
            new ChannelId(
                "PJSIP/8260-00000001", "PJSIP/8260", "lab-1767603600.1", "lab-1767603600.0"));
    assertThat(phone.parties().connected()).isEqualTo(new Party("0301", "Anna"));
    assertThat(caller.parties().connected().number()).isEqualTo("700");
    assertThat(caller.parties().header("X-Priority")).hasValue("2");
    assertThat(caller.parties().dialled()).isEqualTo("700");
  }

  @Test
  void a_phone_rings_is_answered_and_hangs_up() {
    dial("PJSIP/8260");
    assertThat(pbx.devices()).containsEntry("PJSIP/8260", DeviceState.NOT_IN_USE);
    invitations.get(0).ring();
    assertThat(pbx.devices()).containsEntry("PJSIP/8260", DeviceState.RINGING);
    clock.advance(Duration.ofSeconds(3));
    invitations.get(0).answer();
    clock.advance(Duration.ofSeconds(60));
    invitations.get(0).hangUp();
    assertThat(news.take())
        .containsExactly(
            "dial 8260",
            "8260 RINGING",
            "PJSIP/8260 is RINGING",
            "8260 UP",
            "PJSIP/8260 is IN_USE",
            "dial 8260 ended ANSWER",
            "trunk UP",
            "8260 enters, 1",
            "trunk enters, 2",
            "8260 leaves, 1",
            "trunk leaves, 0",
            "8260 gone 16",
            "PJSIP/8260 is NOT_IN_USE");
    assertStatus(DialStatus.ANSWER, false);
    assertThat(caller.variable("ANSWEREDTIME")).hasValue("60");
    assertThat(caller.variable("DIALEDTIME_MS")).hasValue("63000");
    assertThat(caller.variable("DIALEDPEERNAME")).hasValue("PJSIP/8260-00000001");
  }

  @Test
  void with_option_g_the_caller_goes_on_after_the_talk() {
    dial(AfterTalk.GO_ON, "PJSIP/8260");
    invitations.get(0).answer();
    invitations.get(0).hangUp();
    assertStatus(DialStatus.ANSWER, true);
  }

  @Test
  void the_first_answer_wins_and_the_others_stop() {
    dial("PJSIP/8260", "PJSIP/8261");
    invitations.forEach(Invitation::ring);
    news.take();
    invitations.get(1).answer();
    assertThat(news.take())
        .containsExactly(
            "8261 UP",
            "PJSIP/8261 is IN_USE",
            "dial 8260 ended CANCEL",
            "8260 gone 26",
            "PJSIP/8260 is NOT_IN_USE",
            "dial 8261 ended ANSWER",
            "trunk UP",
            "8261 enters, 1",
            "trunk enters, 2");
    invitations.get(0).answer();
    assertThat(news.take()).as("too late").isEmpty();
    clock.advance(RING_TIME);
    assertThat(endings).as("the ring time no longer counts").isEmpty();
  }

  @Test
  void when_the_ring_time_is_over_all_phones_stop() {
    dial("PJSIP/8260", "PJSIP/8261");
    invitations.get(0).ring();
    clock.advance(RING_TIME.minusMillis(1));
    assertThat(endings).isEmpty();
    clock.advance(Duration.ofMillis(1));
    assertStatus(DialStatus.NOANSWER, true);
    assertThat(news.take())
        .contains("dial 8260 ended NOANSWER", "dial 8261 ended NOANSWER", "8260 gone 0");
    assertThat(caller.hangupCause()).isZero();
  }

  @Test
  void refusals_count_as_app_dial_counts_them() {
    dial("PJSIP/8260");
    invitations.get(0).refuse(HangupCause.BUSY, 486);
    assertStatus(DialStatus.BUSY, true);
    assertThat(caller.hangupCause()).isEqualTo(17);
    assertThat(news.take()).contains("dial 8260 ended BUSY", "8260 gone 17");
  }

  @Test
  void a_call_that_was_refused_for_good_counts_as_out_of_reach() {
    dial("PJSIP/8260");
    invitations.get(0).refuse(HangupCause.REJECTED, 603);
    assertStatus(DialStatus.CHANUNAVAIL, true);
    assertThat(news.take()).contains("dial 8260 ended NOANSWER", "8260 gone 21");
  }

  @Test
  void a_phone_that_gives_up_by_itself_is_no_answer() {
    dial("PJSIP/8260");
    invitations.get(0).refuse(HangupCause.NO_ANSWER, 480);
    assertStatus(DialStatus.NOANSWER, true);
  }

  @Test
  void one_busy_phone_among_others_out_of_reach_makes_busy() {
    pbx.unplug("PJSIP/8261");
    dial("PJSIP/8260", "PJSIP/8261");
    invitations.get(0).refuse(HangupCause.BUSY, 486);
    assertStatus(DialStatus.BUSY, true);
  }

  @Test
  void a_busy_phone_does_not_end_the_ringing_of_another() {
    dial("PJSIP/8260", "PJSIP/8261");
    invitations.get(0).refuse(HangupCause.BUSY, 486);
    invitations.get(1).ring();
    assertThat(endings).isEmpty();
    clock.advance(RING_TIME);
    assertStatus(DialStatus.NOANSWER, true);
  }

  @Test
  void an_unreachable_an_unknown_or_no_phone_at_all_is_out_of_reach_at_once() {
    pbx.unplug("PJSIP/8260");
    assertThat(pbx.devices()).containsEntry("PJSIP/8260", DeviceState.UNAVAILABLE);
    dial("PJSIP/8260");
    assertStatus(DialStatus.CHANUNAVAIL, true);
    assertThat(caller.hangupCause()).isEqualTo(3);
    endings.clear();
    dial("PJSIP/nobody");
    assertThat(caller.hangupCause()).isEqualTo(6);
    dial("SIP/8260");
    assertThat(caller.hangupCause()).isEqualTo(66);
    dial();
    assertThat(endings).hasSize(3).containsOnly(new Ending(DialStatus.CHANUNAVAIL, true));
    assertThat(invitations).isEmpty();
  }

  @Test
  void a_caller_who_gives_up_cancels_the_ringing() {
    dial("PJSIP/8260");
    invitations.get(0).ring();
    news.take();
    caller.farEndHangsUp();
    assertStatus(DialStatus.CANCEL, false);
    assertThat(news.take())
        .containsExactly("dial 8260 ended CANCEL", "8260 gone 127", "PJSIP/8260 is NOT_IN_USE");
    assertThat(invitations.get(0).isOpen()).isFalse();
  }

  @Test
  void a_caller_who_hangs_up_ends_the_talk() {
    dial("PJSIP/8260");
    invitations.get(0).answer();
    news.take();
    caller.farEndHangsUp();
    assertThat(news.take())
        .containsExactly(
            "trunk leaves, 1", "8260 leaves, 0", "8260 gone 16", "PJSIP/8260 is NOT_IN_USE");
    assertStatus(DialStatus.ANSWER, false);
  }

  @Test
  void a_caller_who_is_moved_away_leaves_the_phone_behind() {
    dial("PJSIP/8260");
    invitations.get(0).ring();
    caller.moveTo(new Location("deliver", "8261-17", 1));
    assertStatus(DialStatus.CANCEL, false);
    assertThat(caller.fate()).isEqualTo(Fate.MOVES);
    assertThat(pbx.channelsOf("PJSIP/8260")).isEmpty();
  }

  @Test
  void a_phone_in_a_call_that_rings_for_another_is_ring_in_use() {
    dial("PJSIP/8260");
    invitations.get(0).answer();
    caller = pbx.incoming("PJSIP/trunk", Party.UNKNOWN, new Location("main", "700", 1), Map.of());
    dial("PJSIP/8260");
    invitations.get(1).ring();
    assertThat(pbx.devices()).containsEntry("PJSIP/8260", DeviceState.RING_IN_USE);
    pbx.hangUpPhone("PJSIP/8260");
    assertThat(pbx.devices()).containsEntry("PJSIP/8260", DeviceState.RINGING);
  }

  @Test
  void a_phone_that_is_unplugged_in_a_call_is_unavailable_after_it() {
    dial("PJSIP/8260");
    invitations.get(0).answer();
    pbx.unplug("PJSIP/8260");
    assertThat(pbx.devices()).containsEntry("PJSIP/8260", DeviceState.IN_USE);
    invitations.get(0).hangUp();
    assertThat(pbx.devices()).containsEntry("PJSIP/8260", DeviceState.UNAVAILABLE);
    pbx.plugIn("PJSIP/8260");
    assertThat(pbx.devices()).containsEntry("PJSIP/8260", DeviceState.NOT_IN_USE);
  }

  @Test
  void a_number_behind_a_trunk_rings_there() {
    pbx.install("PJSIP/out", invitations::add);
    dial("PJSIP/0305@out");
    assertThat(invitations.get(0).number()).isEqualTo("0305");
    assertThat(news.take()).containsExactly("dial 0305@out");
    assertThat(pbx.channelsOf("PJSIP/out")).hasSize(1);
  }

  @Test
  void variables_with_underscores_are_inherited() {
    caller.set("_ONCE", "1");
    caller.set("__ALWAYS", "2");
    caller.set("OWN", "3");
    dial("PJSIP/8260");
    LiveChannel phone = pbx.channelsOf("PJSIP/8260").get(0);
    assertThat(phone.variable("ONCE")).hasValue("1");
    assertThat(phone.variable("ALWAYS")).hasValue("2");
    assertThat(phone.variable("OWN")).isEmpty();
    assertThat(phone.inheritedVariables()).isEqualTo(Map.of("__ALWAYS", "2"));
    assertThat(List.copyOf(phone.variables().keySet())).startsWith("ALWAYS", "ONCE");
  }

  @Test
  void an_unknown_device_is_a_mistake() {
    assertThatThrownBy(() -> pbx.unplug("PJSIP/9999"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PJSIP/9999")
        .hasMessageContaining("PJSIP/8260");
  }
}
