package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.directory.PhoneList;
import io.ringwright.fakeasterisk.DeskCall;
import org.junit.jupiter.api.Test;

/**
 * Callers and agents are parked, by {@code *3} or by a transfer to 790, and retrieved at 791.
 * Written once, run on the real Asterisk and on the fake one.
 */
abstract class ParkingScenarios extends ThreeDeskScenarios {

  @Test
  void who_parks_a_caller_by_keys_is_free_and_who_retrieves_them_is_in_the_call() {
    DeskCall caller = outside().callAs("0301", "701");
    DeskCall here = answered(anna);
    here.press("*3");
    here.awaitOver();
    isFree("8301");
    retrievedByBerta(caller);
  }

  @Test
  void who_parks_a_caller_by_a_transfer_is_free_and_who_retrieves_them_is_in_the_call() {
    DeskCall caller = outside().callAs("0301", "701");
    answered(anna).transfer("790");
    isFree("8301");
    retrievedByBerta(caller);
  }

  private void retrievedByBerta(DeskCall parked) {
    parked.awaitSpeech(10);
    DeskCall there = berta.call("791");
    there.awaitTalking();
    application().awaitInCall("8302", 1);
    isFree("8301");
    there.hangUp();
    parked.awaitOver();
    isFree("8302");
    everyCallEndedAnswered();
  }

  @Test
  void while_a_caller_is_parked_the_next_one_gets_the_agent() {
    DeskCall parked = outside().callAs("0301", "701");
    DeskCall here = answered(anna);
    here.press("*3");
    here.awaitOver();
    DeskCall second = outside().callAs("0302", "701");
    DeskCall next = answered(anna);
    assertThat(next.number()).isEqualTo("0302");
    parked.hangUp();
    next.hangUp();
    second.awaitOver();
    everyCallEndedAnswered();
  }

  @Test
  void an_agent_whom_the_caller_parks_is_in_the_call_until_hanging_up() {
    DeskCall caller = cleo.call("701");
    DeskCall here = answered(anna);
    caller.press("*3");
    caller.awaitOver();
    here.awaitSpeech(10);
    application().awaitInCall("8301", 1);
    isFree("8303");
    DeskCall there = berta.call("791");
    there.awaitTalking();
    application().awaitInCall("8302", 1);
    application().awaitInCall("8301", 1);
    here.hangUp();
    there.awaitOver();
    isFree("8301");
    isFree("8302");
    everyCallEndedAnswered();
  }

  @Override
  PhoneList phones() {
    return threePhones().build();
  }
}
