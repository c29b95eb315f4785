package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxUnderTest;

/** {@link DeviceScenarios} on the real Asterisk. */
@OnRealAsterisk
class RealDeviceScenariosIT extends DeviceScenarios {

  @Override
  PbxUnderTest boot() {
    return RealAsterisk.boot();
  }
}
