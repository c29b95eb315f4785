package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxWithDesks;

/** {@link ParkingScenarios} on the real Asterisk. */
@OnRealAsterisk
class RealParkingScenariosIT extends ParkingScenarios {

  @Override
  PbxWithDesks boot() {
    return RealAsterisk.boot();
  }
}
