package io.ringwright.engine;

import static io.ringwright.engine.House.rings;
import static io.ringwright.engine.House.waits;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.RejectReason;
import io.ringwright.call.RoutingDecision;
import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Condition;
import io.ringwright.directory.Schedule;
import io.ringwright.port.Telephony.Delivery;
import io.ringwright.port.Telephony.Whereabouts;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What time brings. */
class DueTest {

  @Test
  void nothing_is_due_in_an_idle_house() {
    House house = House.ofOne();
    house.router.runDue();
    assertThat(house.router.runDue()).isEqualTo(Instant.MAX);
  }

  @Test
  void who_waited_too_long_is_fetched_and_told() {
    House house = House.ofOne(anna -> anna.longestWait(Duration.ofMinutes(1)));
    house.reports("100", DeviceState.IN_USE);
    house.arrives("c1", "100");
    house.passes(Duration.ofSeconds(59));
    assertThat(house.pbx.deliveries).isEmpty();
    house.passes(Duration.ofSeconds(1));
    Delivery fetched = house.pbx.last();
    assertThat(fetched.targets()).isEmpty();
    assertThat(house.lands(fetched).decision())
        .isEqualTo(new RoutingDecision.Reject(RejectReason.WAITED_TOO_LONG));
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.REJECTED);
    assertThat(house.queue()).isEmpty();
  }

  @Test
  void a_fetch_that_fails_is_tried_again() {
    House house = House.ofOne(anna -> anna.longestWait(Duration.ofMinutes(1)));
    house.reports("100", DeviceState.IN_USE);
    house.arrives("c1", "100");
    house.passes(Duration.ofSeconds(68)); // Nobody knows where the caller is.
    assertThat(house.pbx.deliveries.size()).isGreaterThan(1);
    assertThat(house.lands(house.pbx.last()).decision())
        .isEqualTo(new RoutingDecision.Reject(RejectReason.WAITED_TOO_LONG));
  }

  @Test
  void who_waited_too_long_overflows_and_waits_there_at_the_old_place() {
    House house = House.ofTwo(anna -> anna.longestWait(Duration.ofMinutes(1)).overflow("101"));
    house.reports("100", DeviceState.IN_USE);
    house.reports("101", DeviceState.IN_USE);
    house.arrives("c1", "100");
    house.passes(Duration.ofSeconds(30));
    house.arrives("c2", "101");
    house.passes(Duration.ofSeconds(30));
    assertThat(house.router.waitingCalls().get(0).waitingFor()).hasToString("extension 101");
    house.idle("101");
    assertThat(house.pbx.delivered()).as("the older ticket").containsExactly("c1");
    assertThat(rings(house.lands(house.pbx.last()))).isEqualTo("101");
  }

  @Test
  void who_waited_too_long_overflows_to_a_free_phone_at_once() {
    House house = House.ofTwo(anna -> anna.longestWait(Duration.ofMinutes(1)).overflow("101"));
    house.reports("100", DeviceState.IN_USE);
    house.arrives("c1", "100");
    house.passes(Duration.ofMinutes(1));
    assertThat(House.targets(house.pbx.last().targets())).isEqualTo("101");
  }

  @Test
  void a_ring_that_never_ended_is_looked_into_when_its_lease_is_over() {
    House house = House.ofOne();
    house.arrives("c1", "100");
    house.pbx.sees("c1", Whereabouts.GONE);
    house.passes(Duration.ofSeconds(49));
    assertThat(house.pbx.asked).isEmpty();
    house.passes(Duration.ofSeconds(1));
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.ABANDONED);
    assertThat(rings(house.arrives("c2", "100"))).isEqualTo("100");
  }

  @Test
  void a_caller_who_waits_though_a_phone_should_ring_goes_back_in_the_queue_after_the_lease() {
    House house = House.ofOne();
    house.arrives("c1", "100");
    house.pbx.sees("c1", Whereabouts.WAITING);
    house.passes(Duration.ofSeconds(50));
    assertThat(house.pbx.delivered()).contains("c1");
  }

  @Test
  void a_ring_that_goes_on_keeps_the_phone() {
    House house = House.ofOne();
    house.arrives("c1", "100");
    house.pbx.sees("c1", Whereabouts.RINGING);
    house.passes(Duration.ofMinutes(10));
    assertThat(waits(house.arrives("c2", "100"))).isTrue();
    assertThat(house.pbx.asked.size()).isLessThan(25);
  }

  @Test
  void opening_hours_that_change_serve_who_waits_to_the_minute() {
    Schedule fromTen =
        Schedule.weekly(
            ZoneId.of("UTC"),
            new Schedule.WeeklyHours(
                Set.of(DayOfWeek.MONDAY),
                new Schedule.Hours(LocalTime.of(10, 0), LocalTime.of(12, 0))));
    House house =
        House.ofTwo(anna -> anna.forward(Kind.ON_BUSY, "101", new Condition.During(fromTen)));
    house.reports("100", DeviceState.IN_USE);
    house.passes(Duration.ofMinutes(50).plusSeconds(7));
    assertThat(waits(house.arrives("c1", "100"))).isTrue();
    house.passes(Duration.ofMinutes(9).plusSeconds(52));
    assertThat(house.pbx.deliveries).isEmpty();
    house.passes(Duration.ofSeconds(1));
    assertThat(House.targets(house.pbx.last().targets())).isEqualTo("101");
  }

  @Test
  void a_new_phone_list_serves_who_waits_and_its_shorter_longest_wait_counts() {
    House house = House.ofOne();
    house.reports("100", DeviceState.IN_USE);
    house.arrives("c1", "100");
    house.passes(Duration.ofMinutes(2));
    house.directory.replace(
        House.phones(
            list ->
                list.extension(
                    "100", anna -> anna.device("PJSIP/100").longestWait(Duration.ofMinutes(1)))));
    house.router.directoryChanged();
    house.passes(Duration.ZERO);
    assertThat(house.pbx.last().targets()).as("fetched to be told").isEmpty();
  }

  @Test
  void a_caller_whose_extension_left_the_list_waits_on_until_the_longest_wait() {
    House house = House.ofOne();
    house.reports("100", DeviceState.IN_USE);
    house.arrives("c1", "100");
    house.directory.replace(
        House.phones(list -> list.extension("101", ben -> ben.device("PJSIP/101"))));
    house.router.directoryChanged();
    assertThat(house.queue()).containsExactly("c1");
    house.passes(Duration.ofHours(1));
    assertThat(house.lands(house.pbx.last()).decision()).isInstanceOf(RoutingDecision.Reject.class);
  }
}
