package io.ringwright.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link EngineKillTest} looks for would be found. */
class AcknowledgedTest {

  private final Acknowledged acknowledged = new Acknowledged();

  @BeforeEach
  void two_callers_wait() {
    say(
        "try t0 arrive one",
        "ack t0 one wait 1",
        "try t0 arrive two",
        "ack t0 two wait 2",
        "try t1 attend 101 out",
        "ack t1 one ring 7 100");
    acknowledged.begin();
  }

  @Test
  void callers_who_are_there_in_order_are_accepted() {
    assertThatCode(
            () -> find("call one waiting", "call two waiting", "queue one", "queue two", "all"))
        .doesNotThrowAnyException();
  }

  @Test
  void a_lost_caller_is_noticed() {
    assertNoticed(() -> find("call two waiting", "queue two", "all"), "not there");
  }

  @Test
  void a_caller_who_is_there_twice_is_noticed() {
    assertNoticed(
        () -> find("call one waiting", "call two waiting", "call two waiting", "all"), "two");
  }

  @Test
  void a_caller_who_was_overtaken_is_noticed() {
    assertNoticed(
        () -> find("call one waiting", "call two waiting", "queue two", "queue one", "all"),
        "stands behind");
  }

  @Test
  void a_caller_who_had_ended_and_is_back_is_noticed() {
    say("try t0 end two", "ack t0 one wait 1");
    assertNoticed(() -> find("call one waiting", "call two waiting", "all"), "were over");
  }

  @Test
  void a_caller_whose_end_was_not_acknowledged_may_be_there_or_not() {
    say("try t0 end two");
    assertThatCode(() -> find("call one waiting", "all")).doesNotThrowAnyException();
  }

  @Test
  void a_phone_with_two_callers_is_noticed() {
    assertNoticed(
        () -> find("call one ringing", "call two ringing", "busy 100", "busy 100", "all"), "100");
  }

  @Test
  void a_log_out_that_is_forgotten_is_noticed() {
    assertNoticed(() -> find("attends 101 in"), "extension 101");
  }

  @Test
  void a_token_that_comes_again_is_noticed() {
    assertNoticed(() -> say("ack t0 two ring 7 100"), "token 7");
    assertNoticed(() -> say("ack t0 two ring 6 100"), "token of two");
  }

  @Test
  void a_failure_that_the_process_prints_is_noticed() {
    assertNoticed(() -> say("Exception in thread"), "Exception");
  }

  private static void assertNoticed(ThrowingCallable lines, String words) {
    assertThatThrownBy(lines).isInstanceOf(AssertionError.class).hasMessageContaining(words);
  }

  private void say(String... lines) {
    for (String line : lines) {
      acknowledged.line(line);
    }
  }

  private void find(String... lines) {
    for (String line : lines) {
      acknowledged.line("found " + line);
    }
  }
}
