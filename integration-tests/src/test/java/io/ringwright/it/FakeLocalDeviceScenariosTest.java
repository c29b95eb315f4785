package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxWithDesks;

/** {@link LocalDeviceScenarios} on the fake Asterisk. */
class FakeLocalDeviceScenariosTest extends LocalDeviceScenarios {

  @Override
  PbxWithDesks boot() {
    return FakeSwitch.bootWithDesks();
  }
}
