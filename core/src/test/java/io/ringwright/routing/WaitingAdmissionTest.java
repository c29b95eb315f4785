package io.ringwright.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.routing.WaitingAdmission.Admitted;
import io.ringwright.routing.WaitingAdmission.Journey;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Whether a call may wait, and where it goes if not. */
class WaitingAdmissionTest {

  private static final Admitted NEW = new Admitted(RuleFixture.NOW, false);

  private static RuleFixture house() {
    return new RuleFixture(
        list ->
            list.extension("100", a -> a.device("PJSIP/100"))
                .extension("101", b -> b.device("PJSIP/101"))
                .extension("102", c -> c.device("PJSIP/102").queueLimit(0))
                .huntGroup(
                    "700",
                    all -> all.member("100").queueLimit(2).longestWait(Duration.ofMinutes(1)))
                .huntGroup("701", all -> all.member("101").queueLimit(0).overflow("702"))
                .huntGroup("702", all -> all.member("102").queueLimit(0).overflow("701")));
  }

  private static String decided(RuleFixture house, String number, Admitted standing) {
    Verdict verdict =
        RoutingRules.decide(
            house.to(number), RuleFixture.CALLER, standing, house.facts(), Trail.silent());
    if (verdict instanceof Verdict.WaitFor wait) {
      return "wait for " + wait.standing().at().digits();
    }
    if (verdict instanceof Verdict.Ring ring) {
      return "ring " + ring.candidates().get(0).extension().number();
    }
    return verdict instanceof Verdict.Refuse refuse ? refuse.reason().word() : "leave";
  }

  private static Admitted waitedFor(Duration time) {
    return new Admitted(RuleFixture.NOW.minus(time), true);
  }

  @Test
  void a_call_for_engaged_phones_waits() {
    assertThat(decided(house().engaged("100"), "700", NEW)).isEqualTo("wait for 700");
  }

  @Test
  void the_queue_limit_turns_newcomers_away_and_not_who_is_in_the_queue() {
    RuleFixture full = house().engaged("100").waiting("700", 2);
    assertThat(decided(full, "700", NEW)).isEqualTo("queue-full");
    assertThat(decided(full, "700", waitedFor(Duration.ofSeconds(5)))).isEqualTo("wait for 700");
    assertThat(decided(full.waiting("700", 1), "700", NEW)).isEqualTo("wait for 700");
  }

  @Test
  void the_longest_wait_counts_for_who_waits_and_nothing_begins_in_its_last_second() {
    RuleFixture house = house().engaged("100");
    assertThat(decided(house, "700", waitedFor(Duration.ofMillis(58_999))))
        .isEqualTo("wait for 700");
    assertThat(decided(house, "700", waitedFor(Duration.ofSeconds(59))))
        .isEqualTo("waited-too-long");
    assertThat(decided(house, "700", waitedFor(Duration.ofMinutes(1))))
        .isEqualTo("waited-too-long");
  }

  @Test
  void the_longest_wait_counts_for_who_was_never_in_line_too_and_though_a_phone_is_free() {
    Admitted rung = new Admitted(RuleFixture.NOW.minus(Duration.ofMinutes(1)), false);
    assertThat(decided(house(), "700", rung)).isEqualTo("waited-too-long");
    assertThat(decided(house(), "700", waitedFor(Duration.ofHours(1))))
        .isEqualTo("waited-too-long");
  }

  @Test
  void a_call_follows_twenty_overflows_and_no_more() {
    RuleFixture full = house().engaged("101");
    Instant end = RuleFixture.NOW.plus(Journey.LONGEST);
    Admitted last = new Admitted(RuleFixture.NOW, false, new Journey(19, end));
    Admitted after = new Admitted(RuleFixture.NOW, false, new Journey(20, end));
    assertThat(decided(full, "701", last)).isEqualTo("ring 102");
    assertThat(decided(full, "701", after)).isEqualTo("journey-too-long");
  }

  @Test
  void nobody_goes_on_for_longer_than_a_day() {
    RuleFixture full = house().engaged("101");
    Admitted tired = new Admitted(RuleFixture.NOW, true, new Journey(0, RuleFixture.NOW));
    assertThat(decided(full, "701", tired)).isEqualTo("journey-too-long");
  }

  @Test
  void a_house_without_anybody_turns_newcomers_away_and_not_who_is_in_the_queue() {
    RuleFixture empty = house().away("100");
    assertThat(decided(empty, "700", NEW)).isEqualTo("nobody-in-service");
    assertThat(decided(empty, "700", waitedFor(Duration.ofSeconds(5)))).isEqualTo("wait for 700");
    assertThat(decided(empty, "100", NEW)).isEqualTo("not-reachable");
  }

  @Test
  void overflow_leads_on_until_somebody_can() {
    assertThat(decided(house().engaged("101"), "701", NEW)).isEqualTo("ring 102");
  }

  @Test
  void overflow_in_a_circle_ends_in_a_rejection() {
    RuleFixture full = house().engaged("101").engaged("102");
    assertThat(decided(full, "701", NEW)).isEqualTo("queue-full");
  }

  @Test
  void overflows_that_lead_back_to_the_engaged_phone_that_forwarded_are_a_circle() {
    RuleFixture circle =
        new RuleFixture(
                list ->
                    list.extension("100", a -> a.device("PJSIP/100").forwardOnBusy("701"))
                        .extension("101", b -> b.device("PJSIP/101"))
                        .huntGroup("701", all -> all.member("101").queueLimit(0).overflow("702"))
                        .huntGroup("702", all -> all.member("101").queueLimit(0).overflow("100")))
            .engaged("100")
            .engaged("101");
    Trail trail = Trail.kept();
    Verdict verdict =
        RoutingRules.decide(circle.to("100"), RuleFixture.CALLER, NEW, circle.facts(), trail);
    assertThat(verdict).isEqualTo(new Verdict.WaitFor(new Verdict.Standing(circle.to("100"), 0)));
    assertThat(trail.explanation().toString())
        .contains("leads in a circle, so the engaged extension 100 is waited for");
  }
}
