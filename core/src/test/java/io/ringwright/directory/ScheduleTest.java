package io.ringwright.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.directory.Schedule.Hours;
import io.ringwright.directory.Schedule.WeeklyHours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Hours OFFICE = hours(9, 17);
  private static final Set<DayOfWeek> WORKDAYS =
      Set.of(
          DayOfWeek.MONDAY,
          DayOfWeek.TUESDAY,
          DayOfWeek.WEDNESDAY,
          DayOfWeek.THURSDAY,
          DayOfWeek.FRIDAY);
  private static final Schedule WEEK = Schedule.weekly(BERLIN, new WeeklyHours(WORKDAYS, OFFICE));

  private static Hours hours(int from, int to) {
    return new Hours(LocalTime.of(from, 0), LocalTime.of(to, 0));
  }

  private static boolean open(Schedule schedule, String instant) {
    return schedule.isOpen(Instant.parse(instant));
  }

  @Test
  void the_first_instant_is_open_and_the_last_is_not() {
    assertThat(open(WEEK, "2026-03-02T07:59:59.999Z")).isFalse();
    assertThat(open(WEEK, "2026-03-02T08:00:00Z")).as("nine in Berlin").isTrue();
    assertThat(open(WEEK, "2026-03-02T15:59:59.999Z")).isTrue();
    assertThat(open(WEEK, "2026-03-02T16:00:00Z")).isFalse();
  }

  @Test
  void the_zone_decides_which_day_it_is() {
    Schedule mondays =
        Schedule.weekly(
            ZoneId.of("Pacific/Auckland"), new WeeklyHours(Set.of(DayOfWeek.MONDAY), hours(0, 12)));
    assertThat(open(mondays, "2026-03-01T20:00:00Z")).as("Monday there").isTrue();
    assertThat(open(mondays, "2026-03-02T20:00:00Z")).as("Tuesday there").isFalse();
  }

  @Test
  void weekends_are_closed() {
    assertThat(open(WEEK, "2026-03-07T10:00:00Z")).isFalse();
  }

  @Test
  void a_date_of_its_own_overrides_the_week_and_an_empty_one_closes() {
    Schedule holidays =
        new Schedule(
            BERLIN,
            List.of(new WeeklyHours(WORKDAYS, OFFICE)),
            Map.of(
                LocalDate.of(2026, 3, 2), List.of(),
                LocalDate.of(2026, 3, 7), List.of(hours(10, 12), hours(14, 15))));
    assertThat(open(holidays, "2026-03-02T10:00:00Z")).isFalse();
    assertThat(open(holidays, "2026-03-03T10:00:00Z")).isTrue();
    assertThat(open(holidays, "2026-03-07T09:30:00Z")).isTrue();
    assertThat(open(holidays, "2026-03-07T12:00:00Z")).isFalse();
    assertThat(open(holidays, "2026-03-07T13:30:00Z")).isTrue();
  }

  @Test
  void midnight_as_the_end_is_the_end_of_the_day() {
    Schedule late =
        Schedule.weekly(
            BERLIN, new WeeklyHours(WORKDAYS, new Hours(LocalTime.of(22, 0), LocalTime.MIDNIGHT)));
    assertThat(open(late, "2026-03-02T22:59:59Z")).isTrue();
    assertThat(open(late, "2026-03-02T23:00:00Z")).as("Tuesday in Berlin").isFalse();
  }

  @Test
  void an_hour_that_does_not_exist_never_opens() {
    Schedule night = sundays(hours(2, 3));
    assertThat(open(night, "2026-03-29T00:59:59Z")).as("01:59:59, winter time").isFalse();
    assertThat(open(night, "2026-03-29T01:00:00Z")).as("03:00, summer time").isFalse();
  }

  @Test
  void an_hour_that_exists_twice_opens_twice() {
    Schedule night = sundays(hours(2, 3));
    assertThat(open(night, "2026-10-25T00:30:00Z")).as("02:30, summer time").isTrue();
    assertThat(open(night, "2026-10-25T01:30:00Z")).as("02:30, winter time").isTrue();
    assertThat(open(night, "2026-10-25T02:00:00Z")).isFalse();
  }

  private static Schedule sundays(Hours hours) {
    return Schedule.weekly(BERLIN, new WeeklyHours(Set.of(DayOfWeek.SUNDAY), hours));
  }

  @Test
  void hours_past_midnight_are_refused_with_advice() {
    assertThatThrownBy(() -> hours(22, 6))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("22:00")
        .hasMessageContaining("split hours that run past midnight in two");
    assertThatThrownBy(() -> hours(9, 9)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void hours_are_told_in_plain_words_and_in_a_fixed_order() {
    assertThat(WEEK).hasToString("Mon-Fri 09:00-17:00, Europe/Berlin");
    Schedule odd =
        new Schedule(
            BERLIN,
            List.of(
                new WeeklyHours(
                    Set.of(DayOfWeek.SUNDAY, DayOfWeek.SATURDAY, DayOfWeek.TUESDAY),
                    new Hours(LocalTime.of(22, 0), LocalTime.MIDNIGHT)),
                new WeeklyHours(WORKDAYS, hours(14, 17)),
                new WeeklyHours(WORKDAYS, hours(9, 12))),
            Map.of(
                LocalDate.of(2026, 12, 31), List.of(hours(14, 15), hours(9, 12)),
                LocalDate.of(2026, 12, 24), List.of()));
    assertThat(odd)
        .hasToString(
            "Mon-Fri 09:00-12:00, Mon-Fri 14:00-17:00, Tue Sat Sun 22:00-24:00,"
                + " 2026-12-24 closed, 2026-12-31 09:00-12:00 and 14:00-15:00, Europe/Berlin");
    assertThat(new Condition.Not(new Condition.During(new Schedule(BERLIN, List.of(), Map.of()))))
        .hasToString("not during never, Europe/Berlin");
  }

  @Test
  void of_many_dates_the_first_are_told_and_the_others_counted() {
    Map<LocalDate, List<Hours>> holidays = new HashMap<>();
    for (int day = 1; day <= 20; day++) {
      holidays.put(LocalDate.of(2026, 7, day), List.of());
    }
    assertThat(new Schedule(BERLIN, List.of(), holidays))
        .hasToString(
            "2026-07-01 closed, 2026-07-02 closed, 2026-07-03 closed, other hours on 17 more"
                + " dates, Europe/Berlin");
  }

  @Test
  void a_date_that_no_calendar_has_is_refused() {
    assertThatThrownBy(() -> new Schedule(BERLIN, List.of(), Map.of(LocalDate.MAX, List.of())))
        .hasMessageContaining("is not valid: expected a year from 1 to 9999");
  }
}
