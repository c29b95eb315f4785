package io.ringwright.ami;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.Availability;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What becomes of whoever answered when the caller, a phone of the house, transfers them: they are
 * in the call until they leave it.
 */
class RecordedCallerTransfersTest {

  private static Stream<Arguments> transfers() {
    return Stream.of("22", "16")
        .flatMap(
            version ->
                Stream.of(
                        "caller-blind-phone", "caller-attended-answered", "caller-attended-ringing")
                    .map(name -> Arguments.of(version, name)));
  }

  @ParameterizedTest
  @MethodSource("transfers")
  void the_call_ends_once_and_not_before_whoever_answered_hangs_up(String version, String name) {
    assertThat(RecordedCalls.until(version, name, "8303 hangs up").heard())
        .containsExactly("lab-1.1 answered by 8301");
    assertThat(RecordedCalls.of(version, name).heard())
        .containsExactly("lab-1.1 answered by 8301", "lab-1.1 ANSWERED");
  }

  @ParameterizedTest
  @MethodSource("transfers")
  void whoever_answered_is_engaged_by_one_call_and_then_in_wrap_up(String version, String name) {
    RecordedCalls before = RecordedCalls.until(version, name, "8303 hangs up");
    assertThat(before.availability("8301")).isEqualTo(Availability.ENGAGED);
    assertThat(before.callsOf("8301")).isOne();
    RecordedCalls after = RecordedCalls.of(version, name);
    assertThat(after.availability("8301")).isEqualTo(Availability.IN_WRAP_UP);
    assertThat(after.workload("8301").calls()).isOne();
    assertThat(after.workload("8301").talkTime()).isGreaterThanOrEqualTo(Duration.ofSeconds(3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"22", "16"})
  void whoever_answered_and_was_called_second_is_in_the_call_until_they_leave(String version) {
    RecordedCalls before = RecordedCalls.until(version, "caller-consults-queue", "8303 hangs up");
    assertThat(before.heard()).containsExactly("lab-1.3 answered by 8301");
    assertThat(before.availability("8301")).isEqualTo(Availability.ENGAGED);
    RecordedCalls after = RecordedCalls.of(version, "caller-consults-queue");
    assertThat(after.heard()).containsExactly("lab-1.3 answered by 8301", "lab-1.3 ANSWERED");
    assertThat(after.availability("8301")).isEqualTo(Availability.IN_WRAP_UP);
  }

  @ParameterizedTest
  @ValueSource(strings = {"22", "16"})
  void whoever_answered_and_was_sent_to_a_queue_is_a_caller_there_and_both_calls_end_once(
      String version) {
    RecordedCalls before = RecordedCalls.until(version, "caller-blind-queue", "8303 hangs up");
    assertThat(before.heard())
        .containsExactly("lab-1.1 answered by 8301", "lab-1.2 answered by 8303");
    assertThat(before.availability("8301")).isEqualTo(Availability.ENGAGED);
    assertThat(before.callsOf("8301")).isOne();
    RecordedCalls after = RecordedCalls.of(version, "caller-blind-queue");
    assertThat(after.ends()).containsExactlyInAnyOrder("lab-1.1", "lab-1.2");
    assertThat(after.heard()).contains("lab-1.1 ANSWERED", "lab-1.2 ANSWERED");
    assertThat(after.availability("8301")).isEqualTo(Availability.IN_WRAP_UP);
    assertThat(after.workload("8301").calls()).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"22", "16"})
  void whoever_answered_and_was_sent_to_a_queue_waits_there_and_is_engaged(String version) {
    RecordedCalls waits =
        RecordedCalls.until(version, "caller-blind-queue-waiting", "8301 hangs up");
    assertThat(waits.waiting()).containsExactly("lab-1.4 on PJSIP/8301-00000001");
    assertThat(waits.availability("8301")).isEqualTo(Availability.ENGAGED);
    RecordedCalls after = RecordedCalls.of(version, "caller-blind-queue-waiting");
    assertThat(after.heard())
        .containsExactlyInAnyOrder(
            "lab-1.3 answered by 8301", "lab-1.3 ANSWERED", "lab-1.4 ABANDONED");
    assertThat(after.availability("8301")).isEqualTo(Availability.IN_WRAP_UP);
  }

  @ParameterizedTest
  @ValueSource(strings = {"22", "16"})
  void whoever_answered_waits_as_a_caller_and_the_call_before_is_over(String version) {
    RecordedCalls waits =
        RecordedCalls.until(version, "caller-attended-queue-waiting", "8301 hangs up");
    assertThat(waits.waiting()).containsExactly("lab-1.5 on PJSIP/8301-00000001");
    assertThat(waits.heard())
        .isEqualTo(
            List.of(
                "lab-1.3 answered by 8301", "lab-1.5 taken over by lab-1.3", "lab-1.3 ANSWERED"));
    assertThat(RecordedCalls.of(version, "caller-attended-queue-waiting").ends())
        .containsExactly("lab-1.3", "lab-1.5");
  }
}
