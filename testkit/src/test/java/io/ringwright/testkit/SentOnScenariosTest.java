package io.ringwright.testkit;

import static io.ringwright.call.CallOutcome.ABANDONED;
import static io.ringwright.call.CallOutcome.ANSWERED;
import static io.ringwright.call.CallOutcome.ANSWERED_THEN_SENT_ON;
import static io.ringwright.call.CallOutcome.REJECTED;
import static io.ringwright.call.CallOutcome.SENT_ON;
import static io.ringwright.testkit.Desks.desks;
import static io.ringwright.testkit.RoutingAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.directory.PhoneList;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A caller who is sent on is on a new visit: with a place, limits and an outcome of its own. */
class SentOnScenariosTest {

  private static final PhoneList PHONES =
      desks("101", "198")
          .extension("100", anna -> anna.device("PJSIP/100").wrapUp(seconds(30)))
          .huntGroup("700", all -> all.member("100").longestWait(seconds(60)).overflow("198"))
          .huntGroup("701", all -> all.member("101").longestWait(seconds(60)))
          .build();

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  @Test
  void who_waits_and_is_sent_on_gets_a_new_place_behind_those_who_wait_there() {
    RoutingScenario office = RoutingScenario.given(PHONES).engaged("100").engaged("101");
    ScenarioCaller sent = office.call("0301", "700");
    ScenarioCaller there = office.after(seconds(1)).call("0302", "701");
    office.after(seconds(1));
    sent.sendOn("701");
    assertThat(there).atPosition(1);
    assertThat(sent).atPosition(2).hasNotEnded();
    assertThat(sent.ends()).containsExactly(SENT_ON);
    office.hangUp("101");
    assertThat(there).rings("101");
    assertThat(sent).waits();
  }

  @Test
  void the_longest_wait_counts_from_the_new_arrival() {
    RoutingScenario office = RoutingScenario.given(PHONES).engaged("100").engaged("101");
    ScenarioCaller sent = office.call("0301", "700");
    office.after(seconds(50));
    sent.sendOn("701");
    office.after(seconds(59));
    assertThat(sent).waits();
    office.after(seconds(1));
    assertThat(sent).hasEnded(REJECTED);
    assertThat(sent.ends()).containsExactly(SENT_ON, REJECTED);
  }

  @Test
  void a_phone_that_rings_for_whoever_is_sent_on_is_free_at_once() {
    RoutingScenario office = RoutingScenario.given(PHONES).engaged("101");
    ScenarioCaller sent = office.call("0301", "700");
    assertThat(sent).rings("100");
    ScenarioCaller next = office.call("0302", "700");
    assertThat(next).waits();
    sent.sendOn("701");
    assertThat(sent).rings().waits();
    assertThat(next).rings("100");
    sent.hangUp();
    assertThat(sent.ends()).containsExactly(SENT_ON, ABANDONED);
  }

  @Test
  void whoever_talked_to_a_caller_who_is_sent_on_has_the_wrap_up_from_then_on() {
    RoutingScenario office = RoutingScenario.given(PHONES).somebodyAt("100").somebodyAt("101");
    ScenarioCaller sent = office.call("0301", "700");
    office.after(seconds(10));
    assertThat(sent).talksTo("100");
    ScenarioCaller next = office.call("0302", "700");
    sent.sendOn("701");
    assertThat(next).waits();
    office.after(seconds(29));
    assertThat(sent).talksTo("101");
    assertThat(next).waits();
    office.after(seconds(1));
    assertThat(next).rings("100");
    sent.hangUp();
    assertThat(sent.ends()).containsExactly(ANSWERED_THEN_SENT_ON, ANSWERED);
  }

  @Test
  void who_is_sent_on_to_a_number_that_nobody_has_is_rejected() {
    RoutingScenario office = RoutingScenario.given(PHONES).engaged("100");
    ScenarioCaller sent = office.call("0301", "700");
    sent.sendOn("999");
    assertThat(sent).hasEnded(REJECTED).hasRung();
    assertThat(sent.ends()).containsExactly(SENT_ON, REJECTED);
  }

  @Test
  void who_is_sent_on_again_and_again_has_as_many_ends() {
    RoutingScenario office = RoutingScenario.given(PHONES).engaged("100").engaged("101");
    ScenarioCaller sent = office.call("0301", "700");
    sent.sendOn("701");
    sent.sendOn("700");
    sent.sendOn("198");
    sent.hangUp();
    assertThat(sent.ends()).containsExactly(SENT_ON, SENT_ON, SENT_ON, ABANDONED);
  }
}
