package io.ringwright.it;

import io.ringwright.fakeasterisk.DeskCall;
import org.junit.jupiter.api.Test;

/** Transfers by REFER. */
abstract class RecordedReferTransfers extends RecordedTransfers {

  RecordedReferTransfers() {
    super(new Way("refer", "Attended transfer by REFER with Replaces", "Blind transfer by REFER"));
  }

  @Test
  void attended_to_a_queue_call_that_rings() {
    DeskCall caller = call("701");
    DeskCall here = talk(caller);
    DeskCall consultation = consult(here, "702");
    consultation.awaitRinging();
    complete(here, consultation);
    answered(second, "8302", caller);
    hangUp(caller, "0301");
    writeAttended("queue-ringing", "the consultation was a queue call and rang");
  }

  @Test
  void attended_to_a_queue_call_that_waits() {
    engageTheSecondPhone();
    DeskCall caller = call("701");
    DeskCall here = talk(caller);
    DeskCall consultation = consult(here, "702");
    consultation.awaitTalking();
    complete(here, consultation);
    step("0301 waits");
    caller.awaitSpeech(10);
    hangUp(caller, "0301");
    writeAttended("queue-waiting", "the consultation was a queue call and waited");
  }

  @Override
  DeskCall consult(DeskCall here, String number) {
    step("8301 calls " + number);
    return first.call(number);
  }

  @Override
  void complete(DeskCall here, DeskCall consultation) {
    step("8301 transfers 0301 into its second call");
    here.transferTo(consultation);
    consultation.awaitOver();
  }

  @Override
  void sendOn(DeskCall here, String number) {
    step("8301 transfers 0301 to " + number);
    here.transfer(number);
  }
}
