package io.ringwright.engine;

import static io.ringwright.engine.House.rings;
import static io.ringwright.engine.House.waits;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.Attendance;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.ExternalNumber;
import io.ringwright.call.OrderAnswer;
import io.ringwright.call.OrderRefusal;
import io.ringwright.call.Priority;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.port.Telephony.Delivery;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The host sends a waiting caller to an extension, out of turn. */
class OrderedDeliveryTest {

  private final House house = House.of(OrderedDeliveryTest::office);

  private static void office(PhoneListBuilder list) {
    list.extension("100", anna -> anna.device("PJSIP/100"))
        .extension(
            "101",
            ben -> ben.device("PJSIP/101").wrapUp(Duration.ofSeconds(30)).forwardOnNoReply("102"))
        .extension("102", cem -> cem.device("PJSIP/102"))
        .extension("103", out -> out.device("PJSIP/103").outOfService())
        .extension("104", quiet -> quiet.device("PJSIP/104").doNotDisturb())
        .extension("105", away -> away.device("PJSIP/105").forwardUnconditional("102"))
        .huntGroup(
            "700",
            sales -> sales.member("100").longestWait(Duration.ofSeconds(120)).overflow("104"));
  }

  private void twoWait() {
    house.reports("100", DeviceState.IN_USE, "x");
    house.arrives("c1", "700");
    house.arrives("c2", "700");
  }

  private OrderAnswer deliver(String call, String extension) {
    return house
        .router
        .deliverTo(CallId.of(call), DirectoryNumber.of(extension))
        .toCompletableFuture()
        .join();
  }

  private void refused(String call, String extension, OrderRefusal reason, String why) {
    int sent = house.pbx.deliveries.size();
    assertThat(deliver(call, extension)).isEqualTo(new OrderAnswer.Refused(reason, why));
    assertThat(house.ear.whyIgnored).contains("delivery order: " + why);
    assertThat(house.pbx.deliveries).hasSize(sent);
  }

  @Test
  void a_caller_goes_to_the_phone_that_the_host_names_past_those_ahead() {
    twoWait();
    assertThat(deliver("c2", "101"))
        .isEqualTo(new OrderAnswer.Done("call c2 is on the way to extension 101"));
    assertThat(house.pbx.delivered()).containsExactly("c2");
    assertThat(rings(house.lands(house.pbx.last()))).isEqualTo("101");
    assertThat(house.queue()).containsExactly("c1");
  }

  @Test
  void the_explanation_says_that_the_host_ordered_it() {
    twoWait();
    deliver("c2", "101");
    RoutingAnswer told = house.ear.deliveries.get(0);
    assertThat(told.explanation().toString())
        .startsWith("rings 101: free, by order of the host")
        .contains("call c2 · order of the host: to extension 101, out of turn");
    assertThat(house.lands(house.pbx.last()).explanation().toString())
        .contains("call c2 · order of the host: rings out of turn");
  }

  @Test
  void a_caller_whom_the_named_phone_does_not_answer_keeps_the_place() {
    twoWait();
    deliver("c1", "101");
    Delivery delivery = house.pbx.last();
    house.lands(delivery);
    RoutingAnswer after = house.ringEnds("c1", delivery.token(), RingOutcome.NO_REPLY);
    assertThat(waits(after)).as("%s", after.explanation()).isTrue();
    assertThat(house.queue()).containsExactly("c1", "c2");
    assertThat(house.router.waitingCalls().get(0).waitingFor().digits()).isEqualTo("700");
    house.idle("100");
    assertThat(house.pbx.last().call()).isEqualTo(CallId.of("c1"));
  }

  @Test
  void an_order_is_kept_over_a_restart() {
    twoWait();
    deliver("c2", "101");
    Delivery delivery = house.pbx.last();
    house.engineRestarts();
    assertThat(rings(house.lands(delivery))).isEqualTo("101");
    assertThat(waits(house.ringEnds("c2", delivery.token(), RingOutcome.NO_REPLY))).isTrue();
  }

  @Test
  void a_phone_left_alone_for_this_caller_may_be_named_again() {
    twoWait();
    deliver("c1", "101");
    house.lands(house.pbx.last());
    house.ringEnds("c1", house.pbx.last().token(), RingOutcome.REJECTED);
    assertThat(deliver("c1", "101").isDone()).isTrue();
  }

  @Test
  void a_wrap_up_is_no_obstacle() {
    twoWait();
    house.arrives("t", "101");
    house.answers("t", "101");
    house.hangsUp("t");
    house.idle("101");
    assertThat(deliver("c1", "101").isDone()).isTrue();
  }

  @Test
  void the_ring_is_cut_to_what_is_left_of_the_longest_wait() {
    twoWait();
    house.passes(Duration.ofSeconds(110));
    deliver("c1", "101");
    assertThat(house.pbx.last().ringTime()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void an_engaged_phone_is_refused() {
    twoWait();
    refused("c1", "100", OrderRefusal.ENGAGED, "extension 100 is engaged: in 1 call");
  }

  @Test
  void a_phone_that_rings_is_refused() {
    twoWait();
    deliver("c1", "101");
    refused("c2", "101", OrderRefusal.ENGAGED, "extension 101 is ringing: for call c1");
  }

  @Test
  void who_is_away_is_refused() {
    twoWait();
    house.router.setAttendance(
        DirectoryNumber.of("101"), new Attendance(true, Optional.of("lunch")));
    refused("c1", "101", OrderRefusal.AWAY, "extension 101 is paused for lunch");
    house.router.setAttendance(DirectoryNumber.of("101"), new Attendance(false, Optional.empty()));
    refused("c1", "101", OrderRefusal.AWAY, "extension 101 is logged out");
  }

  @Test
  void a_phone_where_nobody_can_answer_is_refused() {
    twoWait();
    house.reports("102", DeviceState.UNAVAILABLE);
    refused(
        "c1",
        "102",
        OrderRefusal.NOT_REACHABLE,
        "extension 102 is not reachable: device says UNAVAILABLE");
    refused("c1", "103", OrderRefusal.OUT_OF_SERVICE, "extension 103 is out of service");
    refused("c1", "104", OrderRefusal.DO_NOT_DISTURB, "extension 104 is on do-not-disturb");
    refused("c1", "105", OrderRefusal.FORWARDED, "extension 105 is forwarded to extension 102");
  }

  @Test
  void an_order_about_somebody_who_is_not_there_is_refused() {
    twoWait();
    refused("c1", "199", OrderRefusal.UNKNOWN_EXTENSION, "extension 199 is not in the phone list");
    refused("c1", "700", OrderRefusal.UNKNOWN_EXTENSION, "extension 700 is not in the phone list");
    refused("c9", "101", OrderRefusal.UNKNOWN_CALL, "call c9 is not known, or over");
  }

  @Test
  void a_call_that_does_not_wait_is_refused() {
    twoWait();
    deliver("c1", "101");
    refused("c1", "102", OrderRefusal.NOT_WAITING, "call c1 does not wait");
    house.answers("c1", "101");
    refused("c1", "102", OrderRefusal.NOT_WAITING, "call c1 does not wait");
  }

  @Test
  void nobody_is_moved_without_a_link() {
    twoWait();
    house.linkBreaks();
    refused("c1", "101", OrderRefusal.NO_LINK, "call c1 cannot be moved: no link to pbx");
  }

  @Test
  void in_the_last_second_of_the_longest_wait_nobody_is_rung_any_more() {
    twoWait();
    house.clock.moveTo(House.START.plusMillis(119_500));
    refused("c1", "101", OrderRefusal.WAITED_TOO_LONG, "call c1 has waited too long");
  }

  @Test
  void who_is_to_be_called_back_is_called_now() {
    twoWait();
    house.router.callBack(CallId.of("c2"), ExternalNumber.of("0409876"));
    assertThat(deliver("c2", "101").isDone()).isTrue();
    assertThat(house.pbx.last().callBack()).isPresent();
  }

  @Test
  void other_orders_about_somebody_who_is_not_there_are_refused_as_values_too() {
    CallId nobody = CallId.of("c9");
    OrderAnswer refused =
        new OrderAnswer.Refused(OrderRefusal.UNKNOWN_CALL, "call c9 is not known, or over");
    assertThat(house.router.withdraw(nobody)).isCompletedWithValue(refused);
    assertThat(house.router.changePriority(nobody, Priority.HIGHEST)).isCompletedWithValue(refused);
    assertThat(house.router.callBack(nobody, ExternalNumber.of("0409876")))
        .isCompletedWithValue(refused);
    assertThat(house.router.setAttendance(DirectoryNumber.of("199"), Attendance.PRESENT))
        .isCompletedWithValue(
            new OrderAnswer.Refused(
                OrderRefusal.UNKNOWN_EXTENSION, "extension 199 is not in the phone list"));
  }
}
