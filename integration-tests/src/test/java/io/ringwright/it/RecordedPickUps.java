package io.ringwright.it;

import io.ringwright.fakeasterisk.DeskCall;
import io.ringwright.fakeasterisk.DeskPhone;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Calls that somebody else takes: by pick-up, or by an order over AMI. */
abstract class RecordedPickUps extends RecordedHouse {

  @Test
  void by_a_phone_of_the_directory() {
    pickUp(second, "8302", "*8");
    write("pickup-extension", "A queue call is picked up by *8 at another extension");
  }

  @Test
  void by_a_phone_of_the_house_that_is_not_in_the_directory() {
    pickUp(unknown, "8305", "*8");
    write("pickup-house", "A queue call is picked up by *8 at a phone that no extension has");
  }

  @Test
  void by_the_application() {
    pickUp(unknown, "8305", "*88301");
    write("pickup-application", "A queue call is picked up by the application PickupChan");
  }

  @Test
  void by_a_phone_outside() {
    step("8302 calls 701");
    DeskCall caller = second.call("701");
    DeskCall ringing = first.awaitCall();
    step("0171 calls *88301");
    DeskCall there = outside.callAs("0171", "*88301");
    taken(caller, ringing, there);
    write("pickup-outside", "A queue call is picked up by a phone outside");
  }

  @Test
  void a_supervisor_gives_a_waiting_caller_to_a_phone_that_no_extension_has() {
    step("8303 calls 8301");
    DeskCall engaging = third.call("8301");
    answered(first, "8301", engaging);
    DeskCall caller = call("701");
    caller.awaitTalking();
    step("a supervisor moves 0301 to from-house,8305");
    redirect("PJSIP/outside", "8305");
    answered(unknown, "8305", caller);
    hangUp(caller, "0301");
    write("redirect-waiting", "A waiting caller is moved by AMI Redirect to Dial of another phone");
  }

  @Test
  void a_supervisor_moves_the_answered_side_of_a_talk() {
    DeskCall caller = call("701");
    talk(caller);
    step("a supervisor moves 8301 to from-house,8303");
    redirect("PJSIP/8301", "8303");
    DeskCall there = third.awaitCall();
    step("8303 answers");
    there.answer();
    there.awaitSpeech(10);
    hangUp(there, "8303");
    write("redirect-answered", "The answered side of a talk is moved by AMI Redirect");
  }

  private void pickUp(DeskPhone phone, String number, String dialled) {
    DeskCall caller = call("701");
    DeskCall ringing = first.awaitCall();
    step(number + " calls " + dialled);
    taken(caller, ringing, phone.call(dialled));
  }

  private void taken(DeskCall caller, DeskCall ringing, DeskCall there) {
    there.awaitTalking();
    ringing.awaitOver();
    caller.awaitSpeech(10);
    step("the caller hangs up");
    caller.hangUp();
  }

  private void redirect(String device, String extension) {
    recording()
        .order(
            "Redirect",
            Map.of(
                "Channel",
                recording().channelOf(device),
                "Context",
                "from-house",
                "Exten",
                extension,
                "Priority",
                "1"));
  }
}
