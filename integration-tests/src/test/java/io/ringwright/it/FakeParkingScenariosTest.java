package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxWithDesks;

/** {@link ParkingScenarios} on the fake Asterisk. */
class FakeParkingScenariosTest extends ParkingScenarios {

  @Override
  PbxWithDesks boot() {
    return FakeSwitch.bootWithDesks();
  }
}
