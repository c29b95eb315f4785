package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.IgnoredEvents;
import io.ringwright.availability.Attendance;
import io.ringwright.availability.DeviceReport;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.Channel;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.PbxId;
import io.ringwright.call.Priority;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.Token;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What comes twice, too late, or about what does not exist is counted, explained and harmless. */
class IgnoredEventsTest {

  private static final CallId NOBODY = CallId.of("nobody");

  /** Anna rings for c1, Ben talks to c2, and c3 waits for Ben. */
  private final House house =
      House.of(
          list ->
              list.extension("100", anna -> anna.device("PJSIP/100"))
                  .extension("101", ben -> ben.device("PJSIP/101")));

  private final RoutingAnswer rings = house.arrives("c1", "100");

  IgnoredEventsTest() {
    house.arrives("c2", "101");
    house.answers("c2", "101");
    house.arrives("c3", "101");
  }

  /** The deed changes nothing but the count. */
  private void ignored(String kind, Runnable deed) {
    long before = house.router.ignoredEvents().of(kind);
    List<String> queue = house.queue();
    int deliveries = house.pbx.deliveries.size();
    deed.run();
    assertThat(house.router.ignoredEvents().of(kind)).as(kind).isEqualTo(before + 1);
    assertThat(house.queue()).isEqualTo(queue);
    assertThat(house.pbx.deliveries).hasSize(deliveries);
    assertThat(house.ear.whyIgnored).last().asString().startsWith(kind + ": ");
    stillWorks();
  }

  private void stillWorks() {
    assertThat(House.rings(house.ringEnds("c1", House.token(rings), RingOutcome.ANSWERED)))
        .isEmpty();
    house.hangsUp("c2");
    house.idle("100");
    house.idle("101");
    assertThat(house.pbx.last().call().value()).isEqualTo("c3");
    assertThat(House.rings(house.arrives("c9", "100"))).isEqualTo("100");
  }

  private RememberedCall waiting() {
    return house.channel("c3");
  }

  private void over() {
    house.arrives("c4", "101");
    house.hangsUp("c4");
  }

  @Test
  void nothing_is_ignored_while_all_goes_well() {
    assertThat(house.router.ignoredEvents().total()).isZero();
    assertThat(house.router.ignoredEvents()).hasToString("none");
    stillWorks();
    assertThat(house.ear.whyIgnored).isEmpty();
  }

  @Test
  void an_answer_to_an_unknown_call() {
    ignored("answer", () -> house.router.callAnswered(NOBODY, Device.of("PJSIP/100")));
  }

  @Test
  void a_handing_over_to_whoever_talks_to_the_caller_already() {
    ignored(
        "answer",
        () -> house.router.callHandedOver(CallId.of("c2"), List.of(Device.of("PJSIP/101"))));
  }

  @Test
  void a_fallback_of_an_unknown_call() {
    ignored("fallback", () -> house.router.callFellBack(NOBODY));
  }

  @Test
  void a_take_over_of_an_unknown_call() {
    Channel channel = new Channel(House.PBX, "PJSIP/trunk-9");
    ignored("take-over", () -> house.router.callTakenOver(NOBODY, channel, CallId.of("c2")));
  }

  @Test
  void an_answer_that_is_told_twice() {
    ignored("answer", () -> house.router.callAnswered(CallId.of("c2"), Device.of("PJSIP/101")));
  }

  @Test
  void the_end_of_an_unknown_call() {
    ignored("end", () -> house.router.callEnded(NOBODY));
  }

  @Test
  void an_end_that_is_told_twice() {
    over();
    ignored("end", () -> house.hangsUp("c4"));
  }

  @Test
  void a_ring_that_ended_of_a_call_that_is_unknown() {
    RememberedCall of = renamed("nobody");
    ignored("ring end", () -> house.router.ringEnded(of, new Token(1), RingOutcome.ABANDONED));
  }

  @Test
  void a_ring_that_ended_with_a_token_that_no_longer_counts() {
    ignored(
        "ring end", () -> house.router.ringEnded(waiting(), new Token(1), RingOutcome.NO_REPLY));
  }

  @Test
  void a_ring_that_ended_after_the_call_did() {
    over();
    ignored("ring end", () -> house.ringEnds("c4", new Token(1), RingOutcome.BUSY));
  }

  @Test
  void a_landing_with_a_token_that_no_longer_counts() {
    ignored("landing", () -> house.router.callLanded(waiting(), new Token(1)));
  }

  @Test
  void a_landing_after_the_call_ended() {
    over();
    ignored("landing", () -> house.router.callLanded(house.channel("c4"), new Token(1)));
  }

  @Test
  void a_sign_of_life_after_the_call_ended() {
    over();
    ignored("sign of life", () -> house.beats("c4"));
  }

  @Test
  void a_key_that_leads_nowhere() {
    ignored("key", () -> house.router.keyPressed(waiting(), DirectoryNumber.of("9")));
  }

  @Test
  void a_key_of_a_caller_who_does_not_wait() {
    ignored("key", () -> house.router.keyPressed(house.channel("c1"), DirectoryNumber.of("9")));
  }

  @Test
  void a_withdrawal_of_an_unknown_call() {
    ignored("withdraw", () -> house.router.withdraw(NOBODY));
  }

  @Test
  void a_withdrawal_of_a_call_that_talks() {
    ignored("withdraw", () -> house.router.withdraw(CallId.of("c2")));
  }

  @Test
  void a_priority_for_an_unknown_call() {
    ignored("priority", () -> house.router.changePriority(NOBODY, Priority.HIGHEST));
  }

  @Test
  void the_attendance_of_an_unknown_extension() {
    ignored(
        "attendance",
        () ->
            house.router.setAttendance(
                DirectoryNumber.of("999"), new Attendance(false, Optional.empty())));
  }

  @Test
  void a_report_of_an_unknown_phone() {
    ignored(
        "device",
        () ->
            house.router.deviceReported(
                House.PBX,
                new DeviceReport(Device.of("PJSIP/999"), DeviceState.IN_USE, Set.of(NOBODY))));
  }

  @Test
  void the_loss_of_a_link_to_an_unknown_switch() {
    ignored("link", () -> house.router.pbxDisconnected(PbxId.of("elsewhere")));
  }

  @Test
  void a_report_that_is_told_twice_is_a_state_and_does_no_harm() {
    house.reports("101", DeviceState.IN_USE, "c2");
    house.reports("101", DeviceState.IN_USE, "c2");
    stillWorks();
  }

  @Test
  void counts_are_told_by_kind_in_order() {
    house.router.callEnded(NOBODY);
    house.router.callEnded(NOBODY);
    house.router.callAnswered(NOBODY, Device.of("PJSIP/100"));
    assertThat(house.router.ignoredEvents())
        .isEqualTo(new IgnoredEvents(Map.of("end", 2L, "answer", 1L)))
        .hasToString("1 answer, 2 end");
    assertThat(house.router.ignoredEvents().total()).isEqualTo(3);
    assertThat(house.ear.whyIgnored)
        .containsExactly(
            "end: call nobody is not known, or over",
            "end: call nobody is not known, or over",
            "answer: call nobody is not known, or over");
    house.passes(Duration.ofSeconds(1));
    stillWorks();
  }

  private RememberedCall renamed(String call) {
    RememberedCall like = waiting();
    return new RememberedCall(
        CallId.of(call),
        like.channel(),
        like.caller(),
        like.called(),
        like.priority(),
        like.since());
  }
}
