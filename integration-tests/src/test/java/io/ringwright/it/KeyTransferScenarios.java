package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.directory.PhoneList;
import io.ringwright.fakeasterisk.DeskCall;
import io.ringwright.fakeasterisk.DeskPhone;
import org.junit.jupiter.api.Test;

/**
 * Callers are handed over by keys during the talk: {@code #1} and {@code *2}. Written once, run on
 * the real Asterisk and on the fake one.
 */
abstract class KeyTransferScenarios extends ThreeDeskScenarios {

  private DeskCall callToAnna() {
    return outside().callAs("0301", "701");
  }

  @Test
  void a_caller_who_is_sent_to_a_phone_engages_that_phone_alone() {
    DeskCall caller = callToAnna();
    answered(anna).press("#18303");
    DeskCall there = answered(cleo);
    application().awaitInCall("8303", 1);
    isFree("8301");
    endsWith(there, caller);
  }

  @Test
  void a_caller_who_is_sent_to_another_queue_is_answered_there() {
    DeskCall caller = callToAnna();
    DeskCall here = answered(anna);
    application().awaitAnswers(1);
    here.press("#1702");
    DeskCall there = answered(berta);
    assertThat(there.number()).isEqualTo("0301");
    endsWith(there, caller);
  }

  @Test
  void a_caller_who_is_connected_with_a_phone_engages_that_phone_alone() {
    annaConnectsWith("8303", cleo, "8303");
  }

  @Test
  void a_caller_who_is_connected_with_a_queue_call_is_answered_once_in_each() {
    annaConnectsWith("702", berta, "8302");
  }

  /** Anna calls a number during the talk, and hangs up when there was an answer. */
  private void annaConnectsWith(String number, DeskPhone phone, String extension) {
    DeskCall caller = callToAnna();
    DeskCall here = answered(anna);
    here.press("*2" + number);
    DeskCall there = answered(phone);
    here.hangUp();
    caller.awaitSpeech(10);
    application().awaitInCall(extension, 1);
    isFree("8301");
    endsWith(there, caller);
  }

  @Test
  void an_agent_whose_consultation_is_refused_talks_on() {
    DeskCall caller = callToAnna();
    DeskCall here = answered(anna);
    here.press("*28303");
    cleo.awaitCall().hangUp();
    isFree("8303");
    here.awaitSpeech(10);
    application().awaitInCall("8301", 1);
    endsWith(here, caller);
  }

  @Test
  void an_agent_whom_the_caller_sends_to_an_extension_calls_there_as_anybody() {
    DeskCall caller = berta.call("701");
    DeskCall here = answered(anna);
    caller.press("#18303");
    DeskCall there = answered(cleo);
    application().awaitInCall("8301", 1);
    application().awaitInCall("8303", 1);
    isFree("8302");
    bothAreFreeAfter(there, here);
  }

  @Test
  void an_agent_whom_the_caller_connects_with_an_extension_is_in_a_call_until_hanging_up() {
    DeskCall caller = berta.call("701");
    DeskCall here = answered(anna);
    caller.press("*28303");
    DeskCall there = answered(cleo);
    caller.hangUp();
    here.awaitSpeech(10);
    isFree("8302");
    application().awaitInCall("8301", 1);
    application().awaitInCall("8303", 1);
    bothAreFreeAfter(there, here);
  }

  private void bothAreFreeAfter(DeskCall hangsUp, DeskCall other) {
    hangsUp.hangUp();
    other.awaitOver();
    isFree("8301");
    isFree("8303");
    everyCallEndedAnswered();
  }

  @Override
  PhoneList phones() {
    return threePhones().huntGroup("702", group -> group.member("8302")).build();
  }
}
