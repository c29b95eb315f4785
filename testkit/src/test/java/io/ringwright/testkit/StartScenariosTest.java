package io.ringwright.testkit;

import static io.ringwright.testkit.Desks.MOMENT;
import static io.ringwright.testkit.Desks.desks;
import static io.ringwright.testkit.RoutingAssertions.assertThat;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.CallOutcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What callers find when the application starts anew, before the switch has been seen. */
class StartScenariosTest {

  /** From the arrival of a caller who waits to the sign of life. */
  private static final Duration SIGN_OF_LIFE = ofSeconds(30);

  /** Group 700 is extension 100; group 701 is the same and lets nobody wait, but leads to 199. */
  private static RoutingScenario office() {
    return RoutingScenario.given(
        desks("100", "199")
            .huntGroup("700", sales -> sales.member("100"))
            .huntGroup("701", sales -> sales.member("100").queueLimit(0).overflow("199"))
            .build());
  }

  @Test
  void a_caller_who_arrives_before_the_phones_were_seen_rings_no_engaged_phone() {
    RoutingScenario office = office().engaged("100").applicationRestarts();
    ScenarioCaller caller = office.call("0301", "100");
    office.after(ofMillis(400)).linkComesUp().after(MOMENT);
    assertThat(caller).waits().atPosition(1);
    assertThat(caller.rung()).isEmpty();
    office.somebodyAt("100").hangUp("100").after(MOMENT);
    assertThat(caller).talksTo("100");
  }

  @Test
  void a_caller_who_arrives_before_the_phones_were_seen_rings_a_free_one_as_soon_as_they_were() {
    RoutingScenario office = office().somebodyAt("100").applicationRestarts();
    ScenarioCaller caller = office.call("0301", "700");
    office.after(ofMillis(400));
    assertThat(caller).waits();
    office.linkComesUp();
    assertThat(caller).rings("100");
  }

  @Test
  void callers_who_waited_before_the_start_keep_their_places_whoever_gives_a_sign_of_life_first() {
    RoutingScenario office = office().engaged("100").nobodyAt("100");
    ScenarioCaller first = office.call("0301", "700");
    office.after(ofSeconds(20));
    ScenarioCaller second = office.call("0302", "700");
    // The second gives the next sign of life, 2 s after the start; the phone is idle by then.
    office.after(SIGN_OF_LIFE.minusSeconds(2)).applicationRestarts().hangUp("100");
    office.after(ofSeconds(3));
    assertThat(second.rung()).isEmpty();
    office.linkComesUp();
    assertThat(first).rings("100");
    assertThat(second).waits();
  }

  @Test
  void a_group_that_lets_nobody_wait_sends_a_caller_on_when_the_phones_were_seen_and_not_before() {
    RoutingScenario office = office().engaged("100").applicationRestarts();
    ScenarioCaller caller = office.call("0301", "701");
    office.after(ofMillis(400));
    assertThat(caller.rung()).isEmpty();
    office.linkComesUp();
    assertThat(caller).rings("199");
  }

  @Test
  void a_ring_that_is_answered_without_a_link_is_known_as_a_talk_when_the_link_comes_up() {
    RoutingScenario office =
        RoutingScenario.given(desks("100").huntGroup("700", all -> all.member("100")).build())
            .somebodyAt("100");
    ScenarioCaller caller = office.call("0301", "700");
    office.pbx().breakLink();
    office.after(Duration.ofSeconds(5)).linkComesUp();
    assertThat(caller).talksTo("100");
    caller.hangUp();
    assertThat(caller).hasEnded(CallOutcome.ANSWERED);
  }

  @Test
  void when_the_link_does_not_come_callers_are_served_as_soon_as_the_limit_is_over() {
    RoutingScenario office = office().applicationRestarts();
    ScenarioCaller early = office.call("0301", "700");
    office.after(ofSeconds(4));
    ScenarioCaller next = office.call("0302", "199");
    assertThat(next).waits();
    office.after(ofSeconds(1));
    assertThat(early).rings("100");
    assertThat(next).rings("199");
    assertThat(early.lastAnswer().explanation().summary()).contains("PBX fake not seen in time");
  }
}
