package io.ringwright.it;

import io.ringwright.fakeasterisk.DeskCall;
import org.junit.jupiter.api.Test;

/** Transfers by REFER. */
abstract class RecordedTransfers extends RecordedHouse {

  @Test
  void attended_to_a_phone_that_answered() {
    DeskCall caller = call("701");
    DeskCall here = talk(caller);
    DeskCall consultation = consult("8302");
    answered(second, "8302", consultation);
    complete(here, consultation);
    hangUp(caller, "0301");
    write(
        "attended-refer-answered", "Attended transfer by REFER with Replaces to an answered phone");
  }

  @Test
  void attended_to_a_queue_call_that_was_answered() {
    DeskCall caller = call("701");
    DeskCall here = talk(caller);
    DeskCall consultation = consult("702");
    DeskCall there = answered(second, "8302", consultation);
    complete(here, consultation);
    hangUp(there, "8302");
    write(
        "attended-refer-queue-answered",
        "Attended transfer by REFER with Replaces; the consultation was a queue call and answered");
  }

  @Test
  void attended_to_a_phone_that_rings() {
    DeskCall caller = call("701");
    DeskCall here = talk(caller);
    DeskCall consultation = consult("8302");
    consultation.awaitRinging();
    complete(here, consultation);
    answered(second, "8302", caller);
    hangUp(caller, "0301");
    write("attended-refer-ringing", "Attended transfer by REFER with Replaces to a ringing phone");
  }

  @Test
  void attended_to_a_queue_call_that_rings() {
    DeskCall caller = call("701");
    DeskCall here = talk(caller);
    DeskCall consultation = consult("702");
    consultation.awaitRinging();
    complete(here, consultation);
    answered(second, "8302", caller);
    hangUp(caller, "0301");
    write(
        "attended-refer-queue-ringing",
        "Attended transfer by REFER with Replaces; the consultation was a queue call and rang");
  }

  @Test
  void attended_to_a_queue_call_that_waits() {
    step("8303 calls 8302");
    DeskCall engaging = third.call("8302");
    answered(second, "8302", engaging);
    DeskCall caller = call("701");
    DeskCall here = talk(caller);
    DeskCall consultation = consult("702");
    consultation.awaitTalking();
    complete(here, consultation);
    step("0301 waits");
    caller.awaitSpeech(10);
    hangUp(caller, "0301");
    write(
        "attended-refer-queue-waiting",
        "Attended transfer by REFER with Replaces; the consultation was a queue call and waited");
  }

  @Test
  void blind_to_a_phone_beside_the_queue() {
    DeskCall caller = call("701");
    DeskCall here = talk(caller);
    step("8301 transfers 0301 to 8303");
    here.transfer("8303");
    answered(third, "8303", caller);
    hangUp(caller, "0301");
    write("blind-refer-phone", "Blind transfer by REFER of a queue call to a phone");
  }

  @Test
  void blind_to_another_queue() {
    DeskCall caller = call("701");
    DeskCall here = talk(caller);
    step("8301 transfers 0301 to 702");
    here.transfer("702");
    answered(second, "8302", caller);
    hangUp(caller, "0301");
    write("blind-refer-queue", "Blind transfer by REFER of a queue call to another queue");
  }

  private DeskCall consult(String number) {
    step("8301 calls " + number);
    return first.call(number);
  }

  private void complete(DeskCall here, DeskCall consultation) {
    step("8301 transfers 0301 into its second call");
    here.transferTo(consultation);
    consultation.awaitOver();
  }
}
