package io.ringwright.it;

import io.ringwright.fakeasterisk.DeskCall;
import org.junit.jupiter.api.Test;

/** Parking, by the agent and by the caller, and retrieval by another phone. */
abstract class RecordedParking extends RecordedHouse {

  @Test
  void parked_by_keys_and_retrieved() {
    DeskCall caller = call("701");
    DeskCall here = talk(caller);
    step("8301 presses *3");
    here.press("*3");
    here.awaitOver();
    retrieve(caller);
    hangUp(caller, "0301");
    write("parked-keys", "Parked by *3, retrieved by another phone");
  }

  @Test
  void parked_by_refer_and_retrieved() {
    DeskCall caller = call("701");
    DeskCall here = talk(caller);
    step("8301 transfers 0301 to 790");
    here.transfer("790");
    retrieve(caller);
    hangUp(caller, "0301");
    write("parked-refer", "Parked by a blind transfer by REFER, retrieved by another phone");
  }

  @Test
  void whoever_answered_is_parked_by_the_caller_and_retrieved() {
    step("8303 calls 701");
    DeskCall caller = third.call("701");
    DeskCall there = talk(caller);
    step("8303 presses *3");
    caller.press("*3");
    caller.awaitOver();
    retrieve(there);
    hangUp(there, "8301");
    write("caller-parks", "Parked by *3 of the caller, retrieved by another phone");
  }

  private void retrieve(DeskCall parked) {
    step("8302 calls 791");
    DeskCall there = second.call("791");
    there.awaitTalking();
    there.awaitSpeech(10);
    parked.awaitSpeech(10);
  }
}
