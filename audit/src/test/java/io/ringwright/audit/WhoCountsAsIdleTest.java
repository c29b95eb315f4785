package io.ringwright.audit;

import static io.ringwright.audit.LogText.audit;
import static io.ringwright.audit.LogText.queue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody waits from 100 on, and whether Anna counts as idle depends on the lines before. */
class WhoCountsAsIdleTest {

  private static final String WORKED =
      """
      5|MANAGER|sales|anna|ADDMEMBER|
      10|c1|sales|NONE|ENTERQUEUE||0301|1
      12|c1|sales|anna|CONNECT|2|a1|2
      50|c1|sales|anna|COMPLETEAGENT|2|38|1
      """;

  private static final String WAITS =
      """
      100|c2|sales|NONE|ENTERQUEUE||0302|1
      130|c2|sales|NONE|ABANDON|1|1|30
      """;

  private static Duration idle(String log) {
    return idle(log, AuditSettings.DEFAULT);
  }

  private static Duration idle(String log, AuditSettings settings) {
    return queue(audit(log, settings), "sales").idle().sure();
  }

  @Test
  void an_agent_who_is_free_does() {
    assertThat(idle(WORKED + WAITS)).isEqualTo(Duration.ofSeconds(30));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "60|MANAGER|sales|anna|REMOVEMEMBER|",
        "60|NONE|sales|anna|PAUSE|lunch",
        "60|NONE|NONE|anna|PAUSEALL|lunch",
        "60|a9|NONE|anna|AGENTLOGOFF|anna|600",
        "60|c9|sales|anna|CONNECT|2|a2|2",
        "60|NONE|NONE|NONE|QUEUESTART|",
        "60|MANAGER|sales|anna|ADDMEMBER|PAUSED"
      })
  void an_agent_who_is_not_there_or_talks_does_not(String line) {
    assertThat(idle(WORKED + line + "\n" + WAITS)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "60|NONE|sales|anna|PAUSE|lunch\n70|NONE|sales|anna|UNPAUSE|",
        "60|NONE|NONE|anna|PAUSEALL|\n61|NONE|sales|anna|PAUSE|\n70|NONE|NONE|anna|UNPAUSEALL|",
        "60|a9|NONE|anna|AGENTLOGOFF|anna|600\n70|a10|NONE|anna|AGENTLOGIN|anna",
        "60|MANAGER|sales|anna|REMOVEMEMBER|\n70|MANAGER|sales|anna|ADDMEMBER|",
        "60|NONE|service|anna|PAUSE|elsewhere"
      })
  void an_agent_who_came_back_does(String lines) {
    assertThat(idle(WORKED + lines + "\n" + WAITS)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void wrap_up_is_idle_time_until_it_is_supplied() {
    String early =
        WORKED + "51|c2|sales|NONE|ENTERQUEUE||0302|1\n81|c2|sales|NONE|ABANDON|1|1|30\n";
    assertThat(idle(early)).isEqualTo(Duration.ofSeconds(30));
    AuditSettings told = AuditSettings.DEFAULT.wrapUp("sales", Duration.ofSeconds(20));
    assertThat(idle(early, told)).isEqualTo(Duration.ofSeconds(11));
    AuditSettings elsewhere = AuditSettings.DEFAULT.wrapUp("service", Duration.ofSeconds(20));
    assertThat(idle(early, elsewhere)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void an_agent_of_a_penalty_does_not_where_the_house_says_so() {
    assertThat(idle(WORKED + WAITS, AuditSettings.DEFAULT.backup("sales", "anna"))).isZero();
    assertThat(idle(WORKED + WAITS, AuditSettings.DEFAULT.backup("sales", "ben"))).isPositive();
  }

  @Test
  void an_agent_of_whom_nothing_was_seen_for_a_quarter_of_an_hour_does_not() {
    String later =
        """
        940|c2|sales|NONE|ENTERQUEUE||0302|1
        970|c2|sales|NONE|ABANDON|1|1|30
        """;
    assertThat(idle(WORKED + later)).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void a_member_whose_name_no_call_ever_rang_does_not_unless_an_alias_tells_who_it_is() {
    String log =
        """
        5|MANAGER|sales|Local/12@agents|ADDMEMBER|
        """
            + WAITS
            + """
            200|c3|sales|NONE|ENTERQUEUE||0303|1
            203|c3|sales|Anna|CONNECT|3|a1|3
            230|c3|sales|Anna|COMPLETEAGENT|3|27|1
            """;
    AuditReport report = audit(log);
    assertThat(queue(report, "sales").idle().sure()).isZero();
    assertThat(report.unknown())
        .anyMatch(each -> each.startsWith("1 times a member was added under a name"));
    assertThat(idle(log, AuditSettings.DEFAULT.alias("Local/12@agents", "Anna")))
        .isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void a_caller_whose_end_is_missing_does_not_wait_for_ever() {
    String lost = "20|lost|sales|NONE|ENTERQUEUE||0309|1\n";
    AuditReport report = audit(lost + WORKED + WAITS);
    assertThat(queue(report, "sales").idle().sure()).isEqualTo(Duration.ofSeconds(30));
    assertThat(report.unknown()).anyMatch(each -> each.startsWith("1 calls have no end"));
  }

  @Test
  void without_a_look_at_the_whole_log_that_caller_would_wait_for_ever() {
    Tally tally = new Tally(AuditSettings.DEFAULT);
    Roster sawNothing = new Roster();
    Sweep sweep = new Sweep(AuditSettings.DEFAULT, sawNothing, tally);
    RingTimes times = new RingTimes(sweep::take);
    LogLineParser parser = new LogLineParser(Map.of());
    ("20|lost|sales|NONE|ENTERQUEUE||0309|1\n" + WORKED + WAITS)
        .lines()
        .map(line -> parsed(parser, line))
        .sorted(Comparator.comparingLong(LogEvent::second))
        .forEach(times::take);
    times.end();
    sweep.end();
    assertThat(tally.queueDays().get(0).idle().sure()).isEqualTo(Duration.ofSeconds(80));
  }

  private static LogEvent parsed(LogLineParser parser, String line) {
    try {
      return parser.parse(line);
    } catch (LogLineParser.Unreadable unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  @Test
  void while_a_queue_rings_all_its_members_nobody_counts() {
    String log =
        """
        5|MANAGER|sales|anna|ADDMEMBER|
        5|MANAGER|sales|ben|ADDMEMBER|
        10|c0|sales|NONE|ENTERQUEUE||0300|1
        20|c0|sales|anna|RINGNOANSWER|10000
        20|c0|sales|ben|RINGNOANSWER|10000
        22|c0|sales|anna|CONNECT|12|x|2
        40|c0|sales|anna|COMPLETEAGENT|12|18|1
        50|c1|sales|NONE|ENTERQUEUE||0301|1
        51|c2|sales|NONE|ENTERQUEUE||0302|2
        60|c1|sales|anna|CONNECT|10|x|10
        61|c2|sales|NONE|ABANDON|2|2|10
        90|c1|sales|anna|COMPLETEAGENT|10|30|1
        """;
    AuditReport report = audit(log);
    assertThat(report.findings()).isEmpty();
    assertThat(report.unknown()).anyMatch(each -> each.startsWith("Queues that ring several"));
  }

  @Test
  void a_gap_over_midnight_is_parted() {
    ZoneId late = ZoneId.of("Etc/GMT-14");
    AuditReport report =
        audit(
            """
            -100|MANAGER|sales|anna|ADDMEMBER|
            -90|c1|sales|NONE|ENTERQUEUE||0301|1
            -88|c1|sales|anna|CONNECT|2|a1|2
            -50|c1|sales|anna|COMPLETEAGENT|2|38|1
            -10|c2|sales|NONE|ENTERQUEUE||0302|1
            20|c2|sales|NONE|ABANDON|1|1|30
            """,
            AuditSettings.DEFAULT.in(late));
    assertThat(report.queues())
        .extracting(AuditReport.QueueDay::day, row -> row.idle().sure())
        .containsExactly(
            tuple(LocalDate.of(2026, 1, 5), Duration.ofSeconds(10)),
            tuple(LocalDate.of(2026, 1, 6), Duration.ofSeconds(20)));
  }

  @Test
  void a_call_that_was_there_before_the_log_begins_is_counted_and_named() {
    AuditReport report =
        audit(
            """
            12|c1|sales|anna|CONNECT|200|a1|2
            50|c1|sales|anna|COMPLETEAGENT|200|38|1
            """);
    assertThat(queue(report, "sales").calls().answered()).isEqualTo(1);
    assertThat(report.unknown()).anyMatch(each -> each.startsWith("1 calls were answered that"));
    assertThat(report.findings()).isEmpty();
  }
}
