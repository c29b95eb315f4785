package io.ringwright.testkit;

import static io.ringwright.testkit.RoutingAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.call.CallOutcome;
import io.ringwright.call.RejectReason;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.fakeasterisk.PbxUnderTest.CallPlan;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import io.ringwright.fakeasterisk.Sighting;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoutingScenarioTest {

  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
  private static final PhoneBehaviour SHORT_TALK =
      PhoneBehaviour.answers(Duration.ofSeconds(2), Duration.ofSeconds(30));

  private static PhoneListBuilder phones() {
    PhoneListBuilder phones = PhoneList.builder();
    for (String number : List.of("8260", "8261", "8262")) {
      phones.extension(number, phone -> phone.device("PJSIP/" + number));
    }
    return phones;
  }

  private static PhoneList group(StandardStrategy strategy) {
    return phones()
        .huntGroup(
            "700", sales -> sales.strategy(strategy).member("8260").member("8261").member("8262"))
        .build();
  }

  @Test
  void a_direct_call_to_an_idle_phone_rings_it_and_is_answered() {
    RoutingScenario office = RoutingScenario.given(phones().build()).phone("8260", SHORT_TALK);
    ScenarioCaller caller = office.call("0301", "8260");
    assertThat(caller).rings("8260").lastAnswer().rings("8260");
    office.after(TEN_SECONDS);
    assertThat(caller).talksTo("8260");
    office.after(Duration.ofMinutes(1));
    assertThat(caller).talksTo("").hasEnded(CallOutcome.ANSWERED).hasRung("8260");
  }

  @Test
  void a_caller_of_an_engaged_phone_waits_and_is_served_when_it_hangs_up() {
    RoutingScenario office =
        RoutingScenario.given(phones().build()).engaged("8260").somebodyAt("8260");
    ScenarioCaller first = office.call("0301", "8260");
    ScenarioCaller second = office.call("0302", "8260");
    assertThat(first).waits().atPosition(1).lastAnswer().waitsFor("8260").waitsAtPosition(1);
    assertThat(second).atPosition(2);
    office.hangUp("8260");
    assertThat(first).rings("8260");
    office.after(TEN_SECONDS);
    assertThat(first).talksTo("8260");
    assertThat(second).atPosition(1);
    office.hangUp("8260").after(TEN_SECONDS);
    assertThat(second).talksTo("8260");
  }

  @Test
  void a_group_rings_simultaneously_and_the_first_answer_wins() {
    RoutingScenario office =
        RoutingScenario.given(group(StandardStrategy.SIMULTANEOUS)).somebodyAt("8261");
    ScenarioCaller caller = office.call("0301", "700");
    assertThat(caller).rings("8260", "8261", "8262");
    office.after(TEN_SECONDS);
    assertThat(caller).rings().talksTo("8261");
  }

  @Test
  void a_phone_that_is_busy_sends_the_caller_to_the_next_one() {
    RoutingScenario office =
        RoutingScenario.given(group(StandardStrategy.LINEAR))
            .phone("8260", PhoneBehaviour.busy())
            .phone("8261", PhoneBehaviour.declines())
            .somebodyAt("8262");
    ScenarioCaller caller = office.call("0301", "700");
    office.after(TEN_SECONDS);
    assertThat(caller).talksTo("8262").hasRung("8261", "8262");
  }

  @Test
  void twenty_callers_of_two_priorities_are_served_in_order_and_nobody_is_lost() {
    RoutingScenario office =
        RoutingScenario.given(phones().build()).engaged("8260").phone("8260", SHORT_TALK);
    List<ScenarioCaller> callers =
        IntStream.range(0, 20)
            .mapToObj(
                i ->
                    office.call(
                        CallPlan.of("03" + i, "8260")
                            .withPriority(i % 3 == 0 ? 1 : 5)
                            .withPatience(Duration.ofHours(5))))
            .toList();
    office.hangUp("8260").after(Duration.ofHours(1));
    List<String> answered =
        office.sightings().stream()
            .filter(sighting -> sighting.kind() == Sighting.Kind.PHONE_ANSWERS)
            .map(Sighting::caller)
            .toList();
    List<String> expected =
        Stream.concat(
                IntStream.range(0, 20).filter(i -> i % 3 == 0).boxed(),
                IntStream.range(0, 20).filter(i -> i % 3 != 0).boxed())
            .map(i -> callers.get(i).id())
            .toList();
    assertThat(answered).isEqualTo(expected);
    callers.forEach(caller -> assertThat(caller).hasEnded(CallOutcome.ANSWERED));
  }

  @Test
  void a_lost_delivery_is_sent_again_and_the_caller_is_served() {
    RoutingScenario office =
        RoutingScenario.given(phones().build()).engaged("8260").somebodyAt("8260");
    ScenarioCaller caller = office.call("0301", "8260");
    office.pbx().loseNextDelivery();
    office.hangUp("8260");
    assertThat(caller).rings();
    office.after(TEN_SECONDS);
    assertThat(caller).talksTo("8260");
  }

  @Test
  void while_the_link_is_down_a_sign_of_life_serves_the_caller() {
    RoutingScenario office =
        RoutingScenario.given(phones().build()).engaged("8260").somebodyAt("8260");
    ScenarioCaller caller = office.call("0301", "8260");
    office.pbx().breakLink();
    office.hangUp("8260").after(TEN_SECONDS);
    assertThat(caller).waits();
    office.pbx().restoreLink();
    office.after(TEN_SECONDS);
    assertThat(caller).talksTo("8260");
  }

  @Test
  void a_caller_who_hangs_up_is_out_of_the_queue() {
    RoutingScenario office = RoutingScenario.given(phones().build()).engaged("8260");
    ScenarioCaller leaves = office.call("0301", "8260");
    ScenarioCaller stays = office.call("0302", "8260");
    leaves.hangUp();
    assertThat(leaves).hasEnded(CallOutcome.ABANDONED);
    assertThat(stays).atPosition(1);
  }

  @Test
  void an_unplugged_phone_is_not_reachable_until_it_is_plugged_in() {
    RoutingScenario office =
        RoutingScenario.given(phones().build()).notReachable("8260").somebodyAt("8260");
    assertThat(office.call("0301", "8260"))
        .lastAnswer()
        .isRejectedBecause(RejectReason.NOT_REACHABLE);
    office.reachable("8260");
    assertThat(office.call("0302", "8260")).rings("8260");
  }

  @Test
  void a_number_outside_is_rung_by_the_switch_itself() {
    PhoneList list =
        PhoneList.builder()
            .extension("8260", phone -> phone.device("PJSIP/8260").forwardUnconditional("+4930123"))
            .allowExternal("+4930")
            .build();
    RoutingScenario office = RoutingScenario.given(list).somebodyAt("+4930123");
    ScenarioCaller caller = office.call("0301", "8260");
    assertThat(caller).lastAnswer().isDivertedTo("+4930123");
    office.after(TEN_SECONDS);
    assertThat(caller).hasRung("+4930123").talksTo("+4930123");
  }

  @Test
  void a_key_reaches_the_engine() {
    PhoneList list =
        PhoneList.builder()
            .extension("8260", anna -> anna.device("PJSIP/anna"))
            .extension("8261", ben -> ben.device("PJSIP/ben"))
            .huntGroup("700", group -> group.member("8260").leaveByKey("1", "8261"))
            .build();
    RoutingScenario office = RoutingScenario.given(list).engaged("8260").somebodyAt("8261");
    ScenarioCaller caller = office.call("0301", "700");
    caller.press('A');
    caller.press('2');
    office.after(Duration.ofSeconds(1));
    assertThat(caller.rung()).isEmpty();
    caller.press('1');
    office.after(Duration.ofSeconds(1));
    assertThat(caller.rung()).containsExactly("8261");
  }

  @Test
  void a_failure_prints_the_explanation() {
    RoutingScenario office = RoutingScenario.given(phones().build()).engaged("8260");
    ScenarioCaller caller = office.call("0301", "8260");
    assertThatThrownBy(() -> assertThat(caller).rings("8260"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("to ring [8260], but it rings []")
        .hasMessageContaining("extension 8260 · availability");
    assertThatThrownBy(() -> assertThat(caller.lastAnswer()).rings("8260"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("wait for extension 8260 at position 1")
        .hasMessageContaining("extension 8260 · availability");
    assertThatThrownBy(() -> assertThat(caller).talksTo("8260"))
        .hasMessageContaining("talks to nobody");
    assertThatThrownBy(() -> assertThat(caller).atPosition(2)).hasMessageContaining("is at 1");
    assertThatThrownBy(() -> assertThat(caller).hasEnded(CallOutcome.ANSWERED))
        .hasMessageContaining("has not ended");
    assertThatThrownBy(() -> assertThat(caller).hasRung("8260"))
        .hasMessageContaining("has rung []");
    assertThatThrownBy(() -> assertThat(caller.lastAnswer()).isRejectedBecause(RejectReason.LOOP))
        .hasMessageContaining("to be rejected");
    assertThatThrownBy(() -> assertThat(caller.lastAnswer()).mayWaitFor(TEN_SECONDS))
        .hasMessageContaining("expects one unknown (nothing was seen of this queue yet)");
    assertThatThrownBy(() -> assertThat(caller.lastAnswer()).isExplainedBy("moon"))
        .hasMessageContaining("to be explained by \"moon\"");
  }
}
