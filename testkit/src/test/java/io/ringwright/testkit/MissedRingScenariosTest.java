package io.ringwright.testkit;

import static io.ringwright.testkit.Desks.MOMENT;
import static io.ringwright.testkit.Desks.desks;
import static io.ringwright.testkit.RoutingAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.RingOutcome;
import io.ringwright.directory.ExtensionBuilder;
import io.ringwright.directory.HuntGroup.Absence;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A phone that refuses, is busy or does not answer is remembered for every caller. */
class MissedRingScenariosTest {

  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
  private static final RingOutcome DECLINED = RingOutcome.REJECTED;

  /** One phone, which is hunt group 700. */
  private static RoutingScenario alone(Consumer<ExtensionBuilder> settings) {
    PhoneList phones =
        PhoneList.builder()
            .extension("100", anna -> settings.accept(anna.device("PJSIP/100")))
            .huntGroup("700", all -> all.member("100"))
            .build();
    return RoutingScenario.given(phones);
  }

  private static RoutingScenario declining(Consumer<ExtensionBuilder> settings) {
    return alone(anna -> settings.accept(anna.backOff(Duration.ofSeconds(5))))
        .phone("100", PhoneBehaviour.declines());
  }

  @Test
  void who_declines_is_rung_five_times_in_five_minutes_and_61_times_without_the_rule() {
    RoutingScenario office = declining(anna -> {});
    ScenarioCaller caller = office.call("0301", "700");
    office.after(FIVE_MINUTES);
    assertThat(caller.rung()).hasSize(5);
    RoutingScenario before = declining(anna -> anna.neverLeaveAloneAfter(DECLINED));
    ScenarioCaller often = before.call("0301", "700");
    before.after(FIVE_MINUTES);
    assertThat(often.rung()).hasSize(61);
  }

  @Test
  void what_one_caller_met_holds_for_the_next_one() {
    RoutingScenario office =
        RoutingScenario.given(
                desks("100", "101")
                    .huntGroup("700", all -> all.member("100").member("101", 2))
                    .build())
            .phone("100", PhoneBehaviour.declines())
            .somebodyAt("101");
    for (int call = 0; call < 2; call++) {
      ScenarioCaller caller = office.call("0301", "700");
      office.after(MOMENT);
      assertThat(caller).hasRung("100", "101");
      caller.hangUp();
      office.after(MOMENT);
    }
    ScenarioCaller third = office.call("0302", "700");
    assertThat(third).rings("101").lastAnswer().isExplainedBy("did not take the last calls");
    third.hangUp();
    assertThat(office.call("0303", "100")).hasRung("100");
  }

  /** The first member is never there; one caller a minute, who talks for half of it. */
  @ParameterizedTest
  @EnumSource(
      value = StandardStrategy.class,
      names = {"LONGEST_IDLE", "LINEAR", "FEWEST_CALLS", "LEAST_TALK_TIME"})
  void who_is_absent_is_first_for_less_than_half_of_30_callers(StandardStrategy strategy) {
    assertThat(firstForAbsent(strategy, anna -> {})).isLessThanOrEqualTo(12);
    assertThat(firstForAbsent(strategy, anna -> anna.neverLeaveAloneAfter(RingOutcome.NO_REPLY)))
        .isEqualTo(30);
  }

  private static long firstForAbsent(
      StandardStrategy strategy, Consumer<ExtensionBuilder> settings) {
    RoutingScenario office =
        RoutingScenario.given(
                desks("101")
                    .extension("100", anna -> settings.accept(anna.device("PJSIP/100")))
                    .huntGroup("700", all -> all.strategy(strategy).member("100").member("101"))
                    .build())
            .nobodyAt("100")
            .somebodyAt("101");
    long first = 0;
    for (int call = 0; call < 30; call++) {
      ScenarioCaller caller = office.call("0301", "700");
      office.after(Duration.ofSeconds(50));
      first += caller.rung().get(0).equals("100") ? 1 : 0;
      caller.hangUp();
      office.after(Duration.ofSeconds(10));
    }
    return first;
  }

  @Test
  void an_answer_begins_the_counts_anew() {
    RoutingScenario office = declining(anna -> {});
    ScenarioCaller caller = office.call("0301", "700");
    office.after(Duration.ofSeconds(1)).somebodyAt("100").after(Duration.ofSeconds(10));
    assertThat(caller).talksTo("100").hasRung("100", "100");
    office.phone("100", PhoneBehaviour.declines()).hangUp("100");
    ScenarioCaller next = office.call("0302", "700");
    office.after(Duration.ofSeconds(6));
    assertThat(next).hasRung("100", "100");
  }

  @Test
  void a_log_in_ends_the_time_in_which_a_phone_is_left_alone() {
    RoutingScenario office = declining(anna -> {});
    ScenarioCaller caller = office.call("0301", "700");
    office.after(Duration.ofSeconds(20));
    assertThat(caller).waits().hasRung("100", "100");
    office.somebodyAt("100").extension("100").logsIn();
    office.after(MOMENT);
    assertThat(caller).hasRung("100", "100", "100");
  }

  @Test
  void a_pause_can_follow_instead() {
    RoutingScenario office = declining(anna -> anna.pauseAfter(DECLINED, 3));
    ScenarioCaller caller = office.call("0301", "700");
    office.after(FIVE_MINUTES);
    assertThat(caller).waits().hasRung("100", "100", "100");
    assertThat(office.extension("100").pausedFor()).contains("rejected");
  }

  @Test
  void a_group_can_send_callers_on_while_everybody_is_left_alone() {
    RoutingScenario office =
        RoutingScenario.given(
                desks("198")
                    .extension(
                        "100",
                        anna ->
                            anna.device("PJSIP/100")
                                .backOff(Duration.ofSeconds(5))
                                .leaveAloneAfter(DECLINED, 1, FIVE_MINUTES, FIVE_MINUTES))
                    .huntGroup(
                        "700",
                        all ->
                            all.member("100")
                                .nobodyThereOnArrival(Absence.REFUSED)
                                .nobodyThereWhileWaiting(Absence.REFUSED)
                                .overflow("198"))
                    .build())
            .phone("100", PhoneBehaviour.declines());
    ScenarioCaller first = office.call("0301", "700");
    office.after(MOMENT);
    assertThat(first).hasRung("100", "198");
    first.hangUp();
    office.after(Duration.ofMinutes(1));
    assertThat(office.call("0302", "700")).rings("198").hasRung("198");
  }
}
