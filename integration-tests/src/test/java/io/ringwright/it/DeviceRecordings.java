package io.ringwright.it;

import io.ringwright.fakeasterisk.DeskCall;
import io.ringwright.fakeasterisk.DeskPhone;
import io.ringwright.fakeasterisk.PbxWithDesks;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import io.ringwright.it.phone.SipPhone;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Records {@link RecordedDevices}, what a phone does with a talk, and two phones of one account.
 */
@OnRealAsterisk
class DeviceRecordings extends RecordedDevices {

  private final RealHouse house = new RealHouse();

  @Test
  void one_account_with_two_contacts() {
    try (DeskPhone softphone = SipPhone.register(house.pbx().desk("8301"))) {
      DeskCall caller = call("every-8301");
      first.awaitCall();
      answered(softphone, "the second phone of 8301", caller);
      hangUp(caller, "0301");
      write("two-contacts", "Dial of PJSIP_DIAL_CONTACTS(8301), two contacts of one account");
    }
  }

  @Test
  void a_device_behind_a_trunk() {
    house.pbx().phone("8270", PhoneBehaviour.answers(Duration.ofSeconds(2), Duration.ofMinutes(1)));
    DeskCall caller = call("704");
    caller.awaitRinging();
    step("8270 answers");
    caller.awaitTalking();
    step("they talk");
    hangUp(caller, "0301");
    write(
        "trunk-device",
        "A queue call to the device PJSIP/8270@trunk, whose channel is the trunk's");
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
