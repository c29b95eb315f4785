package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.DeviceState;
import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Condition;
import io.ringwright.directory.Schedule;
import io.ringwright.port.Telephony.Whereabouts;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The wall clock is set forward or back by hours: opening hours follow, and what channels and a
 * journal remember of the time before is put right.
 */
class ClockStepOutsideTest extends SteppedHouse {

  private void withHours() {
    Schedule day =
        Schedule.weekly(
            ZoneId.of("UTC"),
            new Schedule.WeeklyHours(
                Set.of(DayOfWeek.MONDAY),
                new Schedule.Hours(LocalTime.of(8, 0), LocalTime.of(18, 0))));
    begins(
        list ->
            list.extension(
                    "100",
                    anna ->
                        anna.device("PJSIP/100")
                            .forward(Kind.UNCONDITIONAL, "101", new Condition.During(day)))
                .extension("101", ben -> ben.device("PJSIP/101"))
                .huntGroup("700", all -> all.member("100")));
  }

  @ParameterizedTest
  @ValueSource(ints = {-3, 10})
  void opening_hours_follow_the_step_for_newcomers(int hours) {
    withHours();
    assertThat(House.rings(house.arrives("c1", "100"))).isEqualTo("101");
    clockIsSet(hours);
    assertThat(House.rings(house.arrives("c2", "100"))).isEqualTo("100");
  }

  @ParameterizedTest
  @ValueSource(ints = {-3, 10})
  void opening_hours_follow_the_step_for_those_who_wait(int hours) {
    withHours();
    house.reports("101", DeviceState.IN_USE, "other");
    house.arrives("c1", "700");
    assertThat(house.pbx.delivered()).isEmpty();
    clockIsSet(hours);
    passes(seconds(1));
    assertThat(house.pbx.delivered()).as("100 forwards no more").containsExactly("c1");
  }

  // What channels remember

  @ParameterizedTest
  @ValueSource(ints = {-3, 3})
  void callers_of_an_engine_that_forgot_all_keep_their_order_and_come_before_newcomers(int hours) {
    onePhone();
    engage();
    house.arrives("first", "100");
    passes(seconds(120));
    house.arrives("second", "100");
    passes(seconds(120));
    clockIsSet(hours);
    starts();
    house.expects();
    house.arrives("new", "100");
    tells();
    house.connectsSeeing(
        List.of(House.report("100", DeviceState.IN_USE, "other")),
        Map.of(
            "second", Whereabouts.WAITING,
            "first", Whereabouts.WAITING,
            "new", Whereabouts.WAITING));
    assertThat(house.queue()).containsExactly("first", "second", "new");
    passes(seconds(60));
    assertThat(house.queue()).as("nobody has waited too long").hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {-3, 3})
  void the_same_by_signs_of_life(int hours) {
    onePhone();
    engage();
    house.arrives("first", "100");
    passes(seconds(120));
    house.arrives("second", "100");
    passes(seconds(120));
    clockIsSet(hours);
    starts();
    engage();
    house.arrives("new", "100");
    house.beats("second");
    house.beats("first");
    assertThat(house.queue()).containsExactly("first", "second", "new");
    passes(seconds(60));
    assertThat(house.queue()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {-3, 3})
  void an_engine_that_goes_on_from_its_journal_sends_nobody_away_because_of_the_step(int hours) {
    house = House.unlinked(list -> list.extension("100", anna -> anna.device("PJSIP/100")));
    startsWithJournal();
    connects();
    engage();
    house.arrives("first", "100");
    passes(seconds(120));
    house.arrives("second", "100");
    clockIsSet(hours);
    startsWithJournal();
    house.arrives("new", "100");
    passes(seconds(60));
    assertThat(house.queue()).containsExactly("first", "second", "new");
    assertThat(house.ear.outcomesOf("first")).isEmpty();
  }
}
