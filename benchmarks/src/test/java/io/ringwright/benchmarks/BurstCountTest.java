package io.ringwright.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BurstCountTest {

  private final List<LocalChannel> seen = new ArrayList<>();

  @Test
  void callers_are_where_their_near_halves_are() {
    near("700@arrivals-00000001", "ringwright-wait", "WaitExten");
    near("701@arrivals-00000002", "from-trunk", "Queue");
    near("700@arrivals-00000003", "no-engine", "Wait");
    near("700@arrivals-00000004", "ringwright-route", "Wait");

    BurstCount count = BurstCount.of(7, seen);

    assertThat(count.waiting()).isEqualTo(2);
    assertThat(count.inFallback()).isEqualTo(1);
    assertThat(count.asking()).isEqualTo(1);
    assertThat(count.gone()).isEqualTo(3);
    assertThat(count.isSettled()).isFalse();
  }

  @Test
  void callers_who_engage_the_phones_are_not_counted() {
    near("700@from-trunk-00000001", "ringwright-wait", "WaitExten");

    assertThat(BurstCount.of(0, seen).waiting()).isZero();
  }

  @Test
  void a_question_that_took_no_second_was_not_asked_again() {
    near("700@arrivals-00000001", "ringwright-wait", "WaitExten", "RW_SPENT", "0");
    near("700@arrivals-00000002", "ringwright-wait", "WaitExten", "RW_SPENT", "2");
    near("700@arrivals-00000003", "ringwright-wait", "WaitExten");

    assertThat(BurstCount.of(3, seen).askedAgain()).isEqualTo(1);
  }

  @Test
  void the_time_to_the_answer_is_between_the_two_halves_of_one_caller() {
    near("700@arrivals-00000001", "ringwright-wait", "WaitExten", "ARRIVED_AT", "1000");
    near("700@arrivals-00000002", "ringwright-wait", "WaitExten", "ARRIVED_AT", "1100");
    near("700@arrivals-00000003", "ringwright-route", "Wait", "ARRIVED_AT", "1200");
    far("700@arrivals-00000002", "ANSWERED_AT", "1130");
    far("700@arrivals-00000001", "ANSWERED_AT", "1005");

    BurstCount count = BurstCount.of(3, seen);

    assertThat(count.untilAnswered().size()).isEqualTo(2);
    assertThat(count.untilAnswered().median()).isEqualTo(5);
    assertThat(count.untilAnswered().max()).isEqualTo(30);
  }

  @Test
  void variables_come_as_lines_and_those_that_are_not_set_are_left_out() {
    Map<String, String> headers =
        Map.of(
            "Channel", "Local/700@arrivals-00000001;2",
            "Context", "ringwright-wait",
            "Application", "WaitExten",
            "Variable", "ARRIVED_AT=17\nANSWERED_AT=\nRW_SPENT=0");

    LocalChannel channel = LocalChannel.of(name -> headers.getOrDefault(name, ""));

    assertThat(channel.variables()).containsOnlyKeys("ARRIVED_AT", "RW_SPENT");
    assertThat(channel.number("ARRIVED_AT")).isEqualTo(17);
    assertThat(channel.number("ANSWERED_AT")).isZero();
    assertThat(channel.isNear()).isTrue();
    assertThat(channel.pair()).isEqualTo("Local/700@arrivals-00000001");
  }

  private void near(String pair, String context, String application, String... variable) {
    seen.add(new LocalChannel("Local/" + pair + ";2", context, application, variables(variable)));
  }

  private void far(String pair, String... variable) {
    seen.add(new LocalChannel("Local/" + pair + ";1", "far-half", "Wait", variables(variable)));
  }

  private static Map<String, String> variables(String... variable) {
    return variable.length == 0 ? Map.of() : Map.of(variable[0], variable[1]);
  }
}
