package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxUnderTest;

/** {@link StaffScenarios} on the real Asterisk. */
@OnRealAsterisk
class RealStaffScenariosIT extends StaffScenarios {

  @Override
  PbxUnderTest boot() {
    return RealAsterisk.boot();
  }
}
