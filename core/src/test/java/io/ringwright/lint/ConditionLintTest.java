package io.ringwright.lint;

import static io.ringwright.lint.DirectoryLintTest.BERLIN;
import static io.ringwright.lint.DirectoryLintTest.CLOSED;
import static io.ringwright.lint.DirectoryLintTest.OFFICE;
import static io.ringwright.lint.DirectoryLintTest.VACATION;
import static io.ringwright.lint.DirectoryLintTest.extension;
import static io.ringwright.lint.DirectoryLintTest.house;
import static io.ringwright.lint.DirectoryLintTest.lines;
import static io.ringwright.lint.DirectoryLintTest.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Condition;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.directory.Schedule;
import io.ringwright.directory.Schedule.Hours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Conditions and schedules of which something cannot be meant. */
class ConditionLintTest {

  private static PhoneListBuilder when(Condition condition) {
    return extension(house(101), 100, e -> e.forward(Kind.ON_BUSY, "101", condition));
  }

  @Test
  void a_schedule_that_never_opens_is_told() {
    assertThat(lines(when(new Condition.During(CLOSED))))
        .containsExactly(
            "extension 100 · schedule that never opens: forwarding on busy to extension 101 asks a"
                + " schedule without any hour; give the schedule hours, or remove the forwarding");
    assertThat(of(Finding.Kind.SCHEDULE_NEVER_OPENS, when(new Condition.Not(closed(CLOSED)))))
        .hasSize(1);
  }

  private static Condition closed(Schedule schedule) {
    return new Condition.AllOf(List.of(new Condition.During(schedule)));
  }

  @Test
  void a_schedule_whose_dates_are_over_never_opens_again() {
    Schedule fair =
        new Schedule(
            BERLIN,
            List.of(),
            Map.of(
                LocalDate.of(2026, 3, 2),
                List.of(new Hours(LocalTime.of(9, 0), LocalTime.of(17, 0))),
                LocalDate.of(2030, 1, 1),
                List.of()));
    PhoneList phones = when(new Condition.During(fair)).build();
    assertThat(DirectoryLint.findings(phones)).isEmpty();
    assertThat(DirectoryLint.findings(phones, Instant.parse("2026-03-02T22:59:59Z"))).isEmpty();
    assertThat(DirectoryLint.findings(phones, Instant.parse("2026-03-02T23:00:00Z")))
        .extracting(Finding::kind)
        .containsExactly(Finding.Kind.SCHEDULE_NEVER_OPENS);
  }

  @Test
  void a_condition_that_contradicts_itself_or_excludes_nothing_is_told() {
    Condition office = new Condition.During(OFFICE);
    Condition never = new Condition.AllOf(List.of(office, VACATION, new Condition.Not(office)));
    assertThat(of(Finding.Kind.FORWARDING_NEVER_APPLIES, when(never)))
        .singleElement()
        .asString()
        .contains("its condition contradicts itself");
    assertThat(of(Finding.Kind.CONDITION_ALWAYS_HOLDS, when(new Condition.Not(never)))).hasSize(1);
    assertThat(of(Finding.Kind.CONDITION_ALWAYS_HOLDS, when(new Condition.AllOf(List.of()))))
        .hasSize(1);
    assertThat(of(Finding.Kind.FORWARDING_NEVER_APPLIES, when(new Condition.AnyOf(List.of()))))
        .hasSize(1);
    assertThat(lines(when(new Condition.AnyOf(List.of(office, VACATION))))).isEmpty();
    assertThat(lines(when(new Condition.Not(office)))).isEmpty();
  }

  @Test
  void a_forwarding_behind_one_that_always_applies_never_does() {
    PhoneListBuilder list = house(101, 102);
    extension(list, 100, e -> e.forwardOnBusy("101").forward(Kind.ON_BUSY, "102", VACATION));
    extension(list, 103, e -> e.forwardOnNoReply("101").forwardUnconditional("102"));
    extension(
        list,
        104,
        e -> e.forward(Kind.ON_BUSY, "101", VACATION).forward(Kind.ON_BUSY, "102", VACATION));
    assertThat(of(Finding.Kind.FORWARDING_NEVER_APPLIES, list))
        .containsExactly(
            "extension 100: forwarding on busy to extension 102: an earlier forwarding takes every"
                + " call before it, vacation",
            "extension 103: forwarding on no reply to extension 101: an earlier forwarding takes"
                + " every call before it, always",
            "extension 104: forwarding on busy to extension 102: an earlier forwarding takes every"
                + " call before it, vacation");
  }

  // Hunting
}
