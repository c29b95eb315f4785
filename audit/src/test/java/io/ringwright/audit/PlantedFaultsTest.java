package io.ringwright.audit;

import static io.ringwright.audit.LogText.agent;
import static io.ringwright.audit.LogText.audit;
import static io.ringwright.audit.LogText.findings;
import static io.ringwright.audit.LogText.queue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ringwright.audit.AuditReport.Faults;
import io.ringwright.audit.AuditReport.Finding;
import io.ringwright.audit.AuditReport.Kind;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Faults planted by hand: each is found, and no other. */
class PlantedFaultsTest {

  private static final Faults NONE = new Faults(0, 0, 0, 0);

  /** Anna hangs up at 50 and is rung at 55: the queue slept. */
  private static final String RETRY_GAP =
      """
      5|MANAGER|sales|anna|ADDMEMBER|
      10|c1|sales|NONE|ENTERQUEUE||0301|1
      12|c1|sales|anna|CONNECT|2|a1|2
      20|c2|sales|NONE|ENTERQUEUE||0302|1
      50|c1|sales|anna|COMPLETEAGENT|2|38|1
      58|c2|sales|anna|CONNECT|38|a2|2
      90|c2|sales|anna|COMPLETEAGENT|38|32|1
      """;

  @Test
  void a_retry_gap_is_idle_time_of_queue_and_agent() {
    AuditReport report = audit(RETRY_GAP);
    Duration gap = Duration.ofMillis(5500);
    assertThat(queue(report, "sales").idle().sure()).isEqualTo(gap);
    assertThat(agent(report, "anna").idle().sure()).isEqualTo(gap);
    assertThat(report.findings())
        .containsExactly(
            new Finding(
                Kind.IDLE,
                Instant.parse("2026-01-05T10:00:50Z"),
                "sales",
                "",
                gap,
                "somebody waited, and an agent was idle"));
    assertThat(queue(report, "sales").faults()).isEqualTo(NONE);
  }

  @Test
  void a_gap_between_two_rings_of_a_phone_that_nobody_answers_is_told_by_itself() {
    AuditReport report =
        audit(
            """
            5|MANAGER|sales|anna|ADDMEMBER|
            10|c1|sales|NONE|ENTERQUEUE||0301|1
            25|c1|sales|anna|RINGNOANSWER|15000
            45|c1|sales|anna|RINGNOANSWER|15000
            53|c1|sales|anna|CONNECT|43|a1|3
            80|c1|sales|anna|COMPLETECALLER|43|27|1
            """);
    assertThat(queue(report, "sales").idle().unsure()).isEqualTo(Duration.ofMillis(5000 + 4500));
    assertThat(queue(report, "sales").idle().sure()).isZero();
    assertThat(report.findings()).isEmpty();
  }

  /** Both queues are Anna's; the callers of gold are served first, however late they come. */
  private static final String WEIGHT =
      """
      1|MANAGER|gold|anna|ADDMEMBER|
      1|MANAGER|iron|anna|ADDMEMBER|
      2|g0|gold|NONE|ENTERQUEUE||0300|1
      4|g0|gold|anna|CONNECT|2|x|2
      10|i1|iron|NONE|ENTERQUEUE||0301|1
      20|g1|gold|NONE|ENTERQUEUE||0302|1
      40|g0|gold|anna|COMPLETEAGENT|2|36|1
      43|g1|gold|anna|CONNECT|23|x|3
      50|g2|gold|NONE|ENTERQUEUE||0303|1
      70|g1|gold|anna|COMPLETEAGENT|23|27|1
      73|g2|gold|anna|CONNECT|23|x|3
      80|g3|gold|NONE|ENTERQUEUE||0304|1
      100|g2|gold|anna|COMPLETEAGENT|23|27|1
      103|g3|gold|anna|CONNECT|23|x|3
      140|g3|gold|anna|COMPLETEAGENT|23|37|1
      143|i1|iron|anna|CONNECT|133|x|3
      160|i1|iron|anna|COMPLETEAGENT|133|17|1
      """;

  @Test
  void a_caller_who_starves_by_the_weight_of_another_queue_is_found() {
    AuditReport report = audit(WEIGHT);
    assertThat(report.findings())
        .containsExactly(
            new Finding(
                Kind.STARVED,
                Instant.parse("2026-01-05T10:00:10Z"),
                "iron",
                "i1",
                Duration.ofSeconds(133),
                "3 newer callers of other queues were served by its agents"));
    assertThat(queue(report, "iron").faults()).isEqualTo(new Faults(0, 0, 1, 0));
    assertThat(queue(report, "gold").faults()).isEqualTo(NONE);
  }

  @Test
  void from_where_on_a_caller_starves_is_a_setting() {
    AuditSettings.Limits usual = AuditSettings.Limits.DEFAULT;
    AuditSettings patient =
        AuditSettings.DEFAULT.limits(
            new AuditSettings.Limits(
                usual.shortestGap(), usual.presence(), Duration.ofSeconds(134), 3));
    assertThat(audit(WEIGHT, patient).findings()).isEmpty();
    AuditSettings four =
        AuditSettings.DEFAULT.limits(
            new AuditSettings.Limits(
                usual.shortestGap(), usual.presence(), Duration.ofSeconds(60), 4));
    assertThat(audit(WEIGHT, four).findings()).isEmpty();
  }

  /** While c1 sleeps until its next try, Ben becomes free and c2 gets him. */
  private static final String OVERTAKING =
      """
      1|MANAGER|sales|anna|ADDMEMBER|
      1|MANAGER|sales|ben|ADDMEMBER|
      2|c0|sales|NONE|ENTERQUEUE||0300|1
      4|c0|sales|ben|CONNECT|2|x|2
      5|z0|sales|NONE|ENTERQUEUE||0309|1
      7|z0|sales|anna|CONNECT|2|x|2
      10|c1|sales|NONE|ENTERQUEUE||0301|1
      20|c2|sales|NONE|ENTERQUEUE||0302|2
      40|c0|sales|ben|COMPLETEAGENT|2|36|1
      44|c2|sales|ben|CONNECT|24|x|4
      90|z0|sales|anna|COMPLETEAGENT|2|83|1
      92|c1|sales|anna|CONNECT|82|x|2
      110|c1|sales|anna|COMPLETEAGENT|82|18|1
      120|c2|sales|ben|COMPLETEAGENT|24|76|2
      """;

  @Test
  void a_later_caller_who_is_connected_first_has_overtaken() {
    AuditReport report = audit(OVERTAKING);
    assertThat(report.findings())
        .containsExactly(
            new Finding(
                Kind.OVERTAKEN,
                Instant.parse("2026-01-05T10:00:10Z"),
                "sales",
                "c1",
                Duration.ofSeconds(34),
                "by c2, who entered later"));
    assertThat(queue(report, "sales").faults()).isEqualTo(new Faults(1, 0, 0, 0));
  }

  @Test
  void an_earlier_caller_for_whom_a_phone_rings_is_not_overtaken() {
    AuditReport report =
        audit(
            """
            1|MANAGER|sales|anna|ADDMEMBER|
            1|MANAGER|sales|ben|ADDMEMBER|
            10|c1|sales|NONE|ENTERQUEUE||0301|1
            11|c2|sales|NONE|ENTERQUEUE||0302|2
            14|c2|sales|ben|CONNECT|3|x|2
            18|c1|sales|anna|CONNECT|8|x|7
            40|c1|sales|anna|COMPLETEAGENT|8|22|1
            40|c2|sales|ben|COMPLETEAGENT|3|26|2
            """);
    assertThat(report.findings()).isEmpty();
  }

  @Test
  void a_caller_who_entered_ahead_of_others_has_priority_and_is_counted_as_such() {
    AuditReport report =
        audit(
            """
            1|MANAGER|sales|anna|ADDMEMBER|
            2|c0|sales|NONE|ENTERQUEUE||0300|1
            4|c0|sales|anna|CONNECT|2|x|2
            10|c1|sales|NONE|ENTERQUEUE||0301|1
            20|vip|sales|NONE|ENTERQUEUE||0302|1
            40|c0|sales|anna|COMPLETEAGENT|2|36|1
            43|vip|sales|anna|CONNECT|23|x|3
            60|vip|sales|anna|COMPLETEAGENT|23|17|1
            63|c1|sales|anna|CONNECT|53|x|3
            80|c1|sales|anna|COMPLETEAGENT|53|17|1
            """);
    assertThat(report.findings()).isEmpty();
    assertThat(queue(report, "sales").faults()).isEqualTo(new Faults(0, 1, 0, 0));
  }

  @Test
  void an_agent_who_is_rung_for_two_callers_at_once_is_found() {
    AuditReport report =
        audit(
            """
            1|MANAGER|sales|anna|ADDMEMBER|
            1|MANAGER|service|anna|ADDMEMBER|
            10|c1|sales|NONE|ENTERQUEUE||0301|1
            14|c2|service|NONE|ENTERQUEUE||0302|1
            24|c1|sales|anna|RINGNOANSWER|14000
            29|c2|service|anna|RINGNOANSWER|15000
            30|c1|sales|NONE|ABANDON|1|1|20
            30|c2|service|NONE|ABANDON|1|1|16
            """);
    assertThat(findings(report, Kind.DOUBLE_OFFER))
        .containsExactly(
            new Finding(
                Kind.DOUBLE_OFFER,
                Instant.parse("2026-01-05T10:00:14Z"),
                "service",
                "anna",
                Duration.ofSeconds(10),
                "rung for c2 while ringing for another"));
    assertThat(agent(report, "anna").doubles()).isEqualTo(1);
    assertThat(report.findings()).hasSize(1);
  }

  @Test
  void an_agent_who_is_rung_while_talking_is_found() {
    AuditReport report =
        audit(
            """
            1|MANAGER|sales|anna|ADDMEMBER|
            10|c1|sales|NONE|ENTERQUEUE||0301|1
            13|c1|sales|anna|CONNECT|3|x|3
            20|c2|sales|NONE|ENTERQUEUE||0302|1
            30|c2|sales|anna|RINGNOANSWER|10000
            60|c1|sales|anna|COMPLETEAGENT|3|47|1
            61|c2|sales|NONE|ABANDON|1|1|41
            """);
    assertThat(report.findings())
        .extracting(Finding::kind, Finding::who, Finding::lasted)
        .containsExactly(tuple(Kind.DOUBLE_OFFER, "anna", Duration.ofSeconds(10)));
  }

  @Test
  void faults_of_one_day_do_not_hide_each_other() {
    AuditReport report = audit(RETRY_GAP + shifted(WEIGHT, 1000) + shifted(OVERTAKING, 2000));
    assertThat(report.findings())
        .extracting(Finding::kind)
        .containsExactly(Kind.IDLE, Kind.OVERTAKEN, Kind.STARVED);
  }

  private static String shifted(String log, long seconds) {
    StringBuilder text = new StringBuilder();
    log.lines()
        .forEach(
            line -> {
              int bar = line.indexOf('|');
              text.append(Long.parseLong(line.substring(0, bar)) + seconds);
              text.append(line.substring(bar)).append('\n');
            });
    return text.toString();
  }
}
