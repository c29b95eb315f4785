package io.ringwright.it;

import io.ringwright.fakeasterisk.DeskCall;
import org.junit.jupiter.api.Test;

/**
 * Queue calls to an agent at a number outside, 0171555, who has to press a key. The caller is 8302.
 */
abstract class RecordedOutsideAgents extends RecordedHouse {

  @Test
  void who_presses_the_key_has_the_caller() {
    DeskCall caller = call();
    DeskCall there = pickedUp();
    press(there, "1");
    caller.awaitTalking();
    there.awaitSpeech(10);
    hangUp(caller, "8302");
    there.awaitOver();
    write("agent-key", "A queue call to an agent outside, who presses the key");
  }

  @Test
  void another_key_refuses_the_call() {
    DeskCall caller = call();
    DeskCall there = pickedUp();
    press(there, "5");
    there.awaitOver();
    caller.awaitTalking(); // Answered, to wait.
    hangUp(caller, "8302");
    write("agent-wrong-key", "A queue call to an agent outside, who presses another key");
  }

  @Test
  void who_presses_nothing_does_not_have_the_caller() {
    DeskCall caller = call();
    pickedUp().awaitOver();
    caller.awaitTalking();
    hangUp(caller, "8302");
    write("agent-silent", "A queue call to an agent outside, where a voicemail picks up");
  }

  @Test
  void who_hangs_up_refuses_the_call() {
    DeskCall caller = call();
    hangUp(pickedUp(), "0171555");
    caller.awaitTalking();
    step("8302 waits");
    hangUp(caller, "8302");
    write("agent-hangs-up", "A queue call to an agent outside, who hangs up during the prompt");
  }

  private DeskCall call() {
    step("8302 calls 705");
    return second.call("705");
  }

  private DeskCall pickedUp() {
    DeskCall there = outside.awaitCall();
    step("0171555 answers");
    there.answer();
    there.awaitTalking();
    return there;
  }

  private void press(DeskCall there, String key) {
    step("0171555 presses " + key);
    there.press(key);
  }
}
