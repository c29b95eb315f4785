package io.ringwright.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.Priority;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that raise the highest penalty become times at which priorities open. */
class PenaltyRulesTest {

  private static final String QUEUE =
      """
      [700]
      defaultrule = more
      member = PJSIP/101
      member = PJSIP/102,1
      member = PJSIP/103,5
      """;
  private static final String DIALPLAN =
      "[in]\nexten => 7,1,Set(QUEUE_MAX_PENALTY=0)\n same => n,Queue(700)\n";

  @TempDir private Path folder;

  private House.Result imported(String rules, String dialplan) {
    return House.with(QUEUE).rules(rules).dialplan(dialplan).imported(folder);
  }

  private static Map<Priority, Duration> opening(House.Result result) {
    return result.group("700").hunting().escalation().opening();
  }

  private static Map<Priority, Duration> opening(int one, int seconds, int two, int later) {
    return Map.of(
        Priority.of(one), Duration.ofSeconds(seconds), Priority.of(two), Duration.ofSeconds(later));
  }

  @Test
  void each_rise_opens_the_priorities_that_were_shut_until_then() {
    House.Result result =
        imported("[more]\npenaltychange => 60,+9\npenaltychange => 30,1 ; first\n", DIALPLAN);
    assertThat(opening(result)).isEqualTo(opening(2, 30, 3, 60));
    assertThat(result.line(2).verdict()).isEqualTo(Verdict.KEPT);
    assertThat(result.line("queuerules.conf", 3).reason()).isEqualTo("priority 2 opens after 30 s");
  }

  @Test
  void what_a_rule_never_opens_opens_after_a_day() {
    House.Result result = imported("[more]\npenaltychange => 30,1\n", DIALPLAN);
    assertThat(opening(result)).isEqualTo(opening(2, 30, 3, 86_400));
    assertThat(result.line(2).verdict()).isEqualTo(Verdict.CHANGED);
  }

  @Test
  void without_a_highest_penalty_in_the_dialplan_a_rule_has_no_effect() {
    House.Result result =
        imported("[more]\npenaltychange => 30,1\n", "[in]\nexten => 7,1,Queue(700)\n");
    assertThat(opening(result)).isEmpty();
    assertThat(result.line(2).verdict()).isEqualTo(Verdict.NOT_NEEDED);
    assertThat(result.line("queuerules.conf", 2).verdict()).isEqualTo(Verdict.NOT_NEEDED);
  }

  @Test
  void without_a_dialplan_it_is_not_known_whether_a_rule_has_an_effect() {
    House.Result result =
        House.with(QUEUE).rules("[more]\npenaltychange => 30,1\n").imported(folder);
    assertThat(result.line(2).verdict()).isEqualTo(Verdict.NOT_POSSIBLE);
  }

  @Test
  void the_lowest_penalty_a_raise_and_a_fall_are_not_possible() {
    House.Result result =
        imported(
            """
            [more]
            penaltychange => 10,9,3
            penaltychange => 20,,,5
            penaltychange => 30,-4
            """,
            DIALPLAN);
    for (int line = 2; line <= 4; line++) {
      assertThat(result.line("queuerules.conf", line).verdict()).isEqualTo(Verdict.NOT_POSSIBLE);
    }
  }

  @Test
  void what_asterisk_ignores_and_what_no_queue_uses_is_told() {
    House.Result result =
        imported(
            """
            [general]
            realtime_rules = yes
            [more]
            penaltychange => 30
            penalty => 30,1
            penaltychange => -30,1
            [spare]
            penaltychange => 30,1
            """,
            DIALPLAN);
    assertThat(result.line("queuerules.conf", 2).verdict()).isEqualTo(Verdict.NOT_POSSIBLE);
    for (int line = 4; line <= 6; line++) {
      assertThat(result.line("queuerules.conf", line).reason()).startsWith("Asterisk ignores it");
    }
    assertThat(result.line("queuerules.conf", 8).reason()).isEqualTo("no queue uses this rule");
  }

  @Test
  void weights_leave_no_priorities_to_open() {
    House.Result result =
        House.with(QUEUE.replace("[700]", "[700]\nstrategy = wrandom"))
            .rules("[more]\npenaltychange => 30,9\n")
            .dialplan(DIALPLAN)
            .imported(folder);
    assertThat(opening(result)).isEmpty();
    assertThat(result.line(3).verdict()).isEqualTo(Verdict.NOT_POSSIBLE);
  }
}
