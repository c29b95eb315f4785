package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxWithDesks;

/** {@link LocalDeviceScenarios} on the real Asterisk. */
@OnRealAsterisk
class RealLocalDeviceScenariosIT extends LocalDeviceScenarios {

  @Override
  PbxWithDesks boot() {
    return RealAsterisk.boot();
  }
}
