package io.ringwright.it;

import io.ringwright.fakeasterisk.DeskCall;
import org.junit.jupiter.api.Test;

/** Transfers by a caller who is an extension of the house: 8302 calls a queue, and 8301 answers. */
abstract class RecordedCallerTransfers extends RecordedHouse {

  @Test
  void whoever_answered_is_sent_to_a_phone() {
    DeskCall caller = callQueue();
    DeskCall there = talk(caller);
    step("8302 transfers 8301 to 8303");
    caller.transfer("8303");
    DeskCall third = answeredBy8303(there);
    hangUp(third, "8303");
    there.awaitOver();
    write("caller-blind-phone", "Blind transfer by REFER: the caller of a queue call sends on");
  }

  @Test
  void whoever_answered_is_sent_to_another_queue() {
    DeskCall caller = callQueue();
    DeskCall there = talk(caller);
    step("8302 transfers 8301 to 703");
    caller.transfer("703");
    DeskCall third = answeredBy8303(there);
    hangUp(third, "8303");
    there.awaitOver();
    write(
        "caller-blind-queue",
        "Blind transfer by REFER: the caller of a queue call sends on to another queue");
  }

  @Test
  void whoever_answered_is_sent_to_another_queue_and_waits_there() {
    step("0301 calls 8303");
    DeskCall engaging = outside.callAs("0301", "8303");
    answered(third, "8303", engaging);
    DeskCall caller = callQueue();
    DeskCall there = talk(caller);
    step("8302 transfers 8301 to 703");
    caller.transfer("703");
    caller.awaitOver();
    there.awaitSpeech(10);
    step("8301 waits");
    hangUp(there, "8301");
    write(
        "caller-blind-queue-waiting",
        "Blind transfer by REFER: the caller of a queue call sends on to a queue that waits");
  }

  @Test
  void whoever_answered_is_connected_with_a_phone_that_answered() {
    DeskCall caller = callQueue();
    DeskCall there = talk(caller);
    DeskCall consultation = consult("8303");
    DeskCall third = answeredBy8303(consultation);
    complete(caller, consultation);
    there.awaitSpeech(10);
    hangUp(third, "8303");
    there.awaitOver();
    write(
        "caller-attended-answered",
        "Attended transfer by the caller of a queue call, to an answered phone");
  }

  @Test
  void whoever_answered_is_connected_with_a_phone_that_rings() {
    DeskCall caller = callQueue();
    DeskCall there = talk(caller);
    DeskCall consultation = consult("8303");
    consultation.awaitRinging();
    complete(caller, consultation);
    DeskCall third = answeredBy8303(there);
    hangUp(third, "8303");
    there.awaitOver();
    write(
        "caller-attended-ringing",
        "Attended transfer by the caller of a queue call, to a ringing phone");
  }

  @Test
  void whoever_answered_waits_in_another_queue() {
    step("0301 calls 8303");
    DeskCall engaging = outside.callAs("0301", "8303");
    answered(third, "8303", engaging);
    DeskCall caller = callQueue();
    DeskCall there = talk(caller);
    DeskCall consultation = consult("703");
    consultation.awaitTalking();
    complete(caller, consultation);
    step("8301 waits");
    there.awaitSpeech(10);
    hangUp(there, "8301");
    write(
        "caller-attended-queue-waiting",
        "Attended transfer by the caller of a queue call, into a queue call that waits");
  }

  @Test
  void whom_the_caller_had_called_is_connected_with_a_queue_call() {
    step("8302 calls 8303");
    DeskCall caller = second.call("8303");
    DeskCall third = answeredBy8303(caller);
    DeskCall consultation = consult("701");
    DeskCall there = talk(consultation);
    complete(caller, consultation);
    third.awaitSpeech(10);
    hangUp(third, "8303");
    there.awaitOver();
    write(
        "caller-consults-queue",
        "Attended transfer by the caller of two calls; the second was a queue call and answered");
  }

  private DeskCall callQueue() {
    step("8302 calls 701");
    return second.call("701");
  }

  private DeskCall answeredBy8303(DeskCall other) {
    return answered(third, "8303", other);
  }

  private DeskCall consult(String number) {
    step("8302 calls " + number);
    return second.call(number);
  }

  private void complete(DeskCall here, DeskCall consultation) {
    step("8302 connects the other sides of its two calls");
    here.transferTo(consultation);
    consultation.awaitOver();
  }
}
