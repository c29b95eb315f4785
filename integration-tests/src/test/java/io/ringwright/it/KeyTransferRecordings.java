package io.ringwright.it;

import io.ringwright.fakeasterisk.DeskCall;
import io.ringwright.fakeasterisk.PbxWithDesks;
import io.ringwright.it.phone.SipCall;
import org.junit.jupiter.api.Test;

/** Transfers by keys during a talk, and parking. */
@OnRealAsterisk
class KeyTransferRecordings extends RecordedHouse {

  private final RealHouse house = new RealHouse();

  @Test
  void attended_to_a_phone_that_answered() {
    DeskCall caller = call("701");
    DeskCall here = press(caller, "*28302");
    DeskCall there = answered(second, "8302", here);
    hangUp(here, "8301");
    there.awaitSpeech(10);
    hangUp(there, "8302");
    write("attended-keys-answered", "Attended transfer by *2 to an answered phone");
  }

  @Test
  void attended_to_a_phone_that_rings() {
    DeskCall caller = call("701");
    DeskCall here = press(caller, "*28302");
    DeskCall there = second.awaitCall();
    hangUp(here, "8301");
    step("8302 answers");
    there.answer();
    there.awaitSpeech(10);
    hangUp(caller, "0301");
    write("attended-keys-ringing", "Attended transfer by *2 to a ringing phone");
  }

  @Test
  void attended_to_a_queue_call_that_was_answered() {
    DeskCall caller = call("701");
    DeskCall here = press(caller, "*2702");
    DeskCall there = answered(second, "8302", here);
    hangUp(here, "8301");
    there.awaitSpeech(10);
    hangUp(there, "8302");
    write(
        "attended-keys-queue-answered",
        "Attended transfer by *2; the consultation was a queue call and answered");
  }

  @Test
  void attended_to_a_queue_call_that_waits() {
    step("8303 calls 8302");
    DeskCall engaging = third.call("8302");
    answered(second, "8302", engaging);
    DeskCall caller = call("701");
    DeskCall here = press(caller, "*2702");
    here.awaitSpeech(150);
    hangUp(here, "8301");
    caller.awaitSpeech(10);
    hangUp(engaging, "8303");
    answered(second, "8302", caller);
    hangUp(caller, "0301");
    write(
        "attended-keys-queue-waiting",
        "Attended transfer by *2; the consultation was a queue call and waited, then was delivered");
  }

  @Test
  void blind_to_a_phone_beside_the_queue() {
    DeskCall caller = call("701");
    press(caller, "#18303");
    answered(third, "8303", caller);
    hangUp(caller, "0301");
    write("blind-keys-phone", "Blind transfer by #1 of a queue call to a phone");
  }

  @Test
  void blind_to_another_queue() {
    DeskCall caller = call("701");
    press(caller, "#1702");
    answered(second, "8302", caller);
    hangUp(caller, "0301");
    write("blind-keys-queue", "Blind transfer by #1 of a queue call to another queue");
  }

  @Test
  void parked_by_keys_and_retrieved() {
    DeskCall caller = call("701");
    press(caller, "*3").awaitOver();
    retrieve(caller);
    write("parked-keys", "Parked by *3, retrieved by another phone");
  }

  @Test
  void parked_by_refer_and_retrieved() {
    DeskCall caller = call("701");
    DeskCall here = talk(caller);
    step("8301 transfers 0301 to 790");
    here.transfer("790");
    retrieve(caller);
    write("parked-refer", "Parked by a blind transfer by REFER, retrieved by another phone");
  }

  private DeskCall press(DeskCall caller, String keys) {
    DeskCall here = talk(caller);
    step("8301 presses " + keys);
    ((SipCall) here).press(keys);
    return here;
  }

  private void retrieve(DeskCall caller) {
    step("8302 calls 791");
    DeskCall there = second.call("791");
    there.awaitTalking();
    there.awaitSpeech(10);
    caller.awaitSpeech(10);
    hangUp(caller, "0301");
  }

  @Override
  PbxWithDesks boot() {
    return house.boot();
  }

  @Override
  void keep(EventRecording recorded, String name, String title) {
    house.keep(recorded, name, title);
  }
}
