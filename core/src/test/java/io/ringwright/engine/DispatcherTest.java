package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.Priority;
import io.ringwright.call.RingOutcome;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.waiting.QueueOrder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Which waiting call is served first, and by which phone. */
class DispatcherTest {

  private final House house = House.of(DispatcherTest::threePhones);

  private static void threePhones(PhoneListBuilder list) {
    list.extension("100", anna -> anna.device("PJSIP/100"))
        .extension("101", ben -> ben.device("PJSIP/101"))
        .extension("102", cleo -> cleo.device("PJSIP/102"))
        .huntGroup("700", sales -> sales.member("100").member("101"))
        .huntGroup("701", support -> support.member("101").member("102"));
  }

  private House allTalk() {
    house.reports("100", DeviceState.IN_USE);
    house.reports("101", DeviceState.IN_USE);
    house.reports("102", DeviceState.IN_USE);
    return house;
  }

  private void arrives(String call, String number, int priority) {
    house.arrives(call, number, priority);
    house.passes(Duration.ofSeconds(1));
  }

  @Test
  void who_cannot_be_served_blocks_nobody_behind() {
    allTalk();
    arrives("c1", "700", 5);
    arrives("c2", "701", 5);
    house.idle("102");
    assertThat(house.pbx.delivered()).containsExactly("c2");
    assertThat(house.queue()).containsExactly("c1");
  }

  @Test
  void callers_of_several_groups_who_share_a_phone_are_served_in_one_order() {
    allTalk();
    arrives("c1", "701", 5);
    arrives("c2", "700", 5);
    house.idle("101");
    assertThat(house.pbx.delivered()).containsExactly("c1");
  }

  @Test
  void a_back_off_of_one_caller_lets_the_next_have_the_phone() {
    allTalk();
    arrives("c1", "100", 5);
    arrives("c2", "100", 5);
    house.idle("100");
    house.lands(house.pbx.last());
    house.ringEnds("c1", house.pbx.last().token(), RingOutcome.NO_REPLY);
    assertThat(house.pbx.delivered()).containsExactly("c1", "c2");
    assertThat(house.queue()).containsExactly("c1");
  }

  @Test
  void the_highest_priority_goes_first_and_then_who_came_first() {
    allTalk();
    arrives("c1", "700", 5);
    arrives("c2", "700", 5);
    arrives("c3", "700", 1);
    assertThat(house.queue()).containsExactly("c3", "c1", "c2");
    house.idle("100");
    house.idle("101");
    assertThat(house.pbx.delivered()).containsExactly("c3", "c1");
  }

  @Test
  void with_an_ageing_order_who_waited_a_penalty_longer_goes_before_the_higher_priority() {
    House ages =
        House.of(
            list -> {
              threePhones(list);
              list.queueOrder(QueueOrder.ageing(Duration.ofSeconds(30)));
            });
    ages.reports("100", DeviceState.IN_USE);
    ages.arrives("low", "100", 2);
    ages.passes(Duration.ofSeconds(29));
    ages.arrives("within", "100", 1);
    ages.passes(Duration.ofSeconds(2));
    ages.arrives("beyond", "100", 1);
    assertThat(ages.queue()).containsExactly("within", "low", "beyond");
    ages.idle("100");
    assertThat(ages.pbx.delivered()).containsExactly("within");
  }

  @Test
  void without_a_penalty_named_a_lower_priority_waits_for_ever() {
    allTalk();
    house.arrives("low", "100", 2);
    house.passes(Duration.ofMinutes(50));
    house.arrives("high", "100", 1);
    assertThat(house.queue()).containsExactly("high", "low");
  }

  @Test
  void another_priority_while_waiting_moves_a_call_and_keeps_its_ticket() {
    allTalk();
    arrives("c1", "700", 5);
    arrives("c2", "700", 5);
    arrives("c3", "700", 5);
    house.router.changePriority(CallId.of("c3"), Priority.of(4));
    house.router.changePriority(CallId.of("c2"), Priority.of(4));
    assertThat(house.queue()).containsExactly("c2", "c3", "c1");
    house.idle("100");
    assertThat(house.pbx.delivered()).containsExactly("c2");
  }

  @Test
  void another_queue_order_holds_at_once_for_everybody_who_waits() {
    allTalk();
    arrives("low", "700", 9);
    arrives("high", "700", 1);
    assertThat(house.queue()).containsExactly("high", "low");
    house.directory.replace(
        House.phones(
            list -> {
              threePhones(list);
              list.queueOrder(QueueOrder.ageing(Duration.ZERO));
            }));
    house.router.directoryChanged();
    assertThat(house.queue()).containsExactly("low", "high");
    house.idle("100");
    assertThat(house.pbx.delivered()).containsExactly("low");
  }
}
