package io.ringwright.it;

import io.ringwright.fakeasterisk.DeskCall;
import org.junit.jupiter.api.Test;

/** Transfers by keys during a talk. */
abstract class RecordedKeyTransfers extends RecordedTransfers {

  RecordedKeyTransfers() {
    super(new Way("keys", "Attended transfer by *2", "Blind transfer by #1"));
  }

  @Test
  void attended_to_a_queue_call_that_waits() {
    DeskCall engaging = engageTheSecondPhone();
    DeskCall caller = call("701");
    DeskCall here = talk(caller);
    DeskCall consultation = consult(here, "702");
    consultation.awaitSpeech(50);
    complete(here, consultation);
    caller.awaitSpeech(10);
    hangUp(engaging, "8303");
    answered(second, "8302", caller);
    hangUp(caller, "0301");
    writeAttended(
        "queue-waiting", "the consultation was a queue call and waited, then was delivered");
  }

  @Test
  void the_caller_sends_whoever_answered_to_an_extension() {
    DeskCall caller = callQueue();
    DeskCall there = talk(caller);
    press(caller, "8302", "#18303");
    answered(third, "8303", there);
    hangUp(there, "8301");
    write("caller-keys-blind", "Blind transfer by #1: the caller of a queue call sends on");
  }

  @Test
  void the_caller_connects_whoever_answered_with_an_extension() {
    DeskCall caller = callQueue();
    DeskCall there = talk(caller);
    press(caller, "8302", "*28303");
    answered(third, "8303", caller);
    hangUp(caller, "8302");
    there.awaitSpeech(10);
    hangUp(there, "8301");
    write(
        "caller-keys-attended",
        "Attended transfer by *2: the caller of a queue call connects whoever answered");
  }

  @Override
  DeskCall consult(DeskCall here, String number) {
    press(here, "8301", "*2" + number);
    return here;
  }

  @Override
  void complete(DeskCall here, DeskCall consultation) {
    hangUp(here, "8301");
  }

  @Override
  void sendOn(DeskCall here, String number) {
    press(here, "8301", "#1" + number);
  }

  private DeskCall callQueue() {
    step("8302 calls 701");
    return second.call("701");
  }

  private void press(DeskCall call, String number, String keys) {
    step(number + " presses " + keys);
    call.press(keys);
  }
}
