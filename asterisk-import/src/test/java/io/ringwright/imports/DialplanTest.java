package io.ringwright.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.files.PhoneFileWriter;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What extensions.conf says of queues: their numbers, keys, hints and waits. */
class DialplanTest {

  private static final String SALES = "[sales]\nmember = Local/101@agents/n\n";

  @TempDir private Path folder;

  private House.Result imported(String queues, String dialplan) {
    return House.with(queues).dialplan(dialplan).imported(folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exten => 55,1,Queue(sales)",
        "exten = 55,1,queue( sales ,t,,,30)",
        "exten => 55,1,NoOp()\n same => n(wait),Queue(sales,,,,30)"
      })
  void a_queue_has_the_number_that_calls_it(String lines) {
    House.Result result = imported(SALES, "[in]\n" + lines + "\n");
    assertThat(result.group("55").members()).hasSize(1);
    assertThat(result.line(1).verdict()).isEqualTo(Verdict.KEPT);
  }

  @Test
  void a_queue_that_only_a_menu_calls_is_given_a_free_number() {
    House.Result result = imported(SALES, "[in]\nexten => s,1,Queue(sales)\n");
    assertThat(result.group("700").members()).hasSize(1);
    assertThat(result.line(1).reason()).contains("a free one was given");
  }

  @Test
  void the_number_of_a_member_is_not_that_of_a_queue() {
    House.Result result = imported(SALES, "[in]\nexten => 101,1,Queue(sales)\n");
    assertThat(result.group("700").members()).hasSize(1);
  }

  @Test
  void the_wait_and_options_of_the_call_are_those_of_the_group() {
    House.Result result = imported(SALES, "[in]\nexten => 55,1,Queue(sales,rtT,,,90)\n");
    assertThat(result.group("55").waiting().longestWait()).isEqualTo(Duration.ofSeconds(90));
    assertThat(PhoneFileWriter.yaml(result.house().phones()))
        .contains("dial-options: tT")
        .contains("ringing");
    assertThat(result.line("extensions.conf", 2).reason())
        .contains("hunt group 55", "longest-wait 90 s", "dial-options tT", "no overflow yet");
  }

  @Test
  void a_call_without_a_wait_waits_for_a_day() {
    House.Result result = imported(SALES, "[in]\nexten => 55,1,Queue(sales,${OPTS},,,${MAX})\n");
    assertThat(result.group("55").waiting().longestWait()).isEqualTo(Duration.ofDays(1));
    assertThat(result.line("extensions.conf", 2).reason())
        .contains("what its variables say is not known");
  }

  @Test
  void a_hint_is_watched_for_a_local_member() {
    House.Result result = imported(SALES, "[blf]\nexten => 101,hint,PJSIP/x&Custom:DND101\n");
    assertThat(result.extension("101").devices().get(0).device()).hasToString("hint:101@blf");
    assertThat(result.line(2).verdict()).isEqualTo(Verdict.KEPT);
  }

  @Test
  void a_hint_gives_a_phone_with_a_name_its_number() {
    House.Result result =
        imported("[700]\nmember = PJSIP/anna\n", "[blf]\nexten => 44,hint,PJSIP/anna\n");
    assertThat(result.extension("44").devices().get(0).device()).hasToString("PJSIP/anna");
  }

  @Test
  void keys_lead_to_the_context_that_the_queue_names() {
    House.Result result =
        imported(
            "[700]\nmember = PJSIP/101\ncontext = menu\n",
            "[menu]\nexten => 1,1,Goto(a,s,1)\nexten => 12345,1,NoOp()\nexten => _X,1,NoOp()\n"
                + "exten => #,1,Hangup()\n");
    assertThat(result.line(3).reason()).isEqualTo("keys 1, # lead there");
    assertThat(result.group("700").waiting().leaving().keys()).hasSize(2);
  }

  @Test
  void a_context_without_a_key_is_not_possible() {
    House.Result result =
        imported("[700]\nmember = PJSIP/101\ncontext = menu\n", "[menu]\nexten => _X,1,NoOp()\n");
    assertThat(result.line(3).verdict()).isEqualTo(Verdict.NOT_POSSIBLE);
  }

  @Test
  void a_call_of_a_queue_that_is_not_there_is_told() {
    House.Result result =
        imported(SALES, "[in]\nexten => 1,1,Queue(support)\nexten => 2,1,Queue(${Q})\n");
    assertThat(result.line("extensions.conf", 2).reason()).contains("no queue of this name");
    assertThat(result.line("extensions.conf", 3).reason()).contains("known only in a call");
  }

  @Test
  void all_other_lines_of_the_dialplan_stay() {
    House.Result result =
        imported(SALES, "[globals]\nA=1\n[in]\nexten => 1,1,Dial(PJSIP/1)\ninclude => b\n");
    assertThat(
            result.house().report().entries().stream()
                .filter(each -> each.file().equals("extensions.conf")))
        .hasSize(5)
        .allMatch(each -> each.verdict() == Verdict.NOT_NEEDED);
  }
}
