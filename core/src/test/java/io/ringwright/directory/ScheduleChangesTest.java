package io.ringwright.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Schedule.Hours;
import io.ringwright.directory.Schedule.WeeklyHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleChangesTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Set<DayOfWeek> DAILY = EnumSet.allOf(DayOfWeek.class);

  private static Hours hours(String from, String to) {
    return new Hours(LocalTime.parse(from), LocalTime.parse(to));
  }

  private static Schedule daily(String from, String to) {
    return Schedule.weekly(BERLIN, new WeeklyHours(DAILY, hours(from, to)));
  }

  private static Optional<Instant> next(Schedule schedule, String after) {
    return schedule.nextChange(Instant.parse(after));
  }

  private static Optional<Instant> at(String instant) {
    return Optional.of(Instant.parse(instant));
  }

  /** Hours at whole minutes, mostly at night, where clocks change; seconds in one of three. */
  private static Schedule any(ZoneId zone, LocalDate about, Random random) {
    List<WeeklyHours> weekly = new ArrayList<>();
    for (int entry = random.nextInt(4); entry > 0; entry--) {
      Set<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)));
      days.addAll(random.nextBoolean() ? DAILY : Set.of());
      weekly.add(new WeeklyHours(days, hours(random)));
    }
    Map<LocalDate, List<Hours>> dates = new HashMap<>();
    for (int date = random.nextInt(4); date > 0; date--) {
      dates.put(
          about.plusDays(random.nextInt(5) - 2L),
          Stream.generate(() -> hours(random)).limit(random.nextInt(3)).toList());
    }
    return new Schedule(zone, weekly, dates);
  }

  private static Hours hours(Random random) {
    int most = random.nextBoolean() ? 5 * 3600 : 23 * 3600;
    int step = random.nextInt(3) == 0 ? 1 : 60;
    int from = random.nextInt(most / step) * step;
    int to = from + (1 + random.nextInt((86_400 - from) / step)) * step;
    return new Hours(
        LocalTime.ofSecondOfDay(from),
        to >= 86_400 ? LocalTime.MIDNIGHT : LocalTime.ofSecondOfDay(to));
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 2026-03-29",
    "Europe/Berlin, 2026-10-25",
    "America/New_York, 2026-03-08",
    "America/New_York, 2026-11-01",
    "Australia/Lord_Howe, 2026-04-05",
    "Australia/Lord_Howe, 2026-10-04",
    "Africa/Casablanca, 2026-02-15",
    "Africa/Casablanca, 2026-03-22",
    "Africa/Cairo, 2026-04-24",
    "Africa/Cairo, 2026-10-30",
    "Antarctica/Troll, 2026-03-29",
    "Antarctica/Troll, 2026-10-25",
    "Pacific/Apia, 2011-12-30",
    "America/St_Johns, 2010-11-07",
    "Asia/Kathmandu, 2026-03-01"
  })
  void each_second_about_a_clock_change_has_the_answer_that_the_changes_say(
      ZoneId zone, LocalDate about) {
    for (int seed = 0; seed < 5; seed++) {
      Schedule schedule = any(zone, about, new Random(seed));
      Instant at = about.minusDays(1).atStartOfDay(zone).toInstant();
      Instant end = at.plus(Duration.ofDays(3));
      Optional<Instant> change = schedule.nextChange(at);
      boolean open = schedule.isOpen(at);
      for (; at.isBefore(end); at = at.plusSeconds(1)) {
        if (change.isPresent() && !at.isBefore(change.get())) {
          assertThat(schedule.isOpen(at)).as("%s at %s", schedule, at).isEqualTo(!open);
          open = !open;
          change = schedule.nextChange(at);
        }
        if (schedule.isOpen(at) != open) {
          assertThat(at).as("%s changed, not at %s", schedule, change).isNull();
        }
      }
    }
  }

  @Test
  void the_change_is_the_same_from_wherever_before_it_one_asks() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      Schedule schedule = any(BERLIN, LocalDate.of(2026, 3, 29), random);
      Instant from = Instant.parse("2026-03-26T00:00:00Z").plusSeconds(random.nextInt(400_000));
      Optional<Instant> change = schedule.nextChange(from);
      Duration left = Duration.between(from, change.orElse(from.plusSeconds(100_000)));
      Instant later = from.plusNanos((long) (left.toNanos() * random.nextDouble()));
      assertThat(schedule.nextChange(later)).as("%s from %s", schedule, later).isEqualTo(change);
    }
  }

  @Test
  void seconds_and_nanoseconds_count() {
    Schedule odd = daily("09:00:10.5", "17:00:00.000000001");
    assertThat(next(odd, "2026-03-02T08:00:10Z")).isEqualTo(at("2026-03-02T08:00:10.500Z"));
    assertThat(next(odd, "2026-03-02T08:00:10.500Z"))
        .isEqualTo(at("2026-03-02T16:00:00.000000001Z"));
  }

  @Test
  void hours_that_meet_are_no_change() {
    Schedule whole =
        Schedule.weekly(
            BERLIN,
            new WeeklyHours(DAILY, hours("00:00", "12:00")),
            new WeeklyHours(DAILY, hours("12:00", "00:00")));
    assertThat(next(whole, "2026-03-02T08:00:00Z")).as("always open").isEmpty();
    Schedule night =
        Schedule.weekly(
            BERLIN,
            new WeeklyHours(DAILY, hours("22:00", "00:00")),
            new WeeklyHours(DAILY, hours("00:00", "06:00")));
    assertThat(next(night, "2026-03-02T22:00:00Z")).isEqualTo(at("2026-03-03T05:00:00Z"));
  }

  @Test
  void a_schedule_that_never_opens_again_has_no_change() {
    Schedule past =
        new Schedule(
            BERLIN, List.of(), Map.of(LocalDate.of(2026, 3, 1), List.of(hours("09:00", "10:00"))));
    assertThat(next(past, "2026-03-01T08:30:00Z")).isEqualTo(at("2026-03-01T09:00:00Z"));
    assertThat(next(past, "2026-03-01T09:00:00Z")).isEmpty();
    assertThat(new Schedule(BERLIN, List.of(), Map.of()).nextChange(Instant.EPOCH)).isEmpty();
  }

  @Test
  void a_date_far_away_is_found_at_once_and_a_long_closing_is_passed() {
    Schedule far =
        new Schedule(
            BERLIN, List.of(), Map.of(LocalDate.of(9999, 1, 1), List.of(hours("00:00", "10:00"))));
    assertThat(next(far, "2026-03-01T08:30:00Z")).isEqualTo(at("9998-12-31T23:00:00Z"));
    Map<LocalDate, List<Hours>> closed = new HashMap<>();
    for (int day = 0; day < 90; day++) {
      closed.put(LocalDate.of(2026, 6, 1).plusDays(day), List.of());
    }
    Schedule summer =
        new Schedule(BERLIN, List.of(new WeeklyHours(DAILY, hours("09:00", "17:00"))), closed);
    assertThat(next(summer, "2026-05-31T20:00:00Z")).isEqualTo(at("2026-08-30T07:00:00Z"));
  }

  @Test
  void a_combined_condition_changes_at_the_earliest_change_of_its_parts() {
    Condition noon = new Condition.During(daily("12:00", "13:00"));
    Condition office = new Condition.During(daily("09:00", "17:00"));
    Condition both =
        new Condition.AllOf(
            List.of(
                new Condition.Not(noon),
                new Condition.AnyOf(List.of(new Condition.Host("vip", any -> true), office))));
    assertThat(both.nextChange(Instant.parse("2026-03-02T07:00:00Z")))
        .isEqualTo(at("2026-03-02T08:00:00Z"));
    assertThat(both.nextChange(Instant.parse("2026-03-02T08:00:00Z")))
        .isEqualTo(at("2026-03-02T11:00:00Z"));
    assertThat(new Condition.Host("vip", any -> true).nextChange(Instant.EPOCH)).isEmpty();
    assertThat(new Condition.Always().nextChange(Instant.EPOCH)).isEmpty();
  }

  @Test
  void a_list_knows_the_next_change_of_all_its_forwardings() {
    PhoneList phones =
        PhoneList.builder()
            .extension("100", each -> each.device("PJSIP/100"))
            .extension(
                "101",
                each ->
                    each.device("PJSIP/101")
                        .forward(
                            Kind.UNCONDITIONAL,
                            "100",
                            new Condition.During(daily("09:00", "17:00")))
                        .forward(
                            Kind.ON_BUSY,
                            "100",
                            new Condition.Not(new Condition.During(daily("12:00", "13:00")))))
            .build();
    Instant at = Instant.parse("2026-03-02T07:00:00Z");
    List<String> changes = new ArrayList<>();
    for (int change = 0; change < 5; change++) {
      at = phones.nextHoursChange(at).orElseThrow();
      changes.add(at.toString());
    }
    assertThat(changes)
        .containsExactly(
            "2026-03-02T08:00:00Z",
            "2026-03-02T11:00:00Z",
            "2026-03-02T12:00:00Z",
            "2026-03-02T16:00:00Z",
            "2026-03-03T08:00:00Z");
    assertThat(phones.nextHoursChange(Instant.parse("2026-03-02T07:00:00Z")))
        .as("asked about an earlier instant again")
        .isEqualTo(at("2026-03-02T08:00:00Z"));
    assertThat(PhoneList.builder().build().nextHoursChange(at)).isEmpty();
  }
}
