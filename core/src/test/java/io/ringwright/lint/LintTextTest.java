package io.ringwright.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Condition;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.Schedule;
import io.ringwright.directory.Schedule.Hours;
import io.ringwright.directory.Schedule.WeeklyHours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LintTextTest {

  private static final Condition OFFICE =
      new Condition.During(
          new Schedule(
              ZoneId.of("Europe/Berlin"),
              List.of(
                  new WeeklyHours(
                      EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                      new Hours(LocalTime.of(8, 0), LocalTime.of(18, 0)))),
              Map.of(LocalDate.of(2027, 12, 24), List.of())));

  @Test
  void hours_are_told_in_plain_words() {
    PhoneList phones =
        PhoneList.builder()
            .extension(
                "100", each -> each.device("PJSIP/100").forward(Kind.UNCONDITIONAL, "101", OFFICE))
            .extension(
                "101", each -> each.device("PJSIP/101").forward(Kind.UNCONDITIONAL, "100", OFFICE))
            .build();
    assertThat(DirectoryLint.findings(phones))
        .extracting(Finding::toString)
        .anyMatch(
            line ->
                line.contains(
                    "while during Mon-Fri 08:00-18:00, 2027-12-24 closed, Europe/Berlin holds"))
        .noneMatch(line -> line.matches(".*[A-Z][A-Za-z]*\\[.*"));
  }
}
