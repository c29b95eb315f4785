package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxUnderTest;

/** {@link StaffScenarios} on the fake Asterisk. */
class FakeStaffScenariosTest extends StaffScenarios {

  @Override
  PbxUnderTest boot() {
    return FakeSwitch.boot();
  }
}
