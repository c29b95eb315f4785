package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxUnderTest;

/** {@link DeviceScenarios} on the fake Asterisk. */
class FakeDeviceScenariosTest extends DeviceScenarios {

  @Override
  PbxUnderTest boot() {
    return FakeSwitch.boot();
  }
}
