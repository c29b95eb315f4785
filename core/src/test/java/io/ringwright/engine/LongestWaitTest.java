package io.ringwright.engine;

import static io.ringwright.engine.House.rings;
import static io.ringwright.engine.House.token;
import static io.ringwright.engine.House.waits;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.DeviceState;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.port.Telephony.Delivery;
import io.ringwright.port.Telephony.DeliveryReport;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The longest wait on the way to phones and while they ring, and keys that are pressed then. */
class LongestWaitTest {

  private static final Duration WAIT = Duration.ofSeconds(30);

  private final House house = House.of(LongestWaitTest::office);

  private static void office(PhoneListBuilder list) {
    list.extension("100", anna -> anna.device("PJSIP/100"))
        .extension("101", ben -> ben.device("PJSIP/101"))
        .allowCallBack("030")
        .huntGroup(
            "700",
            sales ->
                sales
                    .member("100")
                    .longestWait(WAIT)
                    .overflow("101")
                    .leaveByKey("1", "101")
                    .leaveByKey("2", "701")
                    .callBackByKey("#"))
        .huntGroup("701", support -> support.member("100").queueLimit(0));
  }

  /** The caller waited for so long when the phone was free, and is on the way to it. */
  private Delivery onTheWayAfter(Duration time) {
    house.reports("100", DeviceState.IN_USE);
    house.arrives("c1", "700");
    house.passes(time);
    house.idle("100");
    return house.pbx.last();
  }

  private static Duration ringTime(RoutingAnswer answer) {
    return House.ring(answer).ringTime();
  }

  @Test
  void the_ring_of_a_caller_who_lands_is_cut_to_what_is_left_then() {
    Delivery delivery = onTheWayAfter(Duration.ofSeconds(25));
    assertThat(delivery.ringTime()).isEqualTo(Duration.ofSeconds(5));
    house.clock.advance(Duration.ofSeconds(1));
    assertThat(ringTime(house.lands(delivery))).isEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void who_lands_twice_is_told_the_same() {
    Delivery delivery = onTheWayAfter(Duration.ofSeconds(25));
    RoutingAnswer first = house.lands(delivery);
    house.clock.advance(Duration.ofMillis(1500));
    assertThat(house.lands(delivery).decision()).isEqualTo(first.decision());
  }

  @Test
  void who_lands_after_the_longest_wait_overflows_at_once() {
    Delivery delivery = onTheWayAfter(Duration.ofMillis(28_500));
    house.clock.advance(Duration.ofSeconds(2));
    assertThat(rings(house.lands(delivery))).isEqualTo("101");
    assertThat(rings(house.arrives("c2", "100"))).as("the phone was given back").isEqualTo("100");
  }

  @Test
  void who_is_still_on_the_way_after_the_longest_wait_overflows() {
    Delivery late = onTheWayAfter(Duration.ofMillis(28_500));
    house.passes(Duration.ofMillis(1500));
    assertThat(House.targets(house.pbx.last().targets())).isEqualTo("101");
    assertThat(waits(house.lands(late))).as("the old token no longer counts").isTrue();
    assertThat(rings(house.lands(house.pbx.last()))).isEqualTo("101");
  }

  @Test
  void who_could_not_be_moved_overflows_as_soon_as_that_can_be() {
    house.pbx.says(DeliveryReport.NOT_SENT);
    onTheWayAfter(Duration.ofSeconds(20));
    house.passes(Duration.ofSeconds(9));
    house.pbx.says(DeliveryReport.SENT);
    house.passes(Duration.ofSeconds(6));
    assertThat(House.targets(house.pbx.last().targets())).isEqualTo("101");
  }

  @Test
  void who_is_called_back_has_all_the_time_again_on_landing() {
    house.reports("100", DeviceState.IN_USE);
    house.arrives("c1", "700");
    presses("#");
    house.passes(Duration.ofSeconds(28));
    house.idle("100");
    Delivery callOut = house.pbx.last();
    house.passes(Duration.ofSeconds(20));
    assertThat(ringTime(house.lands(callOut))).isEqualTo(Duration.ofSeconds(20));
    assertThat(rings(house.ringEnds("c1", callOut.token(), RingOutcome.NO_REPLY))).isEmpty();
  }

  private RoutingAnswer presses(String key) {
    return house.router.keyPressed(house.channel("c1"), DirectoryNumber.of(key));
  }

  @Test
  void a_key_pressed_while_phones_ring_leads_where_it_leads_while_waiting() {
    house.arrives("c1", "700");
    assertThat(rings(presses("1"))).isEqualTo("101");
    assertThat(rings(house.arrives("c2", "100"))).as("the phone was given back").isEqualTo("100");
  }

  @Test
  void a_key_that_leads_nowhere_lets_the_same_phones_ring_for_what_is_left() {
    RoutingAnswer first = house.arrives("c1", "700");
    house.passes(Duration.ofSeconds(8));
    RoutingAnswer second = presses("5");
    assertThat(token(second)).isEqualTo(token(first));
    assertThat(ringTime(second)).isEqualTo(Duration.ofSeconds(12));
    house.passes(Duration.ofSeconds(5));
    assertThat(ringTime(presses("5"))).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void a_key_that_leads_to_where_the_caller_may_not_wait_lets_the_phones_ring_on() {
    RoutingAnswer first = house.arrives("c1", "700");
    assertThat(token(presses("2"))).isEqualTo(token(first));
  }

  @Test
  void who_asks_for_a_call_back_while_phones_ring_is_called_back_from_the_old_place() {
    house.arrives("c1", "700");
    assertThat(presses("#").decision()).isInstanceOf(RoutingDecision.Reject.class);
    assertThat(house.pbx.last().callBack()).isPresent();
  }
}
