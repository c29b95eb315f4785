package io.ringwright.testkit;

import static io.ringwright.testkit.Desks.MOMENT;
import static io.ringwright.testkit.Desks.desks;
import static io.ringwright.testkit.RoutingAssertions.assertThat;

import io.ringwright.directory.PhoneList;
import io.ringwright.waiting.QueueOrder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Anna alone serves two groups and is on the phone; who is next? */
class QueueOrderScenariosTest {

  private static RoutingScenario office(QueueOrder order) {
    PhoneList phones =
        desks("100")
            .queueOrder(order)
            .huntGroup("700", sales -> sales.member("100"))
            .huntGroup("701", support -> support.member("100"))
            .build();
    return RoutingScenario.given(phones).engaged("100").somebodyAt("100");
  }

  private static void hangsUp(RoutingScenario office) {
    office.hangUp("100").after(MOMENT);
  }

  @Test
  void callers_of_one_priority_are_served_as_they_came() {
    RoutingScenario office = office(QueueOrder.STRICT);
    ScenarioCaller first = office.call("0301", "700");
    ScenarioCaller second = office.call("0302", "700");
    assertThat(first).atPosition(1);
    assertThat(second).atPosition(2);
    hangsUp(office);
    assertThat(first).talksTo("100");
    hangsUp(office);
    assertThat(second).talksTo("100");
  }

  @Test
  void a_newcomer_never_overtakes_somebody_who_waits_for_the_same_phone() {
    RoutingScenario office = office(QueueOrder.STRICT);
    ScenarioCaller waits = office.call("0301", "700");
    office.pbx().loseNextDelivery();
    office.hangUp("100");
    ScenarioCaller newcomer = office.call("0302", "701");
    assertThat(newcomer).waits();
    office.after(MOMENT);
    assertThat(waits).hasRung("100");
    assertThat(newcomer).waits().hasRung();
  }

  @Test
  void under_strict_priority_the_higher_goes_first_however_late_it_came() {
    RoutingScenario office = office(QueueOrder.STRICT);
    ScenarioCaller plain = office.call("0301", "700");
    office.after(Duration.ofMinutes(30));
    ScenarioCaller important = office.caller("0302").ofPriority(1).calls("700");
    assertThat(important).atPosition(1);
    hangsUp(office);
    assertThat(important).talksTo("100");
    assertThat(plain).waits();
  }

  @Test
  void under_ageing_a_priority_is_worth_so_much_time_a_level_and_no_more() {
    RoutingScenario office = office(QueueOrder.ageing(Duration.ofMinutes(1)));
    ScenarioCaller plain = office.caller("0301").ofPriority(5).calls("700");
    office.after(Duration.ofSeconds(239));
    ScenarioCaller inTime = office.caller("0302").ofPriority(1).calls("700");
    office.after(Duration.ofSeconds(2));
    ScenarioCaller tooLate = office.caller("0303").ofPriority(1).calls("700");
    assertThat(inTime).atPosition(1);
    assertThat(plain).atPosition(2);
    assertThat(tooLate).atPosition(3);
    hangsUp(office);
    assertThat(inTime).talksTo("100");
    hangsUp(office);
    assertThat(plain).talksTo("100");
  }

  @Test
  void without_a_penalty_the_priority_does_not_count() {
    RoutingScenario office = office(QueueOrder.ageing(Duration.ZERO));
    ScenarioCaller plain = office.caller("0301").ofPriority(5).calls("700");
    office.after(Duration.ofSeconds(1));
    ScenarioCaller important = office.caller("0302").ofPriority(1).calls("700");
    assertThat(plain).atPosition(1);
    assertThat(important).atPosition(2);
  }

  @Test
  void one_order_holds_over_all_groups_that_share_a_phone() {
    RoutingScenario office = office(QueueOrder.STRICT);
    ScenarioCaller first = office.call("0301", "700");
    office.after(Duration.ofSeconds(1));
    ScenarioCaller second = office.call("0302", "701");
    office.after(Duration.ofSeconds(1));
    ScenarioCaller third = office.call("0303", "700");
    office.after(Duration.ofSeconds(1));
    ScenarioCaller important = office.caller("0304").ofPriority(1).calls("701");
    for (ScenarioCaller next : new ScenarioCaller[] {important, first, second, third}) {
      hangsUp(office);
      assertThat(next).talksTo("100");
    }
  }

  @Test
  void who_waits_for_the_person_is_in_the_same_order_as_who_waits_for_the_group() {
    RoutingScenario office = office(QueueOrder.STRICT);
    ScenarioCaller throughGroup = office.call("0301", "700");
    office.after(Duration.ofSeconds(1));
    ScenarioCaller directly = office.call("0302", "100");
    hangsUp(office);
    assertThat(throughGroup).talksTo("100");
    hangsUp(office);
    assertThat(directly).talksTo("100");
  }

  @Test
  void a_higher_priority_given_while_waiting_counts_with_the_old_ticket() {
    RoutingScenario office = office(QueueOrder.STRICT);
    ScenarioCaller first = office.call("0301", "700");
    ScenarioCaller second = office.call("0302", "700");
    office.after(Duration.ofMinutes(1));
    ScenarioCaller important = office.caller("0303").ofPriority(1).calls("700");
    second.changePriority(1);
    assertThat(second).atPosition(1);
    assertThat(important).atPosition(2);
    assertThat(first).atPosition(3);
    hangsUp(office);
    assertThat(second).talksTo("100");
  }

  @Test
  void a_caller_who_cannot_be_served_blocks_nobody_behind() {
    PhoneList phones =
        desks("100", "101")
            .huntGroup("700", sales -> sales.member("100"))
            .huntGroup("701", support -> support.member("100").member("101"))
            .build();
    RoutingScenario office = RoutingScenario.given(phones).engaged("100").engaged("101");
    ScenarioCaller first = office.caller("0301").ofPriority(1).calls("700");
    ScenarioCaller second = office.call("0302", "701");
    office.hangUp("101");
    assertThat(second).rings("101");
    assertThat(first).waits().atPosition(1);
  }
}
