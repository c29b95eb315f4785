package io.ringwright.testkit;

import static io.ringwright.testkit.RoutingAssertions.assertThat;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.CallOutcome;
import io.ringwright.directory.PhoneList;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Extension 100 has a desk phone, PJSIP/100, and a softphone, PJSIP/100s; 101 has one device. */
class DeviceScenariosTest {

  private static final Duration WRAP_UP = ofSeconds(30);

  private static PhoneList phones(String... devicesOfAnna) {
    return PhoneList.builder()
        .extension(
            "100",
            anna -> {
              for (String device : devicesOfAnna) {
                anna.device(device);
              }
              anna.wrapUp(WRAP_UP);
            })
        .extension("101", ben -> ben.device("PJSIP/101"))
        .huntGroup("700", sales -> sales.member("100"))
        .build();
  }

  private static RoutingScenario office() {
    return RoutingScenario.given(phones("PJSIP/100", "PJSIP/100s"));
  }

  @Test
  void all_devices_of_an_extension_ring() {
    assertThat(office().call("0301", "700")).rings("100", "100");
  }

  @Test
  void whichever_device_is_answered_has_the_call_and_the_others_stop() {
    RoutingScenario office = office().somebodyAt("PJSIP/100s");
    ScenarioCaller caller = office.call("0301", "700");
    office.after(ofSeconds(5));
    assertThat(caller).talksTo("100").rings();
  }

  @Test
  void an_extension_is_engaged_if_one_of_its_devices_is() {
    RoutingScenario office = office().engaged("PJSIP/100s");
    ScenarioCaller caller = office.call("0301", "700");
    assertThat(caller).waits().hasNeverRung("100");
    office.hangUp("PJSIP/100s");
    assertThat(caller).rings("100", "100");
  }

  @Test
  void an_extension_is_reachable_while_one_of_its_devices_is() {
    RoutingScenario office = office().notReachable("PJSIP/100");
    assertThat(office.call("0301", "700")).rings("100");
  }

  @Test
  void an_extension_none_of_whose_devices_is_reachable_is_not_reachable() {
    RoutingScenario office = office().notReachable("100");
    assertThat(office.call("0301", "100"))
        .hasNeverRung("100")
        .lastAnswer()
        .isExplainedBy("not reachable: PJSIP/100 says UNAVAILABLE");
  }

  @Test
  void while_the_person_talks_at_one_device_no_other_rings_and_then_comes_the_wrap_up() {
    RoutingScenario office = office().somebodyAt("PJSIP/100s");
    ScenarioCaller first = office.call("0301", "700");
    office.after(ofSeconds(5));
    ScenarioCaller second = office.call("0302", "700");
    office.after(ofSeconds(60));
    assertThat(second).waits().hasNeverRung("100");
    first.hangUp();
    office.after(WRAP_UP.minusSeconds(1));
    assertThat(second).waits();
    office.after(ofSeconds(2));
    assertThat(second).rings("100", "100");
  }

  @Test
  void one_device_that_declines_leaves_the_others_ringing() {
    RoutingScenario office = office().phone("PJSIP/100", PhoneBehaviour.declines());
    ScenarioCaller caller = office.call("0301", "700");
    office.after(ofSeconds(5));
    assertThat(caller).rings("100");
  }

  @Test
  void who_changes_the_device_takes_the_wrap_up_along() {
    RoutingScenario office = office().somebodyAt("100");
    ScenarioCaller first = office.call("0301", "700");
    office.after(ofSeconds(5));
    first.hangUp();
    office.after(ofSeconds(5));
    office.directory(phones("PJSIP/101"));
    ScenarioCaller second = office.call("0302", "700");
    assertThat(second).waits();
    office.after(WRAP_UP);
    assertThat(second).rings("101");
  }

  @Test
  void who_changes_the_device_during_a_talk_is_engaged_until_it_is_over() {
    RoutingScenario office = office().somebodyAt("100");
    ScenarioCaller first = office.call("0301", "700");
    office.after(ofSeconds(5));
    office.directory(phones("PJSIP/101"));
    ScenarioCaller second = office.call("0302", "700");
    office.after(ofSeconds(60));
    assertThat(second).waits().hasNeverRung("101");
    first.hangUp();
    office.after(WRAP_UP.plusSeconds(1));
    assertThat(first).hasEnded(CallOutcome.ANSWERED);
    assertThat(second).rings("101");
  }

  @Test
  void who_pauses_and_changes_the_device_is_still_paused() {
    RoutingScenario office = office().extension("100").pauses("lunch");
    office.directory(phones("PJSIP/101"));
    assertThat(office.call("0301", "700")).waits();
    assertThat(office.extension("100").pausedFor()).contains("lunch");
  }
}
