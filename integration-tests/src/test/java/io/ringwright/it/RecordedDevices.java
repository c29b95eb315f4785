package io.ringwright.it;

import io.ringwright.fakeasterisk.DeskCall;
import io.ringwright.fakeasterisk.DeskPhone;
import org.junit.jupiter.api.Test;

/** Devices that are not simply one phone, and what a phone does with a talk. */
abstract class RecordedDevices extends RecordedHouse {

  @Test
  void a_local_channel_that_is_optimised_away() {
    answeredCall("local-8303", third, "8303");
    write(
        "local-optimised", "Dial of Local/8303@agents: optimised away as soon as somebody speaks");
  }

  @Test
  void a_local_channel_that_stays() {
    answeredCall("stays-8303", third, "8303");
    write("local-stays", "Dial of Local/8303@agents/n: stays to the end");
  }

  @Test
  void a_device_name_in_another_case() {
    answeredCall("small-8303", third, "8303");
    write("other-case", "Dial of pjsip/8303, where the device is PJSIP/8303");
  }

  @Test
  void a_mobile_phone_that_is_called_from_the_house() {
    step("8301 calls mobile-0171555");
    DeskCall caller = first.call("mobile-0171555");
    answered(outside, "0171555", caller);
    hangUp(caller, "8301");
    write("mobile", "Dial of PJSIP/0171555@outside, a phone outside");
  }

  @Test
  void a_talk_on_hold() {
    DeskCall caller = call("701");
    DeskCall here = talk(caller);
    step("8301 holds");
    here.hold();
    step("8301 resumes");
    here.resume();
    hangUp(caller, "0301");
    write("hold", "Hold and resume by re-INVITE");
  }

  private void answeredCall(String dialled, DeskPhone phone, String number) {
    DeskCall caller = call(dialled);
    DeskCall there = answered(phone, number, caller);
    there.awaitSpeech(30);
    hangUp(caller, "0301");
    there.awaitOver();
  }
}
