package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.directory.PhoneList;
import io.ringwright.fakeasterisk.DeskCall;
import io.ringwright.fakeasterisk.DeskPhone;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Callers are handed over by keys during the talk: {@code #1} and {@code *2}. Written once, run on
 * the real Asterisk and on the fake one.
 */
abstract class KeyTransferScenarios extends DeskScenarios {

  private DeskPhone anna;
  private DeskPhone berta;
  private DeskPhone cleo;

  @BeforeEach
  void begin() {
    anna = desk("8301");
    berta = desk("8302");
    cleo = desk("8303");
    start();
  }

  private DeskCall callToAnna() {
    return outside().callAs("0301", "701");
  }

  private void isFree(String number) {
    application().awaitExplained(number, number + " · availability: free");
  }

  @Test
  void a_caller_who_is_sent_to_a_phone_engages_that_phone_alone() {
    DeskCall caller = callToAnna();
    answered(anna).press("#18303");
    DeskCall there = answered(cleo);
    application().awaitInCall("8303", 1);
    isFree("8301");
    there.hangUp();
    caller.awaitOver();
    everyCallEndedAnswered();
  }

  @Test
  void a_caller_who_is_sent_to_another_queue_is_answered_there() {
    DeskCall caller = callToAnna();
    DeskCall here = answered(anna);
    application().awaitAnswers(1);
    here.press("#1702");
    DeskCall there = answered(berta);
    assertThat(there.number()).isEqualTo("0301");
    there.hangUp();
    caller.awaitOver();
    everyCallEndedAnswered();
  }

  @Test
  void a_caller_who_is_connected_with_a_phone_engages_that_phone_alone() {
    DeskCall caller = callToAnna();
    DeskCall here = answered(anna);
    here.press("*28303");
    DeskCall there = answered(cleo);
    here.hangUp();
    caller.awaitSpeech(10);
    application().awaitInCall("8303", 1);
    isFree("8301");
    there.hangUp();
    caller.awaitOver();
    everyCallEndedAnswered();
  }

  @Test
  void a_caller_who_is_connected_with_a_queue_call_is_answered_once_in_each() {
    DeskCall caller = callToAnna();
    DeskCall here = answered(anna);
    here.press("*2702");
    DeskCall there = answered(berta);
    here.hangUp();
    caller.awaitSpeech(10);
    application().awaitInCall("8302", 1);
    isFree("8301");
    there.hangUp();
    caller.awaitOver();
    everyCallEndedAnswered();
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
    here.hangUp();
    caller.awaitOver();
    everyCallEndedAnswered();
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
    there.hangUp();
    here.awaitOver();
    isFree("8301");
    isFree("8303");
    everyCallEndedAnswered();
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
    there.hangUp();
    here.awaitOver();
    isFree("8301");
    isFree("8303");
    everyCallEndedAnswered();
  }

  @Override
  PhoneList phones() {
    return PhoneList.builder()
        .extension("8301", anna -> anna.device("PJSIP/8301").wrapUp(Duration.ZERO))
        .extension("8302", berta -> berta.device("PJSIP/8302").wrapUp(Duration.ZERO))
        .extension("8303", cleo -> cleo.device("PJSIP/8303").wrapUp(Duration.ZERO))
        .huntGroup("701", group -> group.member("8301"))
        .huntGroup("702", group -> group.member("8302"))
        .build();
  }
}
