package io.ringwright.engine;

import static io.ringwright.engine.House.rings;
import static io.ringwright.engine.House.waits;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.ExternalNumber;
import io.ringwright.call.Notice;
import io.ringwright.call.OrderAnswer;
import io.ringwright.call.OrderRefusal;
import io.ringwright.call.RejectReason;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.port.Telephony.Delivery;
import io.ringwright.port.Telephony.DeliveryReport;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Leaving by a key, being withdrawn, being called back, and coming back to the old place. */
class LeavingTheQueueTest {

  private final House house = House.of(LeavingTheQueueTest::office);

  private static void office(PhoneListBuilder list) {
    list.extension("100", anna -> anna.device("PJSIP/100"))
        .extension("101", ben -> ben.device("PJSIP/101"))
        .allowCallBack("030")
        .huntGroup(
            "700",
            sales ->
                sales
                    .member("100")
                    .leaveByKey("1", "101")
                    .leaveByKey("2", "701")
                    .callBackByKey("#")
                    .keepPlaceFor(Duration.ofMinutes(2), true))
        .huntGroup("701", support -> support.member("100"));
  }

  private void threeWait() {
    house.reports("100", DeviceState.IN_USE);
    for (String call : List.of("c1", "c2", "c3")) {
      house.arrives(call, "700");
      house.passes(Duration.ofSeconds(1));
    }
  }

  private RoutingAnswer presses(String call, String key) {
    return house.router.keyPressed(house.channel(call), DirectoryNumber.of(key));
  }

  @Test
  void a_key_that_leads_to_a_free_phone_rings_it_at_once() {
    threeWait();
    assertThat(rings(presses("c2", "1"))).isEqualTo("101");
    assertThat(house.queue()).containsExactly("c1", "c3");
  }

  @Test
  void a_key_that_leads_to_another_group_keeps_the_place_in_the_queue() {
    threeWait();
    RoutingAnswer answer = presses("c1", "2");
    assertThat(waits(answer)).isTrue();
    assertThat(house.router.waitingCalls().get(0).waitingFor()).hasToString("hunt group 701");
    assertThat(house.queue()).containsExactly("c1", "c2", "c3");
    house.idle("100");
    assertThat(house.pbx.delivered()).containsExactly("c1");
  }

  @Test
  void a_key_that_leads_nowhere_changes_nothing_and_is_counted() {
    threeWait();
    assertThat(waits(presses("c1", "9"))).isTrue();
    assertThat(house.queue()).containsExactly("c1", "c2", "c3");
    assertThat(house.ear.ignored).containsExactly("key");
  }

  @Test
  void a_withdrawn_call_is_out_of_our_hands() {
    threeWait();
    house.router.withdraw(CallId.of("c1"));
    assertThat(house.queue()).containsExactly("c2", "c3");
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.WITHDRAWN);
    house.router.withdraw(CallId.of("c1"));
    assertThat(house.ear.ignored).containsExactly("withdraw");
  }

  @Test
  void a_caller_who_asks_to_be_called_back_hangs_up_and_keeps_the_place() {
    threeWait();
    RoutingAnswer answer = presses("c1", "#");
    assertThat(answer.decision())
        .isEqualTo(new RoutingDecision.Reject(RejectReason.CALL_BACK_ARRANGED));
    house.hangsUp("c1");
    assertThat(house.queue()).containsExactly("c1", "c2", "c3");
    house.idle("100");
    Delivery delivery = house.pbx.last();
    assertThat(delivery.callBack().orElseThrow().number())
        .isEqualTo(ExternalNumber.of("0301234567"));
    assertThat(rings(house.lands(delivery))).isEqualTo("100");
    house.answers("c1", "100");
    house.hangsUp("c1");
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.ANSWERED);
  }

  @Test
  void who_was_called_back_and_finds_the_phone_busy_waits_on_the_line_at_the_old_place() {
    threeWait();
    presses("c1", "#");
    house.hangsUp("c1");
    house.idle("100");
    Delivery delivery = house.pbx.last();
    house.lands(delivery);
    assertThat(waits(house.ringEnds("c1", delivery.token(), RingOutcome.BUSY))).isTrue();
    assertThat(house.queue()).startsWith("c1");
    assertThat(house.router.waitingCalls().get(0).callBack()).isEmpty();
    house.hangsUp("c1");
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.ABANDONED);
  }

  @Test
  void nobody_is_called_back_more_than_three_times() {
    threeWait();
    presses("c1", "#");
    house.hangsUp("c1");
    house.hangsUp("c2");
    house.hangsUp("c3");
    house.pbx.says(DeliveryReport.CALLER_GONE);
    house.idle("100");
    assertThat(house.pbx.delivered()).containsExactly("c1");
    house.passes(Duration.ofMinutes(6));
    assertThat(house.pbx.delivered()).containsExactly("c1", "c1");
    house.passes(Duration.ofMinutes(6));
    assertThat(house.pbx.delivered()).containsExactly("c1", "c1", "c1");
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.ABANDONED);
    assertThat(house.queue()).isEmpty();
  }

  @Test
  void while_somebody_is_called_again_later_the_phone_serves_the_next() {
    threeWait();
    presses("c1", "#");
    house.hangsUp("c1");
    house.pbx.says(DeliveryReport.CALLER_GONE);
    house.idle("100");
    assertThat(house.pbx.delivered()).startsWith("c1", "c2");
  }

  @Test
  void a_number_that_may_not_be_called_is_not_called_back() {
    House strict =
        House.of(
            list ->
                list.extension("100", anna -> anna.device("PJSIP/100").callBackByKey("#"))
                    .allowCallBack("040"));
    strict.reports("100", DeviceState.IN_USE);
    strict.arrives("c1", "100");
    assertThat(waits(strict.router.keyPressed(strict.channel("c1"), DirectoryNumber.of("#"))))
        .isTrue();
    assertThat(strict.ear.ignored).containsExactly("call back");
  }

  @Test
  void the_answer_says_why_nobody_is_called_back() {
    threeWait();
    house.pbx.cannotCallBack();
    RoutingAnswer answer = presses("c1", "#");
    assertThat(waits(answer)).isTrue();
    assertThat(answer.explanation().toString())
        .contains("is not called back: switch pbx cannot call anybody back");
    assertThat(answer.notice()).contains(Notice.CALL_BACK_REFUSED);
    assertThat(house.ear.whyIgnored)
        .containsExactly("call back: switch pbx cannot call anybody back");
    assertThat(house.router.waitingCalls().get(0).callBack()).isEmpty();
  }

  @Test
  void the_host_is_refused_a_call_back_that_the_switch_cannot_make() {
    threeWait();
    house.pbx.cannotCallBack();
    assertThat(house.router.callBack(CallId.of("c1"), ExternalNumber.of("0409876")))
        .isCompletedWithValue(
            new OrderAnswer.Refused(
                OrderRefusal.CANNOT_CALL_BACK, "switch pbx cannot call anybody back"));
  }

  @Test
  void who_presses_a_key_after_a_call_back_was_arranged_is_served_and_ends_once() {
    threeWait();
    house.router.callBack(CallId.of("c1"), ExternalNumber.of("0301234567"));
    assertThat(rings(presses("c1", "1"))).isEqualTo("101");
    house.answers("c1", "101");
    house.hangsUp("c1");
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.ANSWERED);
    assertThat(house.queue()).containsExactly("c2", "c3");
  }

  @Test
  void who_is_picked_up_after_a_call_back_was_arranged_ends_with_the_channel() {
    threeWait();
    presses("c1", "#");
    house.answers("c1", "101");
    house.hangsUp("c1");
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.ANSWERED);
    assertThat(house.queue()).containsExactly("c2", "c3");
  }

  @Test
  void a_call_back_survives_a_restart_of_the_engine() {
    threeWait();
    house.router.callBack(CallId.of("c1"), ExternalNumber.of("0409876"));
    house.hangsUp("c1");
    house.engineRestarts();
    house.connectsSeeing(List.of(House.report("100", DeviceState.NOT_IN_USE)), java.util.Map.of());
    assertThat(house.pbx.last().callBack().orElseThrow().number())
        .isEqualTo(ExternalNumber.of("0409876"));
  }

  @Test
  void who_hung_up_and_calls_again_in_time_has_the_old_place() {
    threeWait();
    house.hangsUp("c1");
    house.passes(Duration.ofSeconds(60));
    house.arrives("again", "700");
    assertThat(house.queue()).containsExactly("again", "c2", "c3");
  }

  @Test
  void the_place_is_given_back_once_and_not_after_its_time() {
    threeWait();
    house.hangsUp("c1");
    house.arrives("again", "700");
    house.arrives("another", "700");
    assertThat(house.queue()).containsExactly("again", "c2", "c3", "another");
    house.hangsUp("c2");
    house.passes(Duration.ofSeconds(121));
    house.arrives("late", "700");
    assertThat(house.queue()).containsExactly("again", "c3", "another", "late");
  }

  @Test
  void by_the_earlier_call_a_place_is_claimed_from_another_number_too() {
    House named =
        House.of(
            list ->
                list.extension(
                    "100",
                    anna -> anna.device("PJSIP/100").keepPlaceFor(Duration.ofMinutes(2), false)));
    named.reports("100", DeviceState.IN_USE);
    named.arrives("c1", "100");
    named.passes(Duration.ofSeconds(1));
    named.arrives("c2", "100");
    named.hangsUp("c1");
    named.passes(Duration.ofSeconds(1));
    named.arrives("other", "100");
    named.router.callArrived(
        House.inbound(named.remembers("again", "100")).returningFrom(CallId.of("c1")));
    assertThat(named.queue()).containsExactly("again", "c2", "other");
  }
}
