package io.ringwright.ami;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.Availability;
import io.ringwright.availability.DeviceState;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the engine makes of what Asterisk 22 and 16 really said of transfers and pick-ups. */
class RecordedCallsTest {

  @ParameterizedTest
  @ValueSource(strings = {"22", "16"})
  void an_attended_transfer_to_an_answered_queue_call_hands_the_caller_over(String version) {
    assertThat(RecordedCalls.of(version, "attended-refer-queue-answered").heard())
        .containsExactly(
            "lab-1.1 answered by 8301",
            "lab-1.3 answered by 8302",
            "lab-1.1 from 8301 at PJSIP/8301 to 8302 at PJSIP/8302",
            "lab-1.3 ANSWERED",
            "lab-1.1 ANSWERED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"22", "16"})
  void an_attended_transfer_to_a_phone_that_answered_hands_the_caller_over(String version) {
    assertThat(RecordedCalls.of(version, "attended-refer-answered").heard())
        .containsExactly(
            "lab-1.1 answered by 8301",
            "lab-1.1 from 8301 at PJSIP/8301 to 8302 at PJSIP/8302",
            "lab-1.1 ANSWERED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"22", "16"})
  void an_attended_transfer_to_a_phone_that_rings_hands_the_caller_over_when_it_answers(
      String version) {
    assertThat(RecordedCalls.of(version, "attended-refer-ringing").heard())
        .containsExactly(
            "lab-1.1 answered by 8301",
            "lab-1.1 from 8301 at PJSIP/8301 to 8302 at PJSIP/8302",
            "lab-1.1 ANSWERED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"22", "16"})
  void a_caller_takes_over_a_queue_call_that_rings(String version) {
    assertThat(RecordedCalls.of(version, "attended-refer-queue-ringing").heard())
        .containsExactly(
            "lab-1.1 answered by 8301",
            "lab-1.3 taken over by lab-1.1",
            "lab-1.1 ANSWERED",
            "lab-1.3 answered by 8302",
            "lab-1.3 ANSWERED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"22", "16"})
  void a_caller_takes_over_a_queue_call_that_waits(String version) {
    assertThat(RecordedCalls.of(version, "attended-refer-queue-waiting").heard())
        .containsExactly(
            "lab-1.3 answered by 8301",
            "lab-1.5 taken over by lab-1.3",
            "lab-1.3 ANSWERED",
            "lab-1.5 ABANDONED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"22", "16"})
  void keys_transfer_to_a_phone_that_answered(String version) {
    assertThat(RecordedCalls.of(version, "attended-keys-answered").heard())
        .containsExactly(
            "lab-1.1 answered by 8301",
            "lab-1.1 from 8301 at PJSIP/8301 to 8302 at PJSIP/8302",
            "lab-1.1 ANSWERED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"22", "16"})
  void keys_transfer_to_a_phone_that_rings(String version) {
    assertThat(RecordedCalls.of(version, "attended-keys-ringing").heard())
        .containsExactly(
            "lab-1.1 answered by 8301",
            "lab-1.1 from 8301 at PJSIP/8301 to 8302 at PJSIP/8302",
            "lab-1.1 ANSWERED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"22", "16"})
  void keys_transfer_to_an_answered_queue_call(String version) {
    assertThat(RecordedCalls.of(version, "attended-keys-queue-answered").heard())
        .containsExactly(
            "lab-1.1 answered by 8301",
            "lab-1.4 answered by 8302",
            "lab-1.1 from 8301 at PJSIP/8301 to 8302 at PJSIP/8302",
            "lab-1.4 ANSWERED",
            "lab-1.1 ANSWERED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"22", "16"})
  void keys_transfer_to_a_queue_call_that_waits(String version) {
    assertThat(RecordedCalls.of(version, "attended-keys-queue-waiting").heard())
        .containsExactly(
            "lab-1.3 answered by 8301",
            "lab-1.6 answered by 8302",
            "lab-1.3 from 8301 at PJSIP/8301 to 8302 at PJSIP/8302",
            "lab-1.6 ANSWERED",
            "lab-1.3 ANSWERED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"22", "16"})
  void a_blind_transfer_to_a_phone_hands_the_caller_over_when_it_answers(String version) {
    assertThat(RecordedCalls.of(version, "blind-refer-phone").heard())
        .containsExactly(
            "lab-1.1 answered by 8301",
            "lab-1.1 from 8301 at PJSIP/8301 to 8303 at PJSIP/8303",
            "lab-1.1 ANSWERED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"22", "16"})
  void keys_transfer_blindly_to_a_phone(String version) {
    assertThat(RecordedCalls.of(version, "blind-keys-phone").heard())
        .containsExactly(
            "lab-1.1 answered by 8301",
            "lab-1.1 from 8301 at PJSIP/8301 to 8303 at PJSIP/8303",
            "lab-1.1 ANSWERED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"22", "16"})
  void a_parked_caller_is_handed_over_to_whoever_retrieves_them(String version) {
    assertThat(RecordedCalls.of(version, "parked-refer").heard())
        .containsExactly(
            "lab-1.1 answered by 8301",
            "lab-1.1 from 8301 at PJSIP/8301 to 8302 at PJSIP/8302",
            "lab-1.1 ANSWERED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"22", "16"})
  void a_caller_parked_by_keys_is_handed_over_to_whoever_retrieves_them(String version) {
    assertThat(RecordedCalls.of(version, "parked-keys").heard())
        .containsExactly(
            "lab-1.1 answered by 8301",
            "lab-1.1 from 8301 at PJSIP/8301 to 8302 at PJSIP/8302",
            "lab-1.1 ANSWERED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"22", "16"})
  void an_agent_outside_has_answered_when_the_key_is_pressed(String version) {
    assertThat(RecordedCalls.until(version, "agent-key", "0171555 presses").heard())
        .as("somebody or something picked up")
        .isEmpty();
    assertThat(RecordedCalls.of(version, "agent-key").heard())
        .containsExactly("lab-1.1 answered by 8310", "lab-1.1 ANSWERED");
  }

  @ParameterizedTest
  @CsvSource({
    "22, agent-wrong-key", "22, agent-hangs-up", "22, agent-silent",
    "16, agent-wrong-key", "16, agent-hangs-up", "16, agent-silent"
  })
  void an_agent_outside_who_does_not_press_the_key_has_not_answered(String version, String name) {
    assertThat(RecordedCalls.of(version, name).heard()).containsExactly("lab-1.1 ABANDONED");
  }

  @ParameterizedTest
  @CsvSource({
    "22, caller-keys-blind", "22, caller-keys-attended", "22, caller-parks",
    "16, caller-keys-blind", "16, caller-keys-attended", "16, caller-parks"
  })
  void a_call_whose_caller_leaves_by_keys_goes_on_with_whoever_answered(
      String version, String name) {
    RecordedCalls calls = RecordedCalls.until(version, name, "8301 hangs up");
    assertThat(calls.heard()).containsExactly("lab-1.1 answered by 8301");
    assertThat(calls.callsOf("8301")).isOne();
    assertThat(RecordedCalls.of(version, name).heard())
        .containsExactly("lab-1.1 answered by 8301", "lab-1.1 ANSWERED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"22", "16"})
  void whoever_picks_a_call_up_has_answered_it(String version) {
    assertThat(RecordedCalls.of(version, "pickup-extension").heard())
        .containsExactly("lab-1.1 answered by 8302", "lab-1.1 ANSWERED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"22", "16"})
  void a_phone_that_picks_a_call_up_by_the_application_has_answered_it(String version) {
    assertThat(RecordedCalls.of(version, "pickup-application").heard())
        .containsExactly("lab-1.1 answered by an outsider at PJSIP/8305", "lab-1.1 ANSWERED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"22", "16"})
  void a_phone_of_nobodys_that_picks_a_call_up_has_answered_it(String version) {
    assertThat(RecordedCalls.of(version, "pickup-house").heard())
        .containsExactly("lab-1.1 answered by an outsider at PJSIP/8305", "lab-1.1 ANSWERED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"22", "16"})
  void a_phone_outside_that_picks_a_call_up_has_answered_it(String version) {
    assertThat(RecordedCalls.of(version, "pickup-outside").heard())
        .containsExactly("lab-1.1 answered by an outsider at PJSIP/outside", "lab-1.1 ANSWERED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"22", "16"})
  void a_supervisor_who_gives_a_waiting_caller_to_a_phone_of_nobodys_ends_the_wait(String version) {
    assertThat(RecordedCalls.of(version, "redirect-waiting").heard())
        .containsExactly("lab-1.3 answered by an outsider at PJSIP/8305", "lab-1.3 ANSWERED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"22", "16"})
  void a_caller_whose_agent_is_moved_away_was_answered_once(String version) {
    assertThat(RecordedCalls.of(version, "redirect-answered").heard())
        .containsExactly("lab-1.1 answered by 8301", "lab-1.1 ANSWERED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"22", "16"})
  void a_talk_on_hold_goes_on(String version) {
    assertThat(RecordedCalls.of(version, "hold").heard())
        .containsExactly("lab-1.1 answered by 8301", "lab-1.1 ANSWERED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"22", "16"})
  void an_agent_behind_a_trunk_has_answered_though_the_channel_is_the_trunks(String version) {
    assertThat(RecordedCalls.of(version, "trunk-device").heard())
        .containsExactly("lab-1.1 answered by 8270", "lab-1.1 ANSWERED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"22", "16"})
  void a_caller_who_took_over_a_waiting_call_waits_on_the_own_channel(String version) {
    RecordedCalls calls =
        RecordedCalls.until(version, "attended-refer-queue-waiting", "0301 hangs up");
    assertThat(calls.waiting()).containsExactly("lab-1.5 on PJSIP/outside-00000001");
    assertThat(calls.availability("8301")).isEqualTo(Availability.IN_WRAP_UP);
    assertThat(calls.callTo("8301")).as("a direct call").isEqualTo("Ring");
  }

  @ParameterizedTest
  @ValueSource(strings = {"22", "16"})
  void the_second_agent_is_in_one_call_and_has_the_talk_time_and_the_wrap_up(String version) {
    RecordedCalls calls = RecordedCalls.of(version, "attended-refer-queue-answered");
    assertThat(calls.workload("8302").calls()).isOne();
    assertThat(calls.workload("8302").talkTime()).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    assertThat(calls.availability("8302")).isEqualTo(Availability.IN_WRAP_UP);
  }

  @ParameterizedTest
  @ValueSource(strings = {"22", "16"})
  void a_look_at_any_moment_changes_nothing_of_what_is_told(String version) {
    assertThat(RecordedCalls.names(version)).hasSizeGreaterThan(20);
    for (String name : RecordedCalls.names(version)) {
      assertThat(RecordedCalls.lookingAfterEachEvent(version, name).heard())
          .as(name)
          .isEqualTo(RecordedCalls.of(version, name).heard());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"22", "16"})
  void every_call_ends_once(String version) {
    assertThat(RecordedCalls.names(version)).hasSizeGreaterThan(20);
    for (String name : RecordedCalls.names(version)) {
      assertThat(RecordedCalls.of(version, name).ends())
          .as(name)
          .isNotEmpty()
          .doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"22", "16"})
  void a_phone_that_picked_a_call_up_is_in_one_call(String version) {
    RecordedCalls calls = RecordedCalls.until(version, "pickup-extension", "the caller hangs up");
    assertThat(calls.callsOf("8302")).isOne();
    assertThat(calls.callTo("8301")).as("8301 is free at once").isEqualTo("Ring");
  }

  @ParameterizedTest
  @ValueSource(strings = {"22", "16"})
  void a_phone_behind_a_local_channel_that_is_taken_out_stays_in_the_call(String version) {
    RecordedCalls calls = RecordedCalls.until(version, "local-optimised", "0301 hangs up");
    assertThat(calls.callTo("8303")).isEqualTo("Wait");
    assertThat(calls.report("Local/8303@agents").calls())
        .containsExactly(RecordedCalls.call("lab-1.1"));
    assertThat(calls.report("Local/8303@agents").state()).isEqualTo(DeviceState.IN_USE);
  }
}
