package io.ringwright.testkit;

import static io.ringwright.testkit.Desks.desks;
import static io.ringwright.testkit.RoutingAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Condition;
import io.ringwright.directory.NumberPattern;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.Schedule;
import io.ringwright.directory.Schedule.Hours;
import io.ringwright.directory.Schedule.WeeklyHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Extension 100 forwards to 101 under a condition; who calls, when and how decides. */
class ForwardingConditionScenariosTest {

  private static final Schedule OFFICE_HOURS =
      new Schedule(
          ZoneId.of("Europe/Berlin"),
          List.of(
              new WeeklyHours(
                  EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                  new Hours(LocalTime.of(9, 0), LocalTime.of(17, 0)))),
          Map.of(
              LocalDate.of(2026, 12, 24),
              List.of(new Hours(LocalTime.of(9, 0), LocalTime.of(12, 0))),
              LocalDate.of(2026, 12, 25),
              List.of()));

  private static PhoneList forwardingWhen(Condition condition) {
    return desks("101")
        .extension(
            "100", anna -> anna.device("PJSIP/100").forward(Kind.UNCONDITIONAL, "101", condition))
        .huntGroup("700", sales -> sales.member("100"))
        .build();
  }

  private static ScenarioCaller callAt(String instant, PhoneList phones) {
    return RoutingScenario.given(phones, Instant.parse(instant)).call("0301", "100");
  }

  @Test
  void a_schedule_counts_the_hours_of_its_own_time_zone_summer_and_winter() {
    PhoneList phones = forwardingWhen(new Condition.During(OFFICE_HOURS));
    assertThat(callAt("2026-01-05T07:59:59Z", phones)).rings("100");
    assertThat(callAt("2026-01-05T08:00:00Z", phones)).rings("101");
    assertThat(callAt("2026-01-05T15:59:59Z", phones)).rings("101");
    assertThat(callAt("2026-01-05T16:00:00Z", phones)).rings("100");
    assertThat(callAt("2026-07-06T07:00:00Z", phones)).rings("101");
    assertThat(callAt("2026-07-06T15:00:00Z", phones)).rings("100");
  }

  @Test
  void a_schedule_is_closed_on_the_days_of_the_week_that_it_does_not_name() {
    PhoneList phones = forwardingWhen(new Condition.During(OFFICE_HOURS));
    assertThat(callAt("2026-01-10T10:00:00Z", phones)).rings("100");
  }

  @Test
  void a_date_of_its_own_goes_before_the_hours_of_the_week() {
    PhoneList phones = forwardingWhen(new Condition.During(OFFICE_HOURS));
    assertThat(callAt("2026-12-24T10:59:59Z", phones)).rings("101");
    assertThat(callAt("2026-12-24T11:00:00Z", phones)).rings("100");
    assertThat(callAt("2026-12-25T10:00:00Z", phones)).rings("100");
  }

  @Test
  void a_pattern_picks_callers_by_their_number_and_an_unknown_number_fits_none() {
    RoutingScenario office =
        RoutingScenario.given(
            forwardingWhen(new Condition.CallerMatches(new NumberPattern("030[1-3]X."))));
    assertThat(office.call("0304567", "100")).rings("100").hasRung("100");
    assertThat(office.call("0302567", "100")).rings("101").hasRung("101");
    assertThat(
            RoutingScenario.given(
                    forwardingWhen(new Condition.CallerMatches(new NumberPattern("."))))
                .call("", "100"))
        .rings("100");
  }

  @Test
  void a_forwarding_may_be_for_those_who_dial_directly() {
    PhoneList phones = forwardingWhen(new Condition.DialledDirectly());
    assertThat(RoutingScenario.given(phones).call("0301", "100")).rings("101");
    assertThat(RoutingScenario.given(phones).call("0301", "700")).rings("100");
  }

  @Test
  void a_forwarding_may_be_for_those_who_come_through_a_hunt_group() {
    PhoneList phones = forwardingWhen(new Condition.ThroughGroup());
    assertThat(RoutingScenario.given(phones).call("0301", "100")).rings("100");
    assertThat(RoutingScenario.given(phones).call("0301", "700")).rings("101");
  }

  @Test
  void the_host_decides_call_by_call() {
    AtomicBoolean away = new AtomicBoolean();
    RoutingScenario office =
        RoutingScenario.given(
            forwardingWhen(new Condition.Host("anna is away", circumstances -> away.get())));
    ScenarioCaller before = office.call("0301", "100");
    assertThat(before).rings("100");
    before.hangUp();
    away.set(true);
    assertThat(office.call("0302", "100")).rings("101").lastAnswer().isExplainedBy("anna is away");
  }

  @Test
  void a_predicate_that_throws_fails_the_scenario_and_is_named() {
    Condition broken =
        new Condition.Host(
            "calendar",
            circumstances -> {
              throw new IllegalStateException("no calendar today");
            });
    RoutingScenario office = RoutingScenario.given(forwardingWhen(broken));
    assertThatThrownBy(() -> office.call("0301", "100"))
        .isInstanceOf(AssertionError.class)
        .hasMessage("the engine failed to ask predicate calendar");
  }

  @Test
  void conditions_combine() {
    Condition outOfHours = new Condition.Not(new Condition.During(OFFICE_HOURS));
    Condition known =
        new Condition.AnyOf(
            List.of(
                new Condition.CallerMatches(new NumberPattern("030.")),
                new Condition.CallerMatches(new NumberPattern("040."))));
    PhoneList phones = forwardingWhen(new Condition.AllOf(List.of(outOfHours, known)));
    Instant evening = Instant.parse("2026-01-05T20:00:00Z");
    assertThat(RoutingScenario.given(phones, evening).call("0301", "100")).rings("101");
    assertThat(RoutingScenario.given(phones, evening).call("0401", "100")).rings("101");
    assertThat(RoutingScenario.given(phones, evening).call("0501", "100")).rings("100");
    assertThat(RoutingScenario.given(phones).call("0301", "100")).rings("100");
  }

  @Test
  void of_several_forwardings_the_first_whose_condition_holds_counts() {
    PhoneList phones =
        desks("101", "102")
            .extension(
                "100",
                anna ->
                    anna.device("PJSIP/100")
                        .forward(
                            Kind.UNCONDITIONAL,
                            "101",
                            new Condition.CallerMatches(new NumberPattern("030.")))
                        .forwardUnconditional("102"))
            .build();
    RoutingScenario office = RoutingScenario.given(phones);
    assertThat(office.call("0301", "100")).rings("101");
    assertThat(office.call("0401", "100")).rings("102");
  }

  @Test
  void who_waits_when_the_hours_begin_is_forwarded_then() {
    PhoneList phones = forwardingWhen(new Condition.During(OFFICE_HOURS));
    for (String dialled : List.of("100", "700")) {
      RoutingScenario office =
          RoutingScenario.given(phones, Instant.parse("2026-01-05T07:59:00Z")).engaged("100");
      ScenarioCaller caller = office.call("0301", dialled);
      office.after(Duration.ofSeconds(59));
      assertThat(caller).waits();
      office.after(Duration.ofSeconds(1));
      assertThat(caller).rings("101");
    }
  }
}
