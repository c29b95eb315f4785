package io.ringwright.audit;

import static io.ringwright.audit.LogText.audit;
import static io.ringwright.audit.LogText.queue;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.audit.AuditReport.Calls;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Where nothing went wrong, nothing is found. */
class CleanDayTest {

  /** Anna and Ben, one queue: whoever is free is rung at once, in the order of arrival. */
  private static final String CLEAN =
      """
      0|NONE|NONE|NONE|QUEUESTART|
      5|MANAGER|sales|anna|ADDMEMBER|
      6|MANAGER|sales|ben|ADDMEMBER|
      10|c1|sales|NONE|ENTERQUEUE||0301|1
      13|c1|sales|anna|CONNECT|3|a1|3
      20|c2|sales|NONE|ENTERQUEUE||0302|1
      22|c2|sales|ben|CONNECT|2|b1|2
      30|c3|sales|NONE|ENTERQUEUE||0303|1
      35|c4|sales|NONE|ENTERQUEUE||0304|2
      50|c1|sales|anna|COMPLETEAGENT|3|37|1
      53|c3|sales|anna|CONNECT|23|a2|3
      60|c2|sales|ben|COMPLETECALLER|2|38|1
      64|c4|sales|ben|CONNECT|29|b2|3
      80|c5|sales|NONE|ENTERQUEUE||0305|1
      90|c5|sales|NONE|ABANDON|1|1|10
      100|c3|sales|anna|COMPLETEAGENT|23|47|1
      110|c4|sales|ben|COMPLETEAGENT|29|46|2
      120|NONE|NONE|anna|PAUSEALL|lunch
      120|NONE|sales|anna|PAUSE|lunch
      """;

  @Test
  void a_clean_day_has_no_finding() {
    AuditReport report = audit(CLEAN);
    assertThat(report.findings()).isEmpty();
    assertThat(report.unread()).isEmpty();
    assertThat(queue(report, "sales").calls()).isEqualTo(new Calls(5, 4, 1));
    assertThat(queue(report, "sales").idle().sure()).isZero();
  }

  /**
   * A simulated morning: callers are rung for in order as soon as a phone is free, at any part of a
   * second, and the log is written as Asterisk does, in whole seconds cut off.
   */
  @Test
  void a_thousand_calls_that_were_served_at_once_have_no_finding() {
    for (long seed = 1; seed <= 5; seed++) {
      AuditReport report = audit(new ServedAtOnce(new Random(seed), 3, 0).log(1000));
      assertThat(report.findings()).as("seed %d", seed).isEmpty();
      assertThat(queue(report, "sales").calls().answered()).isEqualTo(1000);
    }
  }

  @Test
  void the_same_with_a_phone_that_is_left_idle_for_three_seconds_has_as_many_idle_seconds() {
    ServedAtOnce late = new ServedAtOnce(new Random(7), 1, 3.2);
    AuditReport report = audit(late.log(1000));
    double found =
        report.queues().stream().mapToLong(day -> day.idle().sure().toMillis()).sum() / 1000.0;
    assertThat(found)
        .as(String.format(Locale.ROOT, "phones saw %.0f s", late.idleSeconds()))
        .isBetween(0.9 * late.idleSeconds(), 1.1 * late.idleSeconds());
  }
}
