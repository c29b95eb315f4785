package io.ringwright.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Condition;
import io.ringwright.directory.NumberPattern;
import io.ringwright.directory.Schedule;
import io.ringwright.directory.Schedule.Hours;
import io.ringwright.directory.Schedule.WeeklyHours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which forwarding applies under which condition; it is Monday, nine o'clock in London. */
class ForwardingConditionsTest {

  private static final Set<DayOfWeek> MONDAY = Set.of(DayOfWeek.MONDAY);

  private static Hours hours(int from, int to) {
    return new Hours(LocalTime.of(from, 0), LocalTime.of(to, 0));
  }

  private static RuleFixture when(Condition condition) {
    return new RuleFixture(
        list ->
            list.allowExternal("+49")
                .extension(
                    "100", a -> a.device("PJSIP/100").forward(Kind.UNCONDITIONAL, "101", condition))
                .extension("101", b -> b.device("PJSIP/101"))
                .huntGroup("700", all -> all.member("100")));
  }

  private static String during(Schedule schedule) {
    return when(new Condition.During(schedule)).comesTo("100");
  }

  @Test
  void a_schedule_counts_in_its_own_time_zone() {
    WeeklyHours nineToTen = new WeeklyHours(MONDAY, hours(9, 10));
    assertThat(during(Schedule.weekly(ZoneId.of("Europe/London"), nineToTen))).isEqualTo("101");
    assertThat(during(Schedule.weekly(ZoneId.of("Europe/Berlin"), nineToTen))).isEqualTo("100");
  }

  @Test
  void a_date_with_hours_of_its_own_goes_before_the_week() {
    ZoneId london = ZoneId.of("Europe/London");
    LocalDate today = LocalDate.of(2026, 3, 2);
    List<WeeklyHours> week = List.of(new WeeklyHours(MONDAY, hours(9, 17)));
    assertThat(during(new Schedule(london, week, Map.of(today, List.of())))).isEqualTo("100");
    assertThat(during(new Schedule(london, List.of(), Map.of(today, List.of(hours(8, 12))))))
        .isEqualTo("101");
  }

  @Test
  void a_call_through_a_group_can_be_forwarded_unlike_a_direct_one() {
    RuleFixture group = when(new Condition.ThroughGroup());
    assertThat(group.comesTo("100")).isEqualTo("100");
    assertThat(group.comesTo("700")).isEqualTo("101");
    RuleFixture direct = when(new Condition.DialledDirectly());
    assertThat(direct.comesTo("100")).isEqualTo("101");
    assertThat(direct.comesTo("700")).isEqualTo("100");
  }

  @Test
  void conditions_combine_in_any_depth() {
    Condition berlin = new Condition.CallerMatches(new NumberPattern("030."));
    Condition both =
        new Condition.AllOf(List.of(berlin, new Condition.Not(new Condition.ThroughGroup())));
    assertThat(when(both).comesTo("100")).isEqualTo("101");
    assertThat(when(both).comesTo("700")).isEqualTo("100");
    assertThat(
            when(new Condition.AnyOf(List.of(both, new Condition.ThroughGroup()))).comesTo("700"))
        .isEqualTo("101");
  }

  @Test
  void the_first_of_several_whose_condition_holds_applies() {
    RuleFixture house =
        new RuleFixture(
            list ->
                list.extension(
                        "100",
                        a ->
                            a.device("PJSIP/100")
                                .forward(Kind.ON_BUSY, "101", new Condition.ThroughGroup())
                                .forward(Kind.ON_BUSY, "102", new Condition.DialledDirectly())
                                .forwardOnBusy("103"))
                    .extension("101", b -> b.device("PJSIP/101"))
                    .extension("102", c -> c.device("PJSIP/102"))
                    .extension("103", d -> d.device("PJSIP/103"))
                    .huntGroup("700", all -> all.member("100")));
    house.engaged("100");
    assertThat(house.comesTo("100")).isEqualTo("102");
    assertThat(house.comesTo("700")).isEqualTo("101");
  }

  @Test
  void one_hop_leads_outside_after_any_number_inside() {
    RuleFixture house =
        new RuleFixture(
            list ->
                list.allowExternal("+49")
                    .extension("100", a -> a.device("PJSIP/100").forwardUnconditional("101"))
                    .extension("101", b -> b.device("PJSIP/101").forwardOnBusy("+493012345")));
    assertThat(house.engaged("101").comesTo("100")).isEqualTo("outside +493012345");
  }
}
