package io.ringwright.testkit;

import static io.ringwright.testkit.Desks.MOMENT;
import static io.ringwright.testkit.Desks.desks;
import static io.ringwright.testkit.RoutingAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.call.CallOutcome;
import io.ringwright.call.RejectReason;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.directory.HuntGroupBuilder;
import io.ringwright.directory.PhoneList;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Who may wait, for how long, and where those go who may not. */
class WaitingScenariosTest {

  /** Anna works for group 700 and is on the phone; Ben, at 101, is for whoever overflows. */
  private static RoutingScenario office(Consumer<HuntGroupBuilder> waiting) {
    PhoneList phones =
        desks("100", "101")
            .huntGroup(
                "700",
                sales -> {
                  sales.member("100");
                  waiting.accept(sales);
                })
            .huntGroup("701", support -> support.member("101"))
            .build();
    return RoutingScenario.given(phones).engaged("100").somebodyAt("100").somebodyAt("101");
  }

  @Test
  void as_many_wait_as_the_queue_limit_says_and_the_next_is_rejected() {
    RoutingScenario office = office(sales -> sales.queueLimit(2));
    assertThat(office.call("0301", "700")).waits();
    assertThat(office.call("0302", "700")).waits();
    assertThat(office.call("0303", "700"))
        .hasEnded(CallOutcome.REJECTED)
        .lastAnswer()
        .isRejectedBecause(RejectReason.QUEUE_FULL);
  }

  @Test
  void who_finds_the_queue_full_overflows_where_there_is_an_overflow() {
    RoutingScenario office = office(sales -> sales.queueLimit(0).overflow("101"));
    assertThat(office.call("0301", "700"))
        .rings("101")
        .lastAnswer()
        .isExplainedBy("overflows to extension 101");
  }

  @Test
  void a_free_phone_rings_whatever_the_queue_limit() {
    RoutingScenario office = office(sales -> sales.queueLimit(0)).hangUp("100");
    assertThat(office.call("0301", "700")).rings("100");
  }

  @Test
  void who_has_waited_for_the_longest_wait_is_rejected() {
    RoutingScenario office = office(sales -> sales.longestWait(Duration.ofMinutes(2)));
    ScenarioCaller caller = office.call("0301", "700");
    office.after(Duration.ofSeconds(119));
    assertThat(caller).waits();
    office.after(Duration.ofSeconds(1));
    assertThat(caller)
        .hasEnded(CallOutcome.REJECTED)
        .lastAnswer()
        .isRejectedBecause(RejectReason.WAITED_TOO_LONG);
  }

  @Test
  void who_has_waited_for_the_longest_wait_overflows_where_there_is_an_overflow() {
    RoutingScenario office =
        office(sales -> sales.longestWait(Duration.ofMinutes(2)).overflow("101"));
    ScenarioCaller caller = office.call("0301", "700");
    office.after(Duration.ofMinutes(2));
    assertThat(caller).rings("101");
    office.after(MOMENT);
    assertThat(caller).talksTo("101");
  }

  @Test
  void an_overflow_may_lead_out_of_the_house() {
    PhoneList phones =
        desks("100")
            .huntGroup("700", sales -> sales.member("100").queueLimit(0).overflow("+49301"))
            .allowExternal("+4930")
            .build();
    assertThat(RoutingScenario.given(phones).engaged("100").call("0301", "700"))
        .hasEnded(CallOutcome.OVERFLOWED)
        .lastAnswer()
        .isDivertedTo("+49301");
  }

  @Test
  void overflows_that_lead_in_a_circle_end() {
    PhoneList phones =
        desks("100")
            .huntGroup("700", sales -> sales.member("100").queueLimit(0).overflow("701"))
            .huntGroup("701", support -> support.member("100").queueLimit(0).overflow("700"))
            .build();
    assertThat(RoutingScenario.given(phones).engaged("100").call("0301", "700"))
        .lastAnswer()
        .isRejectedBecause(RejectReason.QUEUE_FULL);
  }

  @Test
  void nobody_waits_for_a_group_of_which_nobody_is_in_service() {
    PhoneList phones =
        desks("101")
            .extension("100", anna -> anna.device("PJSIP/100").outOfService())
            .huntGroup("700", sales -> sales.member("100"))
            .huntGroup("701", support -> support.member("100").overflow("101"))
            .build();
    RoutingScenario office = RoutingScenario.given(phones);
    assertThat(office.call("0301", "700"))
        .lastAnswer()
        .isRejectedBecause(RejectReason.NOBODY_IN_SERVICE);
    assertThat(office.call("0302", "701")).rings("101");
  }

  @Test
  void who_overflows_keeps_the_place_among_those_who_wait_there() {
    RoutingScenario office =
        office(sales -> sales.longestWait(Duration.ofMinutes(1)).overflow("701")).engaged("101");
    ScenarioCaller overflows = office.call("0301", "700");
    office.after(Duration.ofSeconds(30));
    ScenarioCaller later = office.call("0302", "701");
    office.after(Duration.ofSeconds(30));
    assertThat(overflows).waits().atPosition(1).lastAnswer().waitsFor("701");
    office.hangUp("101");
    assertThat(overflows).rings("101");
    assertThat(later).waits();
  }

  @Test
  void a_place_survives_a_ring_that_failed() {
    RoutingScenario office = office(sales -> {}).phone("100", PhoneBehaviour.busy());
    ScenarioCaller first = office.call("0301", "700");
    office.after(MOMENT);
    ScenarioCaller second = office.call("0302", "700");
    office.hangUp("100").after(Duration.ofSeconds(1));
    assertThat(first).waits().atPosition(1);
    assertThat(second).waits().atPosition(2);
    office.somebodyAt("100").after(Duration.ofSeconds(40));
    assertThat(first).talksTo("100");
    assertThat(second).waits().atPosition(1);
  }

  @Test
  void who_waits_when_the_directory_changes_is_served_by_the_new_one() {
    RoutingScenario office = office(sales -> {});
    ScenarioCaller caller = office.call("0301", "700");
    office.directory(
        desks("100", "101").huntGroup("700", sales -> sales.member("100").member("101")).build());
    assertThat(caller).rings("101");
  }

  @Test
  void nothing_is_promised_at_first_and_an_interval_once_the_pace_shows() {
    RoutingScenario office = office(sales -> {});
    ScenarioCaller first = office.call("0301", "700");
    assertThat(first).lastAnswer().waitsForUnknownTime();
    for (int served = 0; served < 8; served++) {
      office.call("031" + served, "700");
      office.after(Duration.ofMinutes(1)).hangUp("100");
    }
    RoutingAnswer second = office.call("0302", "700").lastAnswer();
    assertThat(second).waitsAtPosition(2).mayWaitFor(Duration.ofMinutes(2));
    assertThatThrownBy(() -> assertThat(second).mayWaitFor(Duration.ofHours(2)))
        .hasMessageContaining("departures");
    assertThatThrownBy(() -> assertThat(second).waitsForUnknownTime())
        .hasMessageContaining("is to wait between");
  }
}
