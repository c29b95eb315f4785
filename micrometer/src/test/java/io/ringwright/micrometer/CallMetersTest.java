package io.ringwright.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.fakeasterisk.PbxUnderTest.CallPlan;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What callers do on the switch in memory, and what the meters say of it. */
class CallMetersTest {

  private final MeteredOffice office = new MeteredOffice();

  private void annaAnswersAfterTwoSecondsAndTalksForAMinute() {
    office.pbx.phone("100", PhoneBehaviour.answers(Duration.ofSeconds(2), Duration.ofMinutes(1)));
  }

  @Test
  void answered_waiting_and_abandoned_calls_have_the_right_values() {
    annaAnswersAfterTwoSecondsAndTalksForAMinute();
    office.call("700");
    office.seconds(10);
    office.call("700");
    office.seconds(10);
    office.pbx.call(CallPlan.of("0302", "700").withPatience(Duration.ofSeconds(15)));
    office.seconds(10);
    assertThat(office.gauge("ringwright.waiting", "group", "700")).isEqualTo(2);
    assertThat(office.gauge("ringwright.wait.longest", "group", "700")).isEqualTo(20);
    assertThat(office.gauge("ringwright.waiting", "group", "710")).isZero();
    assertThat(office.gauge("ringwright.extensions", "state", "talking")).isEqualTo(1);
    assertThat(office.gauge("ringwright.service.level", "group", "700")).isEqualTo(1);
    office.seconds(35);
    assertThat(office.count("ringwright.arrived", "group", "700")).isEqualTo(3);
    assertThat(office.timer("ringwright.wait", "group", "700", "outcome", "answered").count())
        .isEqualTo(2);
    assertThat(office.seconds("ringwright.wait", "group", "700", "outcome", "answered"))
        .isEqualTo(2 + 54);
    assertThat(office.seconds("ringwright.wait", "group", "700", "outcome", "abandoned"))
        .isEqualTo(15);
    assertThat(office.count("ringwright.answered.in.time", "group", "700")).isEqualTo(1);
    assertThat(office.gauge("ringwright.service.level", "group", "700")).isEqualTo(1 / 3.0);
    assertThat(office.gauge("ringwright.waiting", "group", "700")).isZero();
  }

  @Test
  void rings_talks_and_deliveries_are_measured() {
    annaAnswersAfterTwoSecondsAndTalksForAMinute();
    office.call("700");
    office.call("700");
    office.seconds(200);
    assertThat(office.timer("ringwright.ring", "group", "700", "outcome", "answered").count())
        .isEqualTo(2);
    assertThat(office.seconds("ringwright.ring", "group", "700", "outcome", "answered"))
        .isEqualTo(4);
    assertThat(office.seconds("ringwright.talk", "group", "700")).isEqualTo(120);
    assertThat(office.timer("ringwright.delivery", "group", "700", "outcome", "landed").count())
        .isEqualTo(1);
    assertThat(office.count("ringwright.ended", "group", "700", "outcome", "answered"))
        .isEqualTo(2);
  }

  @Test
  void a_delivery_that_never_lands_is_a_failed_one() {
    annaAnswersAfterTwoSecondsAndTalksForAMinute();
    office.call("700");
    Caller second = office.call("700");
    office.pbx.breakLink();
    office.seconds(30);
    office.pbx.loseNextDelivery();
    office.pbx.restoreLink();
    office.seconds(33);
    second.hangUp();
    office.seconds(10);
    assertThat(office.registry.get("ringwright.delivery").timers())
        .extracting(timer -> timer.getId().getTag("outcome"))
        .containsOnly("caller-gone");
  }

  @Test
  void an_unknown_number_is_a_rejection_without_a_group() {
    office.call("999");
    office.seconds(1);
    assertThat(office.count("ringwright.arrived", "group", "none")).isEqualTo(1);
    assertThat(
            office.count("ringwright.decisions", "decision", "reject", "reason", "unknown-number"))
        .isEqualTo(1);
    assertThat(office.count("ringwright.ended", "group", "none", "outcome", "rejected"))
        .isEqualTo(1);
  }

  @Test
  void a_key_of_the_menu_counts_for_its_group_and_a_direct_call_for_none() {
    office.call("1");
    office.call("101");
    assertThat(office.count("ringwright.arrived", "group", "700")).isEqualTo(1);
    assertThat(office.count("ringwright.arrived", "group", "none")).isEqualTo(1);
  }

  @Test
  void nobody_who_replies_is_a_ring_without_reply() {
    office.call("710");
    office.seconds(60);
    assertThat(office.timer("ringwright.ring", "group", "710", "outcome", "no-reply").count())
        .isPositive();
  }

  @Test
  void the_time_of_events_and_the_state_of_the_journal_are_shown() {
    office.call("700");
    assertThat(office.timer("ringwright.journal").count())
        .isEqualTo(office.timer("ringwright.engine.apply").count())
        .isPositive();
    assertThat(office.gauge("ringwright.journal.durable")).isZero();
    office.seconds(1);
    office.meters.read();
    assertThat(office.gauge("ringwright.link", "pbx", "fake")).isEqualTo(1);
    office.pbx.breakLink();
    office.seconds(1);
    assertThat(office.gauge("ringwright.link", "pbx", "fake")).isZero();
  }

  @Test
  void calls_that_are_over_are_forgotten() {
    annaAnswersAfterTwoSecondsAndTalksForAMinute();
    office.call("700");
    office.seconds(100);
    MeteringListener listener = (MeteringListener) office.meters.listener();
    assertThat(listener.remembered()).isZero();
  }
}
