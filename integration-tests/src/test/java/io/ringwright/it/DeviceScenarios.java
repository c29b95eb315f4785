package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import io.ringwright.fakeasterisk.Sighting.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Extensions that have several devices, or one that is watched under another name. Written once,
 * run on the real Asterisk and on the fake one.
 */
abstract class DeviceScenarios extends Scenarios {

  private static final Duration WRAP_UP = Duration.ofSeconds(3);

  /** Extension 100, the only member of 700, at these devices. */
  private static PhoneListBuilder anna(String... devices) {
    return PhoneList.builder()
        .extension(
            "100",
            anna -> {
              anna.wrapUp(WRAP_UP);
              for (String device : devices) {
                anna.device(device);
              }
            })
        .huntGroup("700", sales -> sales.member("100"));
  }

  private Caller talkingCaller(String number, String phone) {
    pbx().phone(phone, PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    Caller caller = call(number, "700");
    watch().awaitAnswer(caller, phone);
    application().awaitInCall("100", 1);
    pbx().phone(phone, PhoneBehaviour.nobodyThere());
    return caller;
  }

  @Test
  void all_devices_ring_and_when_one_is_answered_the_others_stop() {
    start(anna("PJSIP/8260", "PJSIP/8261"));
    pbx().phone("8261", PhoneBehaviour.answers(Duration.ofMillis(500), LONG_TALK));
    Caller caller = call("0301", "700");
    watch().awaitAnswer(caller, "8261");
    watch().await(caller, Kind.PHONE_STOPS, "8260");
    assertThat(watch().rung()).containsExactlyInAnyOrder("8260", "8261");
    application().awaitAnswers(1);
  }

  @Test
  void while_somebody_talks_at_one_device_callers_wait_and_are_served_after_the_wrap_up() {
    start(anna("PJSIP/8260", "PJSIP/8261"));
    talkingCaller("0301", "8261");
    Caller waits = waitingCaller("0302", "700");
    assertThat(watch().rungFor(waits)).isEmpty();
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    pbx().hangUpPhone("8261");
    application().awaitExplained("700", "in wrap-up");
    watch().awaitAnswer(waits, "8260");
  }

  @Test
  void a_device_that_cannot_be_reached_does_not_matter_while_another_can() {
    start(anna("PJSIP/8260", "PJSIP/8261"));
    pbx().reachable("8260", false);
    pbx().phone("8261", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    Caller caller = call("0301", "700");
    watch().awaitAnswer(caller, "8261");
    assertThat(watch().rung()).containsExactly("8261");
  }

  @Test
  void a_phone_that_is_watched_by_a_hint_is_engaged_while_it_talks() {
    start(
        PhoneList.builder()
            .extension("100", anna -> anna.device("PJSIP/8262", "hint:8262@hints").wrapUp(WRAP_UP))
            .huntGroup("700", sales -> sales.member("100")));
    talkingCaller("0301", "8262");
    application().awaitAnswers(1);
    Caller waits = waitingCaller("0302", "700");
    pbx().phone("8262", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    pbx().hangUpPhone("8262");
    watch().awaitAnswer(waits, "8262");
    application().awaitAnswers(2);
  }

  @Test
  void a_phone_that_is_watched_by_a_hint_and_cannot_be_reached_is_not_reachable() {
    start(
        PhoneList.builder().extension("100", anna -> anna.device("PJSIP/8262", "hint:8262@hints")));
    pbx().reachable("8262", false);
    application().awaitNotReachable("100");
  }

  @Test
  void all_contacts_of_an_account_ring() {
    start(
        PhoneList.builder()
            .extension("100", anna -> anna.allContacts("8260").device("PJSIP/8261"))
            .huntGroup("700", sales -> sales.member("100")));
    talkingCaller("0301", "8260");
    assertThat(watch().rung()).containsExactlyInAnyOrder("8260", "8261");
    Caller waits = waitingCaller("0302", "700");
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    pbx().hangUpPhone("8260");
    watch().awaitAnswer(waits, "8260");
  }

  @Test
  void the_case_of_a_device_does_not_matter() {
    start(anna("pjsip/8263"));
    talkingCaller("0301", "8263");
    Caller waits = waitingCaller("0302", "700");
    pbx().phone("8263", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    pbx().hangUpPhone("8263");
    watch().awaitAnswer(waits, "8263");
    application().awaitAnswers(2);
  }

  @Test
  void who_logs_in_at_another_device_while_talking_is_engaged_there_until_after_the_wrap_up() {
    start(anna("PJSIP/8260"));
    talkingCaller("0301", "8260");
    application().directory(anna("PJSIP/8261").build());
    Caller waits = waitingCaller("0302", "700");
    pbx().phone("8261", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    pbx().hangUpPhone("8260");
    application().awaitExplained("700", "in wrap-up");
    watch().awaitAnswer(waits, "8261");
    application().awaitAnswers(2);
    assertThat(watch().rung()).containsExactly("8260", "8261");
  }
}
